import { checkInSelf } from '../../contract/attendance/check-in-self'
import { whyNotNow } from '../../contract/attendance/code-time'
import type { Input } from '../../contract/call'
import type { Receipt } from '../../contract/values'
import { isMarked, markAttendance } from '../_shared/records/attendance'
import { lookingAtDoor } from '../_shared/records/at-the-door'
import { findSession, type SessionRecord } from '../_shared/records/events'
import type { AttendanceRecord } from '../_shared/records/facts'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import { isOpenForRecords } from '../_shared/rules/attendance-window'
import { correctedTime, instant } from '../_shared/rules/calendar'
import { clocksOf } from '../_shared/rules/clocks'
import { hungWindowOf, isOfNow } from '../_shared/rules/code-time'
import { presenceOf } from '../_shared/rules/presence'
import { receiptFor } from '../_shared/rules/receipt'
import { proveCode, type ProvedCode } from '../_shared/secrets/entry-code'
import type { Handler, Scene } from '../_shared/serve'
import { partyAtDoor } from './party-at-door'

export const handleCheckInSelf: Handler<typeof checkInSelf> = async (input, scene) => {
  const code = proveCode(input.code, null)
  if (typeof code === 'string') return scene.refuse(code)
  if (code.is !== 'venue' && code.is !== 'hung') return scene.refuse('code-of-a-resident')
  return lookingAtDoor(code.sessionId, scene.caller.personKey, () => scanOf(input, code, scene))
}

type OfTheDoor = Extract<ProvedCode, { is: 'venue' | 'hung' }>

async function scanOf(input: Input<typeof checkInSelf>, code: OfTheDoor, { caller, now, refuse }: Scene<typeof checkInSelf>): ReturnType<Handler<typeof checkInSelf>> {
  const at = await findSession(code.sessionId)
  if (!at || at.event.status === 'draft') return refuse('session-not-found')
  const { event, session } = at
  if (event.countOnly) return refuse('no-registration-needed')
  const { personKey } = caller
  const scannedAt = correctedTime(input)
  const { partySize, present } = await partyAtDoor(event, session, personKey)
  const made = { recordId: input.recordId, mark: { present, at: instant(scannedAt), source: 'code' as const, by: personKey, clocks: clocksOf(input, now) } }

  const why = code.day === session.on ? (isOfNow(scannedAt, now) ? (code.is === 'venue' ? whyNotNow(code.step, scannedAt) : null) : 'code-stale') : 'code-of-another-day'
  const closed = event.status !== 'published' || !isOpenForRecords(session, 'code', scannedAt, now) || (code.is === 'hung' && !isHungThen(session, scannedAt))
  const answer = (outcome: Receipt['outcome'], inSince: string) => ({ ...receiptFor(input, outcome), title: event.title, startsAt: session.startsAt, partySize, present, inSince })
  const refusal = why ?? (closed ? 'check-in-closed' : null)
  // What was taken once stays taken, whatever changed since: a repeat gets its receipt.
  if (refusal) return (await isMarked(session.id, personKey, made)) ? answer('already-there', made.mark.at) : refuse(refusal)
  const ahead = await reportsAhead(checkInSelf.name, { path: event.path, month: session.month }, now)
  const { outcome, before } = await markAttendance(event, session, personKey, made, ahead, (record) => isInBySelf(record))
  if (outcome === 'record-id-taken') return refuse(outcome)
  return answer(outcome, (before && presenceOf(before)?.at) ?? made.mark.at)
}

function isHungThen(session: SessionRecord, scannedAt: number): boolean {
  const { from, until } = hungWindowOf(session)
  return scannedAt >= from && scannedAt <= until
}

/** One live mark of their own is enough, however often they scan. */
function isInBySelf(record: AttendanceRecord): boolean {
  return Object.entries(record.marks).some(([recordId, { by }]) => by === record.personKey && !Object.hasOwn(record.undone, recordId))
}
