/** 熟面孔 at the door: who is known in the communities of the event, and who is known from now on. */
import type { facesAtDoor, knowFace as knowFaceCall } from '../../contract/attendance/faces'
import { facesIn, knowFace } from '../_shared/records/faces'
import type { EventRecord } from '../_shared/records/events'
import { findPerson } from '../_shared/records/people'
import { communities } from '../_shared/records/units'
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
  const among = await communitiesOf(at.event)
  // A street's event is for many communities: the worker's own is the likeliest.
  const own = among.length > 1 ? (await findPerson(caller.personKey))?.communityId ?? null : null
  const communityId = among.length === 1 ? among[0] : among.find((id) => id === own)
  if (communityId === undefined) return refuse('community-unclear')
  if (!(await caller.mayWrite([callName, building ?? ''], 'profile'))) return refuse('words-refused')
  const { personKey } = await knowFace({ communityId, callName, building }, null, now)
  return { personKey, callName, building }
}

/** The host's own, or those below it. */
async function communitiesOf({ path, hostUnit }: EventRecord): Promise<string[]> {
  return (await communities()).filter((unit) => path.includes(unit._id) || unit.path.includes(hostUnit)).map(({ _id }) => _id)
}

const pinyin = new Intl.Collator('zh-Hans-CN')
