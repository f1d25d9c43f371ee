/** What waits on this phone for the door of a session, and how a list reads with it: as it will once the community has it. Pure. */
import type { Softness } from '#contract/values'
import type { InQueue, QueuedRecord } from './queue/queued-record'
import { withCheckIn, withHeadcount, withMore, withOther, withUndo, withWalkIn, type Roster } from './room'

export function ofSession<R extends QueuedRecord>(records: readonly R[], sessionId: string): R[] {
  return records.filter(({ input }) => 'sessionId' in input && input.sessionId === sessionId)
}

/** How to call somebody who stands in no list: a 熟面孔 that this phone knows. */
export interface NamedFace { personKey: string; callName: string; building: string | null }

/** `records`: of the whole queue. What was refused changes nothing. */
export function withWaiting(value: Roster, records: readonly InQueue[], faces: readonly NamedFace[] = []): Roster {
  return standing(ofSession(records, value.session.id).filter(({ state }) => state !== 'refused')).reduce((list, record) => withRecord(list, record, faces), value)
}

/** A blank row of a sheet that was typed in twice counts as it was typed in last. */
function standing<R extends QueuedRecord>(records: readonly R[]): R[] {
  const lineOf = (one: R) => (one.call === 'attendance/walk-in' ? one.input.line : undefined)
  return records.filter((one, index) => lineOf(one) === undefined || !records.slice(index + 1).some((later) => lineOf(later) === lineOf(one)))
}

export function withRecord(value: Roster, record: QueuedRecord, faces: readonly NamedFace[] = []): Roster {
  if (record.call === 'attendance/check-in') {
    const face = faces.find(({ personKey }) => personKey === record.input.personKey)
    return face ? withOther(value, { ...face, ...record.input }) : withCheckIn(value, record.input)
  }
  if (record.call === 'attendance/meet-face') return withFace(value, record)
  if (record.call === 'attendance/walk-in') return withWalkIn(value, record.input)
  if (record.call === 'attendance/headcount') return withHeadcount(value, record.input)
  if (record.call === 'attendance/undo') return withUndo(value, record.input.of)
  return record.call === 'attendance/check-in-code' && record.about ? withCheckIn(value, { ...record.input, ...record.about }) : value
}

/** Until the community says who that is, the record stands for the person. */
function withFace(value: Roster, record: Extract<QueuedRecord, { call: 'attendance/meet-face' }>): Roster {
  const { recordId, at } = record.input
  // Sealed still, or for good: what it says of itself is not known.
  const { callName = '熟面孔', building = null } = record.input as Partial<typeof record.input>
  return withOther(value, { personKey: record.about?.personKey ?? recordId, present: 1, at, recordId, callName, building })
}

/** Whose row or line a record stands at: a person's key, or the id of the walk-in that is taken back. null: it stands at none. */
export function subjectOf(record: QueuedRecord): string | null {
  if (record.call === 'attendance/check-in') return record.input.personKey
  if (record.call === 'attendance/undo') return record.input.of.what === 'check-in' ? record.input.of.personKey : record.input.of.recordId
  return record.about?.personKey ?? (record.call === 'attendance/meet-face' ? record.input.recordId : null)
}

/** By subject, one record each: one that was refused before one that waits, the latest before others. */
export function bySubject(records: readonly InQueue[]): ReadonlyMap<string, InQueue> {
  const found = new Map<string, InQueue>()
  for (const record of records) {
    const subject = subjectOf(record)
    if (subject !== null && found.get(subject)?.state !== 'refused') found.set(subject, record)
  }
  return found
}

/**
 * The sums of a session where no list is at hand, with what waits for it. What takes back something that the community has already is not known
 * here and changes nothing until its receipt.
 */
export function roomWith(room: Roster['room'], records: readonly QueuedRecord[]): Roster['room'] {
  const undone = new Set(records.flatMap((one) => (one.call !== 'attendance/undo' ? [] : one.input.of.what === 'check-in' ? one.input.of.marks : [one.input.of.recordId])))
  const live = standing(records.filter(({ input }) => !undone.has(input.recordId)))
  const present = new Map<string, number>()
  let walkedIn = 0
  let headcount: { people: number; softness: Softness } | null = null
  for (const one of live) {
    if (one.call === 'attendance/check-in') present.set(one.input.personKey, one.input.present)
    if (one.call === 'attendance/check-in-code' && one.about) present.set(one.about.personKey, one.about.present)
    if (one.call === 'attendance/meet-face') present.set(one.about?.personKey ?? one.input.recordId, 1)
    if (one.call === 'attendance/walk-in') walkedIn += one.input.people
    if (one.call === 'attendance/headcount') headcount = one.input
  }
  return withMore(room, { signedIn: [...present.values()].reduce((sum, n) => sum + n, 0), walkedIn, headcount })
}
