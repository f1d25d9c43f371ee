/** 熟面孔 at the door: who is known in the communities of the event, and who is known from now on. */
import type { facesAtDoor, knowFace as knowFaceCall } from '../../contract/attendance/faces'
import { communitiesOf, communityAt } from '../_shared/community-of-event'
import { facesIn, knowFace } from '../_shared/records/faces'
import { compare } from '../_shared/rules/presence'
import type { Handler } from '../_shared/serve'
import { sessionAtWork } from './session-at-work'

export const handleFacesAtDoor: Handler<typeof facesAtDoor> = async ({ sessionId }, { caller, refuse }) => {
  const at = await sessionAtWork('attendance/faces', sessionId, caller)
  if (!at) return refuse('session-not-found')
  if (at.event.countOnly) return refuse('names-not-kept')
  const known = await facesIn(await communitiesOf(at.event))
  return {
    faces: known.map(({ personKey, callName, building }) => ({ personKey, callName, building }))
      .sort((a, b) => pinyin.compare(a.callName, b.callName) || compare(a.building ?? '', b.building ?? '') || compare(a.personKey, b.personKey)),
  }
}

export const handleKnowFace: Handler<typeof knowFaceCall> = async ({ sessionId, callName, building = null }, { caller, now, refuse }) => {
  const at = await sessionAtWork('attendance/know-face', sessionId, caller)
  if (!at) return refuse('session-not-found')
  if (at.event.countOnly) return refuse('names-not-kept')
  const communityId = await communityAt(at.event, caller)
  if (communityId === null) return refuse('community-unclear')
  if (!(await caller.mayWrite([callName, building ?? ''], 'profile'))) return refuse('words-refused')
  const { personKey } = await knowFace({ communityId, callName, building }, null, now)
  return { personKey, callName, building }
}

const pinyin = new Intl.Collator('zh-Hans-CN')
