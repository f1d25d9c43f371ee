/** A door book as it is sealed: without the names of its fields, for 2,000 rows must fit into one entry of WeChat's storage (1 MB). Pure. */
import type { doorBook } from '#contract/attendance/door-book'
import type { Output } from '#contract/call'

export type DoorBook = Output<typeof doorBook>
type Row = DoorBook['rows'][number]

const fields = ['personKey', 'callName', 'building', 'lastTwo', 'partySize', 'present', 'checkedInAt', 'marks', 'checks', 'replaced'] as const satisfies readonly (keyof Row)[]

interface Packed { version: 1; book: Omit<DoorBook, 'rows'>; rows: unknown[][]; offsetMs: number }
/** What a book of an older version of the app has not. */
const older = { faces: [], headcounts: [], printed: 0 } satisfies Partial<DoorBook>

/** `offsetMs`: how far the clock was off when it came. */
export interface KeptBook { book: DoorBook; offsetMs: number }

export function packed({ book: { rows, ...book }, offsetMs }: KeptBook): Packed {
  return { version: 1, book, rows: rows.map((row) => fields.map((field) => row[field])), offsetMs }
}

/** null: it was packed by another version. */
export function unpacked(content: unknown): KeptBook | null {
  const { version, book, rows, offsetMs } = (content ?? {}) as Partial<Packed>
  if (version !== 1 || !book || !Array.isArray(rows) || typeof offsetMs !== 'number') return null
  return { book: { ...older, ...book, rows: rows.map((row) => Object.fromEntries(fields.map((field, i) => [field, row[i]])) as unknown as Row) }, offsetMs }
}
