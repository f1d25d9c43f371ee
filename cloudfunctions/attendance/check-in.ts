import type { checkIn } from '../../contract/attendance/check-in'
import type { Input } from '../../contract/call'
import { isMarked, markAttendance } from '../_shared/records/attendance'
import { lookingAtDoor } from '../_shared/records/at-the-door'
import { sessionKey } from '../_shared/records/events'
import { isKnownKey } from '../_shared/records/openids'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import { findPerson } from '../_shared/records/people'
import { findRegistration } from '../_shared/records/registrations'
import { takenBy } from '../_shared/records/seat-books'
import { timesOf } from '../_shared/rules/attendance-window'
import { correctedTime } from '../_shared/rules/calendar'
import { clocksOf } from '../_shared/rules/clocks'
import { mostPresent } from '../_shared/rules/party'
import { receiptFor } from '../_shared/rules/receipt'
import type { Handler } from '../_shared/serve'
import { sessionAtWork, takesRecords, type SessionAtWork } from './session-at-work'

export const handleCheckIn: Handler<typeof checkIn> = (input, scene) => lookingAtDoor(input.sessionId, input.personKey, () => markOf(input, scene))

const markOf: Handler<typeof checkIn> = async (input, { caller, now, refuse }) => {
  const at = await sessionAtWork('attendance/check-in', input.sessionId, caller)
  if (!at) return refuse('session-not-found')
  if (at.event.countOnly) return refuse('no-registration-needed')
  const made = { recordId: input.recordId, mark: { present: input.present, ...timesOf(at.session, input.source, correctedTime(input)), source: input.source, by: caller.personKey, clocks: clocksOf(input, now) } }
  const why = takesRecords(at, input, caller, now) ? await whyNotIn(at, input) : 'check-in-closed'
  // What was taken once stays taken, whatever changed since: a repeat gets its receipt.
  if (why) return (await isMarked(at.session.id, input.personKey, made)) ? receiptFor(input, 'already-there') : refuse(why)
  const ahead = await reportsAhead('attendance/check-in', { path: at.event.path, month: at.session.month }, now)
  const { outcome } = await markAttendance(at.event, at.session, input.personKey, made, ahead)
  return outcome === 'record-id-taken' ? refuse(outcome) : receiptFor(input, outcome)
}

async function whyNotIn({ event, session }: SessionAtWork, { personKey, present }: Input<typeof checkIn>) {
  const registration = await findRegistration(event._id, personKey)
  if (!registration && !(await isPerson(personKey))) return 'person-not-found'
  const key = sessionKey(session.id)
  if (present <= mostPresent(registration, key)) return null
  // The book knows better where the registration document is not written yet.
  const seats = await takenBy(event._id, personKey)
  return seats && present <= mostPresent({ sessions: seats.sessions, partySize: seats.n }, key) ? null : 'more-than-the-party'
}

async function isPerson(personKey: string): Promise<boolean> {
  return (await findPerson(personKey)) !== null || (await isKnownKey(personKey))
}
