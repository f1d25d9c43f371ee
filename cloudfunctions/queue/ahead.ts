/** Which documents a record will be judged by, as far as it says so itself. A hint: what is missing here is read when it is needed. */
import * as v from 'valibot'
import type { Input } from '../../contract/call'
import { queuedCalls, type QueuedName } from '../../contract/queue/send'
import { eventIdOf } from '../_shared/records/events'
import { attendanceId } from '../_shared/records/facts'
import type { Place } from '../_shared/records/read-ahead'
import { registrationId } from '../_shared/records/registrations'
import { proveCode } from '../_shared/secrets/entry-code'

type Named = { [N in QueuedName]: (input: Input<(typeof queuedCalls)[N]>) => Place[] }

const at = (collection: string, id: string): Place => ({ collection, id })
const person = (sessionId: string, personKey: string) => [
  at('events', eventIdOf(sessionId)), at('registrations', registrationId(eventIdOf(sessionId), personKey)), at('attendance', attendanceId(sessionId, personKey)), at('people', personKey),
]

const needed: Named = {
  'attendance/check-in': ({ sessionId, personKey }) => person(sessionId, personKey),
  'attendance/check-in-code': ({ sessionId, code }) => {
    const personKey = personIn(code, sessionId)
    return personKey === null ? [at('events', eventIdOf(sessionId))] : person(sessionId, personKey)
  },
  // Whom the words mean is read by itself: there are few.
  'attendance/meet-face': ({ sessionId }) => [at('events', eventIdOf(sessionId))],
  // The rest is read in the transaction that takes it back.
  'attendance/undo': ({ sessionId }) => [at('events', eventIdOf(sessionId))],
  'attendance/walk-in': ({ sessionId, recordId }) => [at('events', eventIdOf(sessionId)), at('walk-ins', `${sessionId}:${recordId}`)],
  'attendance/headcount': ({ sessionId, recordId }) => [at('events', eventIdOf(sessionId)), at('headcounts', `${sessionId}:${recordId}`)],
  'work/log': ({ unitId, recordId }) => [at('units', unitId), at('work-entries', recordId)],
  'work/quiet-month': ({ unitId, month }) => [at('units', unitId), at('quiet-months', `${unitId}:${month}`)],
  'work/correct': ({ entryId }) => [at('work-entries', entryId)],
}

/** Whom a code names, if it is good. Where there are no keys the code's own judging says so, and the other records go on. */
function personIn(code: string, sessionId: string): string | null {
  try {
    const proved = proveCode(code, sessionId)
    return typeof proved !== 'string' && 'personKey' in proved ? proved.personKey : null
  } catch {
    return null
  }
}

export function neededBy({ call, input }: { call: string; input: unknown }): Place[] {
  if (!Object.hasOwn(queuedCalls, call)) return []
  const name = call as QueuedName
  const read = v.safeParse(queuedCalls[name].input, input)
  return read.success ? (needed[name] as (input: unknown) => Place[])(read.output) : []
}
