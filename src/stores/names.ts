/** 名单 of an event, and what staff do for neighbours without WeChat: register, give back, take the list along. Nothing of it stays on this device. */
import type { Answer } from '#contract/call'
import { eventNames, namesFile } from '#contract/registrations/names'
import { cancelFor, registerFor } from '#contract/registrations/register-for'
import { call, type Sent } from './call'
import { fetchStore } from './fetched'
import { sentOnce } from './sent-once'

export const useNames = fetchStore(eventNames)

export type Neighbour = Omit<Sent<typeof registerFor>, 'recordId'>

/** The same words again after a lost answer are the same registration. */
export function registerNeighbour(wish: Neighbour): Promise<Answer<typeof registerFor>> {
  return sentOnce(['register-for', wish], (recordId) => call(registerFor, { recordId, ...wish }))
}

export const giveBackFor = (seen: Sent<typeof cancelFor>): Promise<Answer<typeof cancelFor>> => call(cancelFor, seen)
export const takeNamesAlong = (eventId: string): Promise<Answer<typeof namesFile>> => call(namesFile, { eventId })
