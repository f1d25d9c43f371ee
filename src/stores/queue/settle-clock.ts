/**
 * When a record really happened, as far as it can be known once the clock has been measured again. Before its first try, so that it is sent
 * with one time and never with two. Pure.
 */
import { stampedAt } from '../stamped-at'
import { moved, type Clock } from '../server-clock'
import type { QueuedRecord } from './queued-record'

/** `asks`: the day that an entry is about can no more be told from this phone; its worker can. */
export interface Settled { record: QueuedRecord; asks: boolean }

export function settledBy({ last, before }: Clock, record: QueuedRecord): Settled {
  const keep = { record, asks: false }
  if (last === null || record.was === null) return keep
  const at = Date.parse(record.input.at)
  const withOffset = (offsetMs: number) => ({ ...record, doubtful: false, was: stampOf(record), input: { ...record.input, ...stampedAt(at, offsetMs) } }) as QueuedRecord
  const byNow = (offsetMs: number) => at - offsetMs <= last.serverAt + moved
  const asks = isEntry(record) && !record.input.dayConfirmed

  if (record.doubtful) return byNow(last.offsetMs) ? { record: withOffset(last.offsetMs), asks } : { record, asks }
  const wasSet = before !== null && Math.abs(before.offsetMs - last.offsetMs) > moved
  // Sent or measured by the old offset while that one held.
  if (!wasSet || Math.abs(record.input.offsetMs - before.offsetMs) > moved || at - before.offsetMs <= before.serverAt) return keep
  const byOld = byNow(before.offsetMs)
  const byNew = byNow(last.offsetMs) && at - last.offsetMs >= before.serverAt - moved
  if (byOld !== byNew) return byNew ? { record: withOffset(last.offsetMs), asks: false } : keep
  return { record: isEntry(record) ? record : { ...record, orOffsetMs: last.offsetMs }, asks }
}

/** What a time that was wrong is refused with. */
const byTime = ['check-in-closed', 'code-stale', 'code-of-another-day']

/** Under its id the community has it as it was sent before; so it gets its receipt. null: there is no before. */
export function asItWas({ was, ...record }: QueuedRecord, failure: string): QueuedRecord | null {
  return failure === 'record-id-taken' && was ? ({ ...record, was: null, input: { ...record.input, ...was } } as QueuedRecord) : null
}

function stampOf({ input: { at, offsetMs } }: QueuedRecord) {
  return { at, offsetMs }
}

/**
 * A record that was refused for its time, where that may as well have been another one, or is known better since the answer came. It was never
 * kept, so it may still say that. null: it stays refused.
 */
export function atOtherTime(clock: Clock | null, sent: QueuedRecord, failure: string): QueuedRecord | null {
  if (!byTime.includes(failure)) return null
  const settled = clock === null ? sent : settledBy(clock, sent).record
  if (settled.input !== sent.input) return settled
  const { orOffsetMs, ...record } = settled
  if (orOffsetMs === undefined) return null
  return { ...record, input: { ...record.input, ...stampedAt(Date.parse(record.input.at), orOffsetMs) } } as QueuedRecord
}

function isEntry(record: QueuedRecord): record is Extract<QueuedRecord, { call: 'work/log' | 'work/correct' }> {
  return record.call === 'work/log' || record.call === 'work/correct'
}
