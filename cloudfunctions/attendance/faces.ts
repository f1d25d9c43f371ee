/** 熟面孔 at the door: who is known in the communities of the event. */
import type { facesAtDoor } from '../../contract/attendance/faces'
import { communitiesOf } from '../_shared/community-of-event'
import { facesIn } from '../_shared/records/faces'
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

const pinyin = new Intl.Collator('zh-Hans-CN')
