/** 熟面孔 at the door: who is known in the communities of the event; and the code by which one of them goes on with a WeChat of their own. */
import { faceCodeLasts, type faceCode } from '../../contract/attendance/face-code'
import type { facesAtDoor } from '../../contract/attendance/faces'
import { communitiesOf } from '../_shared/community-of-event'
import { faceIn, facesIn } from '../_shared/records/faces'
import { instant } from '../_shared/rules/calendar'
import { compare } from '../_shared/rules/presence'
import { faceCodeFor } from '../_shared/secrets/face-code'
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

export const handleFaceCode: Handler<typeof faceCode> = async ({ sessionId, personKey }, { caller, now, refuse }) => {
  const at = await sessionAtWork('attendance/face-code', sessionId, caller)
  if (!at) return refuse('session-not-found')
  if (at.event.countOnly) return refuse('names-not-kept')
  const face = await faceIn(await communitiesOf(at.event), personKey)
  if (!face) return refuse('person-not-found')
  const until = now + faceCodeLasts
  return { text: faceCodeFor(personKey, until), until: instant(until), callName: face.callName }
}

const pinyin = new Intl.Collator('zh-Hans-CN')
