/** Marks and undone marks on `attendance/<session>:<person>`. Each is written once, so order and repeats never matter. */
import { command } from '../cloud'
import { saidAt } from '../rules/attendance-window'
import { isSameClock } from '../rules/clocks'
import { presenceOf } from '../rules/presence'
import { auditUndo } from './audit'
import type { EventRecord, SessionRecord } from './events'
import { attendance, attendanceId, attendanceRecord, type AttendanceRecord, type Mark, type Undone } from './facts'
import { countedOr, isLate, isNotedLate, type Ahead } from './outcome-of-month'
import { inTransaction } from './transaction'

/**
 * `counted`: by this mark the person came in, `correction`: after the month was closed; `already-there`: they were in already, or the mark is known;
 * `record-id-taken`: under this id another mark is kept, and a receipt would let the device forget its own.
 */
export interface Marked {
  outcome: 'counted' | 'correction' | 'already-there' | 'record-id-taken'
  /** What stood there when this mark came for the first time; null: nothing did, or the mark is known. */
  before: AttendanceRecord | null
}

export type TakenBack = 'counted' | 'correction' | 'already-there'

/** `unless`: no further mark is written where this holds of what stands there. Where reports decide whether it is late, in one transaction with its entry in the audit. */
export async function markAttendance(
  event: EventRecord, session: SessionRecord, personKey: string, made: { recordId: string; mark: Mark }, ahead: Ahead, unless: (record: AttendanceRecord) => boolean = () => false,
): Promise<Marked> {
  const { recordId, mark } = made
  const bare = attendanceRecord(event, session, personKey)
  if (ahead) return markAhead(bare, made, ahead, unless)
  const { added, record } = await attendance.addOnce({ ...bare, marks: { [recordId]: mark } })
  if (added) return { outcome: 'counted', before: null }
  const known = record.marks[recordId]
  if (known) return { outcome: isSameMark(known, mark) ? 'already-there' : 'record-id-taken', before: null }
  if (unless(record)) return { outcome: 'already-there', before: record }
  if (await writeOnce(bare._id, `marks.${recordId}`, mark)) return { outcome: presenceOf(record) === null ? 'counted' : 'already-there', before: record }
  // Under this id somebody was faster.
  return { outcome: (await isMarked(session.id, personKey, made)) ? 'already-there' : 'record-id-taken', before: null }
}

/** The same, in one transaction. */
function markAhead(bare: AttendanceRecord, { recordId, mark }: { recordId: string; mark: Mark }, ahead: NonNullable<Ahead>, unless: (record: AttendanceRecord) => boolean): Promise<Marked> {
  return inTransaction(async (transaction): Promise<Marked> => {
    const before = await transaction.find<AttendanceRecord>('attendance', bare._id)
    const known = before?.marks[recordId]
    if (known) return { outcome: isSameMark(known, mark) ? 'already-there' : 'record-id-taken', before: null }
    if (before && unless(before)) return { outcome: 'already-there', before }
    const late = await isNotedLate(transaction, bare, mark.by, ahead)
    if (before) await transaction.update('attendance', bare._id, { [`marks.${recordId}`]: command.set(mark), toCount: true })
    else await transaction.add('attendance', { ...bare, marks: { [recordId]: mark } })
    return { outcome: before === null || presenceOf(before) === null ? countedOr(late) : 'already-there', before }
  })
}

/** Did this very record come before? */
export async function isMarked(sessionId: string, personKey: string, made: { recordId: string; mark: Mark }): Promise<boolean> {
  const known = (await attendance.find(attendanceId(sessionId, personKey)))?.marks[made.recordId]
  return known !== undefined && isSameMark(known, made.mark)
}

/** Whose mark at the session has this record id; null: nobody's. */
export async function whoWasMarked(sessionId: string, recordId: string): Promise<string | null> {
  return (await attendance.list({ sessionId, [`marks.${recordId}`]: command.exists(true) }, { limit: 1, fields: ['personKey'] }))[0]?.personKey ?? null
}

/** How many a code brings in is the server's count of the day, so it says nothing about whether the record is the same. */
function isSameMark(one: Mark, other: Mark): boolean {
  return (one.source === 'code' || one.present === other.present) && saidAt(one) === saidAt(other) && one.source === other.source && one.by === other.by && isSameClock(one.clocks, other.clocks)
}

/** `already-there`: none of the named marks was still to undo. The undo may come before the marks that it names. With its entry in the audit. */
export async function undoAttendance(event: EventRecord, session: SessionRecord, personKey: string, undo: { marks: readonly string[]; undone: Undone; at: string; ahead: Ahead }): Promise<TakenBack> {
  const { marks, undone, at, ahead } = undo
  const bare = attendanceRecord(event, session, personKey)
  return inTransaction(async (transaction): Promise<TakenBack> => {
    const known = await transaction.find<AttendanceRecord>('attendance', bare._id)
    const open = marks.filter((recordId) => !Object.hasOwn(known?.undone ?? {}, recordId))
    if (open.length === 0) return 'already-there'
    const late = await isLate(transaction, ahead)
    await auditUndo(transaction, event, session, { of: 'check-in', about: bare._id, marks: open.length }, undone, at)
    if (known) await transaction.update('attendance', bare._id, { ...Object.fromEntries(open.map((recordId) => [`undone.${recordId}`, command.set(undone)])), toCount: true })
    else await transaction.add('attendance', { ...bare, undone: Object.fromEntries(open.map((recordId) => [recordId, undone])) })
    return countedOr(late)
  })
}

export function attendanceAt(sessionIds: readonly string[]) {
  return attendance.all({ sessionId: command.in([...sessionIds]) })
}

async function writeOnce(id: string, field: string, value: object): Promise<boolean> {
  return (await attendance.update({ _id: id, [field]: command.exists(false) }, { [field]: command.set(value), toCount: true })) === 1
}

/** Wherever the person was checked in, with their marks. */
export function attendanceOf(personKey: string): Promise<AttendanceRecord[]> {
  return attendance.all({ personKey })
}
