/**
 * A worker scans codes. The door book says at once and without signal what a code is worth: what it refuses is said and goes nowhere; all else lies on this phone as it was
 * scanned, at that moment, and the community proves it again however late it comes.
 */
import { create } from './forgettable'
import type { Output } from '#contract/call'
import type { checkInCode } from '#contract/attendance/check-in-code'
import { useRoster, type RosterRow } from './attendance'
import { openDoorBook } from './door-book/door-books'
import { judgeCode, type Judged } from './door-book/judge-code'
import { withWaiting } from './door-marks'
import { serverTime } from './kept-codes'
import { enqueue, letGo, onReceipt, useQueue } from './queue/queue-of-phone'
import type { Queued } from './queue/queue'
import type { InQueue } from './queue/queued-record'
import { newRecord } from './record'
import { clockDoubt } from './server-clock'

export type WhoCame = Output<typeof checkInCode>

interface Scan {
  sessionId: string
  recordId: string
  /** By the door book; null: there is none on this phone. */
  here: Judged | null
  /** Their row as it stood before, where the list has one. */
  row: RosterRow | null
  /** What the community said. */
  came: WhoCame | null
  unkept: Extract<Queued, { ok: false }> | null
}

/** The scan whose answer is looked at. */
export const useScan = create<{ one: Scan | null }>()(() => ({ one: null }))

export async function takeCode(sessionId: string, code: string): Promise<void> {
  const record = newRecord()
  const here = await judgeHere(sessionId, code, Date.parse(record.at))
  const proved = here?.is === 'proved' ? here.row : null
  useScan.setState({ one: { sessionId, recordId: record.recordId, here, row: proved && rowOf(sessionId, proved.personKey), came: null, unkept: null } })
  if (here?.is === 'refused') return
  const about = proved ? { personKey: proved.personKey, present: Math.max(1, proved.partySize) } : undefined
  const queued = await enqueue('attendance/check-in-code', { ...record, sessionId, code }, about)
  if (!queued.ok) change(record.recordId, { unkept: queued })
}

/** `device`: its own clock at the scan, in ms. One that has gone backwards, or is beyond the end while the community was last heard before it, says nothing about a code's moment. */
async function judgeHere(sessionId: string, code: string, device: number): Promise<Judged | null> {
  const kept = await openDoorBook(sessionId)
  if (!kept) return null
  const at = serverTime(kept, device)
  return judgeCode(code, kept.book, clockDoubt() === null && at <= Date.parse(kept.book.until) ? at : null)
}

function rowOf(sessionId: string, personKey: string): RosterRow | null {
  const { value } = useRoster.getState()
  if (value?.session.id !== sessionId) return null
  return withWaiting(value, useQueue.getState().records).rows.find((row) => row.personKey === personKey) ?? null
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

/** What the community refused stays in 需要处理 until its worker says otherwise. */
export function closeScan(): void {
  useScan.setState({ one: null })
}

/** 不要这条了. */
export function dropScan(): void {
  const { one } = useScan.getState()
  if (one && recordOfScan(one, useQueue.getState().records)?.state === 'refused') letGo(one.recordId)
  closeScan()
}
