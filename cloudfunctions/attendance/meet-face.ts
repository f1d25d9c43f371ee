/** 熟面孔: somebody new at the door is known from now on, by these words, and in. */
import { meetFace } from '../../contract/attendance/faces'
import type { Input } from '../../contract/call'
import { communityAt } from '../_shared/community-of-event'
import { faceAtDoor, lookingForFace } from '../_shared/records/at-the-door'
import { isMarked, markAttendance, whoWasMarked } from '../_shared/records/attendance'
import { knowFace, meetNewFace, type FaceWords } from '../_shared/records/faces'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import type { PersonRecord } from '../_shared/records/people'
import { timesOf } from '../_shared/rules/attendance-window'
import { correctedTime } from '../_shared/rules/calendar'
import { clocksOf } from '../_shared/rules/clocks'
import { receiptFor } from '../_shared/rules/receipt'
import type { Handler, Scene } from '../_shared/serve'
import { sessionAtWork, takesRecords } from './session-at-work'

export const handleMeetFace: Handler<typeof meetFace> = (input, scene) => lookingForFace(input.sessionId, wordsOf(input), () => meet(input, scene))

const meet: Handler<typeof meetFace> = async (input, scene) => {
  const { caller, now, refuse } = scene
  const at = await sessionAtWork(meetFace.name, input.sessionId, caller)
  if (!at) return refuse('session-not-found')
  const { event, session } = at
  if (event.countOnly) return refuse('names-not-kept')
  const communityId = await communityAt(event, caller)
  if (communityId === null) return refuse('community-unclear')
  const words = { communityId, ...wordsOf(input) }
  const known = await faceAtDoor(words, session.id)
  const made = { recordId: input.recordId, mark: { present: 1, ...timesOf(session, 'tap', correctedTime(input)), source: 'tap' as const, by: caller.personKey, clocks: clocksOf(input, now) } }
  const meant = known && isWhole(known) ? known.face.personKey : null
  // Whom this record brought in stays who they are, also where these words mean nobody any more, or somebody else.
  const before = meant !== null && (await isMarked(session.id, meant, made)) ? meant : (await whoWasMarked(session.id, input.recordId)) ?? meant
  if (!takesRecords(at, { ...input, source: 'tap' }, caller, now)) {
    return before !== null && (await isMarked(session.id, before, made)) ? { ...receiptFor(input, 'already-there'), personKey: before } : refuse('check-in-closed')
  }
  const personKey = before ?? (await becomeKnown(words, { eventId: event._id, isWritten: known !== null }, scene))
  if (personKey === null) return refuse('words-refused')
  const ahead = await reportsAhead(meetFace.name, { path: event.path, month: session.month }, now)
  const { outcome } = await markAttendance(event, session, personKey, made, ahead)
  if (outcome === 'record-id-taken') return refuse(outcome)
  return { ...receiptFor(input, outcome), personKey }
}

const wordsOf = ({ callName, building }: Input<typeof meetFace>) => ({ callName, building: building ?? null })

/** Neither half made nor, with a WeChat of their own, somebody whom these words mean no more. */
function isWhole({ person }: { person: PersonRecord | null }): boolean {
  return person !== null && person.ownWechat !== true
}

/** null: WeChat does not take these words. */
async function becomeKnown(words: FaceWords, { eventId, isWritten }: { eventId: string; isWritten: boolean }, { caller, now }: Scene<typeof meetFace>): Promise<string | null> {
  if (!(await caller.mayWrite([words.callName, words.building ?? ''], 'profile'))) return null
  return (await (isWritten ? knowFace(words, { eventId }, now) : meetNewFace(words, eventId, now))).personKey
}
