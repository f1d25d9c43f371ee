/** 社区概况 of the unit in scope, and writing one line of it. */
import type { Answer } from '#contract/call'
import { setProfileLine, unitProfile } from '#contract/units/profile'
import { call, type Sent } from './call'
import { fetchStore } from './fetched'
import { sentOnce } from './sent-once'

export const useProfile = fetchStore(unitProfile)

export const setLine = (said: Omit<Sent<typeof setProfileLine>, 'recordId'>): Promise<Answer<typeof setProfileLine>> =>
  sentOnce(['profile', said], (recordId) => call(setProfileLine, { recordId, ...said }))
