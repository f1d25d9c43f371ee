/** The queue as it lies on the phone: each record under its own name, so that one write is one record and nothing can be half of two. */
import type { Shelf } from '../../platform/shelf'
import { withoutNames } from './names-apart'
import { readRecord, type QueuedRecord } from './queued-record'

export const prefix = 'queue/'
const nameOf = (recordId: string) => `${prefix}${recordId}`

/** In the order things were done. `unreadable`: how many things lie there that this version cannot read; they stay. */
export function recordsOn(shelf: Shelf): { records: QueuedRecord[]; unreadable: number } {
  const read = shelf.names(prefix).map((name) => readRecord(shelf.read(name)))
  const records = read.filter((one) => one !== null).sort((a, b) => a.order - b.order || (a.input.recordId < b.input.recordId ? -1 : 1))
  return { records, unreadable: read.length - records.length }
}

/** false: no room, and nothing has changed. */
export function putOn(shelf: Shelf, record: QueuedRecord): boolean {
  return shelf.write(nameOf(record.input.recordId), withoutNames(record))
}

export function dropFrom(shelf: Shelf, recordId: string): void {
  shelf.remove(nameOf(recordId))
}
