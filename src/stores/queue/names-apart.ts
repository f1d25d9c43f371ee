/**
 * What a worker typed about people does not lie in clear on the phone: it is sealed beside the record's figures (docs/phone.md). Where the
 * seal can no more be opened, the figures still go. Pure.
 */
import type { Content, QueuedRecord } from './queued-record'

/** The one field of a call that may name somebody: 称呼 of a walk-in, the note of an entry. */
const naming = { 'attendance/walk-in': 'callName', 'work/log': 'note' } as const

/** null: nothing of it names anybody. */
export function namesIn({ call, input }: Content): Record<string, string> | null {
  const field = call in naming ? naming[call as keyof typeof naming] : null
  const text = field === null ? undefined : (input as Record<string, unknown>)[field]
  return field !== null && typeof text === 'string' ? { [field]: text } : null
}

/** As it lies on the phone: what is sealed stands in the seal only. */
export function withoutNames(record: QueuedRecord): QueuedRecord {
  if (record.sealed === undefined) return record
  const { callName: _callName, note: _note, ...input } = record.input as typeof record.input & { callName?: string; note?: string }
  return { ...record, input } as QueuedRecord
}

/** `names`: as the seal gave them; undefined: it opens no more. */
export function withNames(record: QueuedRecord, names: unknown): QueuedRecord {
  return { ...record, input: { ...record.input, ...(names as object | undefined) } } as QueuedRecord
}
