/**
 * The door of a session: who is expected, who is in. Every tap lies on this phone before anything else happens (queue/), shows at once, and is
 * 待上传 until the community's receipt. A tap that was wrong is taken back by the next one, sent or not.
 */
import type { Output } from '#contract/call'
import type { checkInCode } from '#contract/attendance/check-in-code'
import { roster } from '#contract/attendance/roster'
import type { Softness } from '#contract/values'
import { call } from './call'
import { ofSession, subjectOf, withRecord } from './door-marks'
import { fetchStore } from './fetched'
import type { Queued } from './queue/queue'
import { enqueue, isFresh, letGo, onReceipt, useQueue } from './queue/queue-of-phone'
import type { InQueue } from './queue/queued-record'
import { newRecord } from './record'
import type { Roster } from './room'

export type { Roster }
export type RosterRow = Roster['rows'][number]

/** As the community has it; what waits here comes on top (door-marks.ts). */
export const useRoster = fetchStore(roster)

const kept: Promise<Queued> = Promise.resolve({ ok: true })

/** A second tap on the same row before anything was drawn is the first one. */
export function arrive(sessionId: string, personKey: string, present: number): Promise<Queued> {
  const last = waitingAt(sessionId, personKey).at(-1)
  if (last?.call === 'attendance/check-in' && last.input.present === present) return kept
  return enqueue('attendance/check-in', { ...newRecord(), sessionId, personKey, present, source: 'tap' })
}

/** Takes back the marks that were seen, no others. */
export function takeBack(sessionId: string, { personKey, marks }: RosterRow): Promise<Queued> {
  const [mark, ...others] = marks
  if (mark === undefined) return kept
  if (others.length === 0 && isFresh(mark)) return dropped(mark)
  return enqueue('attendance/undo', { ...newRecord(), sessionId, of: { what: 'check-in', personKey, marks } })
}

export function takeBackWalkIn(sessionId: string, recordId: string): Promise<Queued> {
  if (isFresh(recordId)) return dropped(recordId)
  return enqueue('attendance/undo', { ...newRecord(), sessionId, of: { what: 'walk-in', recordId } })
}

export function addWalkIn(sessionId: string, people: number, callName: string): Promise<Queued> {
  return enqueue('attendance/walk-in', { ...newRecord(), sessionId, people, source: 'tap', ...(callName ? { callName } : {}) })
}

export function countRoom(sessionId: string, people: number, softness: Softness): Promise<Queued> {
  return enqueue('attendance/headcount', { ...newRecord(), sessionId, people, softness, source: 'tap' })
}

/** It never went out: without it nothing has happened. */
function dropped(recordId: string): Promise<Queued> {
  letGo(recordId)
  return kept
}

function waitingAt(sessionId: string, subject: string): InQueue[] {
  return ofSession(useQueue.getState().records, sessionId).filter((one) => one.state !== 'refused' && subjectOf(one) === subject)
}

// The list has what the community has, until it comes afresh.
onReceipt((record, value) => {
  if (!('sessionId' in record.input)) return
  const { sessionId } = record.input
  const list = useRoster.getState().value
  if (list?.session.id === sessionId) {
    const about = record.call === 'attendance/check-in-code' ? (value as Output<typeof checkInCode>) : record.about
    useRoster.setState({ value: withRecord(list, about ? { ...record, about } : record) })
  }
  refreshSoon(sessionId)
})

let quiet: ReturnType<typeof setTimeout> | undefined
let receipts = 0

/** Others check in at the same door: after the last receipt the list is asked again, not after every tap of a queue. */
function refreshSoon(sessionId: string) {
  receipts += 1
  clearTimeout(quiet)
  quiet = setTimeout(() => void refresh(sessionId), 1500)
}

/** A list that was read before the last receipt would show a checked-in person as missing: it is asked again instead. */
async function refresh(sessionId: string) {
  const before = receipts
  if (useRoster.getState().input?.sessionId !== sessionId) return
  const answer = await call(roster, { sessionId })
  if (receipts !== before || useRoster.getState().input?.sessionId !== sessionId) return
  if (answer.ok) useRoster.setState({ value: answer.value, failed: null })
}
