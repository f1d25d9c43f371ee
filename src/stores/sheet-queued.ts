/** What waits on this phone, shown in its place among the rows of a sheet. The same sums as the server's (product.md, 人次). Pure. */
import type { Output } from '#contract/call'
import type { sheetRows } from '#contract/attendance/sheet'
import type { InQueue } from './queue/queued-record'

type Rows = Output<typeof sheetRows>
export interface SheetNow extends Omit<Rows, 'rows' | 'lines'> { rows: SheetRow[]; lines: SheetLine[] }
/** `waiting`: on this phone only. */
export type SheetRow = Rows['rows'][number] & { waiting?: boolean }
export type SheetLine = Rows['lines'][number] & { waiting?: boolean }
interface Mark { personKey: string; recordId: string; present: number; source: SheetRow['source'] }
type Of<N extends InQueue['call']> = Extract<InQueue, { call: N }>['input']

export function isOf(record: InQueue, sessionId: string): boolean {
  return 'sessionId' in record.input && record.input.sessionId === sessionId
}

/** Refused ones are in the tray and not here. `kept`: their receipts came. */
export function withQueued(value: SheetNow, records: readonly InQueue[], kept = false): SheetNow {
  const now = records.filter((record) => record.state !== 'refused' && isOf(record, value.session.id)).reduce((rows, record) => withOne(rows, record, !kept), value)
  // Who is in without a row here stays counted.
  const beside = besideSheet(value, records)
  const signedIn = value.room.signedIn + present(now) - present(value) + beside.signedIn
  const walkIns = value.room.walkIns + inLines(now) - inLines(value) + beside.walkIns
  const unregistered = Math.max(0, (now.room.headcount ?? 0) - signedIn - walkIns)
  return { ...now, room: { ...now.room, signedIn, walkIns, unregistered, attendances: signedIn + walkIns + unregistered } }
}

/** People who stand in no row and wait to be told of: 熟面孔 and others, and who was taken in at the door. */
function besideSheet({ session, rows }: SheetNow, records: readonly InQueue[]): { signedIn: number; walkIns: number } {
  const here = records.filter((record) => record.state !== 'refused' && isOf(record, session.id))
  const undone = new Set(here.flatMap((one) => (one.call !== 'attendance/undo' ? [] : one.input.of.what === 'check-in' ? one.input.of.marks : [one.input.of.recordId])))
  const others = new Map<string, number>()
  const note = ({ personKey, present: came }: { personKey: string; present: number }) => { if (rows.every((row) => row.personKey !== personKey)) others.set(personKey, came) }
  let walkIns = 0
  for (const one of here) {
    if (undone.has(one.input.recordId)) continue
    if (one.call === 'attendance/meet-face') others.set(one.input.recordId, 1)
    if (one.call === 'attendance/check-in') note(one.input)
    if (one.call === 'attendance/check-in-code' && one.about) note(one.about)
    if (one.call === 'attendance/walk-in' && one.input.line === undefined) walkIns += one.input.people
  }
  return { signedIn: [...others.values()].reduce((sum, n) => sum + n, 0), walkIns }
}

function withOne(value: SheetNow, record: InQueue, waiting: boolean): SheetNow {
  switch (record.call) {
    case 'attendance/check-in': return { ...value, rows: value.rows.map((row) => withMark(row, record.input, waiting)) }
    case 'attendance/check-in-code': {
      // Whom it is of, where this phone could tell.
      const { about, input } = record
      return about ? { ...value, rows: value.rows.map((row) => withMark(row, { ...about, recordId: input.recordId, source: 'code' }, waiting)) } : value
    }
    case 'attendance/walk-in': return { ...value, lines: withLine(value.lines, record.input, waiting) }
    case 'attendance/headcount': return withCount(value, record.input)
    case 'attendance/undo': return withUndo(value, record.input.of)
    default: return value
  }
}

function withMark(row: SheetRow, { personKey, recordId, present: came, source }: Mark, waiting: boolean): SheetRow {
  if (row.personKey !== personKey) return row
  const marks = row.marks.includes(recordId) ? row.marks : [...row.marks, recordId]
  // What came by a tap or a code stands against paper.
  const counts = row.present === null || row.source === 'paper' || source !== 'paper'
  return { ...row, marks, waiting, ...(counts && { present: came, source }) }
}

function withLine(lines: SheetLine[], { line, people, callName, recordId }: Of<'attendance/walk-in'>, waiting: boolean): SheetLine[] {
  if (line === undefined) return lines
  const before = lines.find((one) => one.line === line)?.recordIds ?? []
  const after: SheetLine = { line, people, callName: callName ?? null, recordIds: before.includes(recordId) ? before : [...before, recordId], waiting }
  return [...lines.filter((one) => one.line !== line), after].sort((a, b) => a.line - b.line)
}

/** One counted in the room stands against one from paper. */
function withCount(value: SheetNow, { recordId, people, source }: Of<'attendance/headcount'>): SheetNow {
  if (source === 'paper' && value.headcounts.some((one) => one.source !== 'paper')) return value
  return { ...value, headcounts: [{ recordId, people, source }], room: { ...value.room, headcount: people } }
}

function withUndo(value: SheetNow, of: Of<'attendance/undo'>['of']): SheetNow {
  if (of.what === 'check-in') {
    return { ...value, rows: value.rows.map((row) => {
      const marks = row.marks.filter((mark) => !of.marks.includes(mark))
      return row.personKey === of.personKey && marks.length === 0 ? { ...row, marks, present: null, source: null } : row
    }) }
  }
  if (of.what === 'headcount') {
    const headcounts = value.headcounts.filter((one) => one.recordId !== of.recordId)
    return headcounts.length === value.headcounts.length ? value : { ...value, headcounts, room: { ...value.room, headcount: null } }
  }
  const without = (one: SheetLine) => ({ ...one, recordIds: one.recordIds.filter((id) => id !== of.recordId) })
  return { ...value, lines: value.lines.map(without).filter(({ recordIds }) => recordIds.length > 0) }
}

function present({ rows }: Pick<SheetNow, 'rows'>): number {
  return rows.reduce((sum, row) => sum + (row.present ?? 0), 0)
}

function inLines({ lines }: Pick<SheetNow, 'lines'>): number {
  return lines.reduce((sum, line) => sum + line.people, 0)
}
