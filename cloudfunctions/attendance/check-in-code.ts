import { checkInCode } from '../../contract/attendance/check-in-code'
import { whyNotNow } from '../../contract/attendance/code-time'
import type { Input, Output } from '../../contract/call'
import type { Receipt } from '../../contract/values'
import { isMarked, markAttendance } from '../_shared/records/attendance'
import { lookingAtDoor } from '../_shared/records/at-the-door'
import { cardNumberOf } from '../_shared/records/cards'
import type { EventRecord } from '../_shared/records/events'
import type { AttendanceRecord } from '../_shared/records/facts'
import { findGrantsOn } from '../_shared/records/grants'
import { isKnownKey } from '../_shared/records/openids'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import { findPerson } from '../_shared/records/people'
import { correctedTime, instant } from '../_shared/rules/calendar'
import { clocksOf } from '../_shared/rules/clocks'
import { presenceOf } from '../_shared/rules/presence'
import { receiptFor } from '../_shared/rules/receipt'
import { proveCode, type ProvedCode } from '../_shared/secrets/entry-code'
import type { Handler, Scene } from '../_shared/serve'
import { partyAtDoor } from './party-at-door'
import { sessionAtWork, takesRecords } from './session-at-work'

/** Who came without a name that we know. */
const unnamed = '居民'

export const handleCheckInCode: Handler<typeof checkInCode> = (input, scene) => {
  const code = proveCode(input.code, input.sessionId)
  return typeof code !== 'string' && 'personKey' in code ? lookingAtDoor(input.sessionId, code.personKey, () => scanOf(input, code, scene)) : scanOf(input, code, scene)
}

async function scanOf(input: Input<typeof checkInCode>, code: ReturnType<typeof proveCode>, { caller, now, refuse }: Scene<typeof checkInCode>): ReturnType<Handler<typeof checkInCode>> {
  const at = await sessionAtWork(checkInCode.name, input.sessionId, caller)
  if (!at) return refuse('session-not-found')
  const { event, session } = at
  if (event.countOnly) return refuse('no-registration-needed')
  if (typeof code === 'string') return refuse(code)
  if (code.is === 'venue' || code.is === 'hung') return refuse('code-of-the-venue')
  const { personKey } = code
  const scannedAt = correctedTime(input)
  const { partySize, present, words: said } = await partyAtDoor(event, session, personKey)
  // Whoever holds a place is somebody. Of anybody else the words may be there after they have gone, and a card has its number.
  const person = code.is === 'entry' && partySize > 0 ? null : await findPerson(personKey)
  const words = said ?? person
  const made = { recordId: input.recordId, mark: { present, at: instant(scannedAt), source: 'code' as const, by: caller.personKey, clocks: clocksOf(input, now) } }

  const why = whyNotThis(code, scannedAt) ?? (code.is === 'card' && code.number !== cardNumberOf(person) ? 'card-replaced' : null)
    ?? (takesRecords(at, { ...input, source: 'code' }, caller, now) ? null : 'check-in-closed')
    ?? (partySize > 0 || person !== null || (await isKnownKey(personKey)) ? null : 'person-not-found')
  const answer = (outcome: Receipt['outcome'], earlier: Earlier) =>
    ({ ...receiptFor(input, outcome), personKey, callName: words?.callName ?? unnamed, building: words?.building ?? null, partySize, present, earlier })
  // What was taken once stays taken, whatever changed since: a repeat gets its receipt.
  if (why) return (await isMarked(session.id, personKey, made)) ? answer('already-there', null) : refuse(why)
  const ahead = await reportsAhead(checkInCode.name, { path: event.path, month: session.month }, now)
  const { outcome, before } = await markAttendance(event, session, personKey, made, ahead)
  if (outcome === 'record-id-taken') return refuse(outcome)
  return answer(outcome, before && (await earlierOf(event, before, caller.personKey)))
}

function whyNotThis(code: Exclude<ProvedCode, { is: 'venue' | 'hung' }>, scannedAt: number) {
  if (code.is === 'card') return null
  if (code.of === 'elsewhere') return 'code-of-another-event'
  if (code.of === 'event') return 'code-of-another-session'
  return whyNotNow(code.step, scannedAt)
}

type Earlier = Output<typeof checkInCode>['earlier']

/** Who had them in before, by the mark that counts. */
async function earlierOf(event: EventRecord, before: AttendanceRecord, caller: string): Promise<Earlier> {
  const presence = presenceOf(before)
  const by = presence && before.marks[presence.marks.at(-1) ?? '']?.by
  if (!presence || by === undefined || by === null) return null
  if (by === caller) return { at: presence.at, by: 'you', name: null }
  if (by === before.personKey) return { at: presence.at, by: 'themselves', name: null }
  const grants = await findGrantsOn(event.path)
  const roles = [...grants.values()].map(({ held }) => held[by]).find(Boolean)
  return { at: presence.at, by: 'colleague', name: Object.values(roles ?? {})[0]?.name ?? null }
}
