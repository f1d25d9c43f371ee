/** A worker scans codes: each scan lies on this phone as it was made, at that moment, and stays good however late it goes out. */
import { create } from './forgettable'
import type { Output } from '#contract/call'
import type { checkInCode } from '#contract/attendance/check-in-code'
import { enqueue, letGo, onReceipt, useQueue } from './queue/queue-of-phone'
import type { Queued } from './queue/queue'
import type { InQueue } from './queue/queued-record'
import { newRecord } from './record'

export type WhoCame = Output<typeof checkInCode>

interface Scan { sessionId: string; recordId: string; came: WhoCame | null; unkept: Extract<Queued, { ok: false }> | null }

/** The scan whose answer is looked at. */
export const useScan = create<{ one: Scan | null }>()(() => ({ one: null }))

export async function takeCode(sessionId: string, code: string): Promise<void> {
  const record = newRecord()
  useScan.setState({ one: { sessionId, recordId: record.recordId, came: null, unkept: null } })
  const queued = await enqueue('attendance/check-in-code', { ...record, sessionId, code })
  if (!queued.ok) change(record.recordId, { unkept: queued })
}

onReceipt((record, value) => {
  if (record.call === 'attendance/check-in-code') change(record.input.recordId, { came: value as WhoCame })
})

function change(recordId: string, part: Partial<Scan>): void {
  const { one } = useScan.getState()
  if (one?.recordId === recordId) useScan.setState({ one: { ...one, ...part } })
}

/** The scan's own record, while it lies on this phone. */
export function recordOfScan(one: Scan | null, records: readonly InQueue[]): InQueue | null {
  return records.find(({ input }) => input.recordId === one?.recordId) ?? null
}

/** A refusal that the worker has just read needs no tray. */
export function closeScan(): void {
  const { one } = useScan.getState()
  if (recordOfScan(one, useQueue.getState().records)?.state === 'refused' && one) letGo(one.recordId)
  useScan.setState({ one: null })
}
