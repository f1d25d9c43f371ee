/**
 * What a worker typed about people does not lie in clear on the phone: it is sealed beside the record's figures (docs/phone.md). Where the
 * seal can no more be opened, the figures still go. Pure.
 */
import type { Content, QueuedRecord } from './queued-record'

/** The fields of a call that may name somebody: 称呼 and building at the door, the note of an entry. */
const naming: Partial<Record<Content['call'], readonly string[]>> = { 'attendance/walk-in': ['callName'], 'attendance/meet-face': ['callName', 'building'], 'work/log': ['note'] }

/** null: nothing of it names anybody. */
export function namesIn({ call, input }: Content): Record<string, string> | null {
  const named = Object.entries(input).filter(([field, text]) => naming[call]?.includes(field) && typeof text === 'string')
  return named.length > 0 ? (Object.fromEntries(named) as Record<string, string>) : null
}

/** Is it nothing without them? */
export function needsWords({ call }: Content): boolean {
  return call === 'attendance/meet-face'
}

/** As it lies on the phone: what is sealed stands in the seal only. */
export function withoutNames(record: QueuedRecord): QueuedRecord {
  if (record.sealed === undefined) return record
  return { ...record, input: Object.fromEntries(Object.entries(record.input).filter(([field]) => !naming[record.call]?.includes(field))) } as QueuedRecord
}

/** `names`: as the seal gave them; undefined: it opens no more. */
export function withNames(record: QueuedRecord, names: unknown): QueuedRecord {
  return { ...record, input: { ...record.input, ...(names as object | undefined) } } as QueuedRecord
}
