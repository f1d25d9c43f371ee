/** Marks and undone marks on `attendance/<session>:<person>`. Each is written once, so order and repeats never matter. */
import { command } from '../cloud'
import { presenceOf } from '../rules/presence'
import type { EventRecord, SessionRecord } from './events'
import { attendance, attendanceId, attendanceRecord, type Mark, type Undone } from './facts'

/** true: by this mark the person came in; false: they were in already, or the mark is known. */
export async function markAttendance(event: EventRecord, session: SessionRecord, personKey: string, made: { recordId: string; mark: Mark }): Promise<boolean> {
  const { recordId, mark } = made
  const bare = attendanceRecord(event, session, personKey)
  const { added, record } = await attendance.addOnce({ ...bare, marks: { [recordId]: mark } })
  if (added) return true
  const isNew = (await writeOnce(bare._id, `marks.${recordId}`, mark)) && !Object.hasOwn(record.marks, recordId)
  return isNew && presenceOf(record) === null
}

/** Did this record come before? */
export async function isMarked(sessionId: string, personKey: string, recordId: string): Promise<boolean> {
  const record = await attendance.find(attendanceId(sessionId, personKey))
  return record !== null && Object.hasOwn(record.marks, recordId)
}

/** How many of the named marks were not undone yet. The undo may come before the marks that it names. */
export async function undoAttendance(event: EventRecord, session: SessionRecord, personKey: string, undo: { marks: readonly string[]; undone: Undone }): Promise<number> {
  const { marks, undone } = undo
  const bare = attendanceRecord(event, session, personKey)
  const { added } = await attendance.addOnce({ ...bare, undone: Object.fromEntries(marks.map((recordId) => [recordId, undone])) })
  if (added) return marks.length
  let written = 0
  for (const recordId of marks) if (await writeOnce(bare._id, `undone.${recordId}`, undone)) written += 1
  return written
}

export function attendanceAt(sessionIds: readonly string[]) {
  return attendance.all({ sessionId: command.in([...sessionIds]) })
}

async function writeOnce(id: string, field: string, value: object): Promise<boolean> {
  return (await attendance.update({ _id: id, [field]: command.exists(false) }, { [field]: command.set(value) })) === 1
}
