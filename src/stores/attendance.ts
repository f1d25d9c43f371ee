/**
 * The door of a session: who is expected, who is in. Every tap lies on this phone before anything else happens (queue/), shows at once, and is
 * 待上传 until the community's receipt. A tap that was wrong is taken back by the next one, sent or not.
 */
import type { Output } from '#contract/call'
import type { checkInCode } from '#contract/attendance/check-in-code'
import type { meetFace } from '#contract/attendance/faces'
import { roster } from '#contract/attendance/roster'
import { mostUndone } from '#contract/attendance/undo'
import type { Softness } from '#contract/values'
import { call } from './call'
import { ofSession, subjectOf, withRecord } from './door-marks'
import { useFacesAtDoor } from './faces-at-door'
import { fetchStore } from './fetched'
import type { Queued } from './queue/queue'
import { enqueue, isFresh, letGo, onReceipt, useQueue } from './queue/queue-of-phone'
import type { InQueue, QueuedRecord } from './queue/queued-record'
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
export async function takeBack(sessionId: string, { personKey, marks }: Pick<RosterRow, 'personKey' | 'marks'>): Promise<Queued> {
  // Of a new face only the community knows the key: their record stands for them.
  if (marks.includes(personKey)) return isFresh(personKey) ? dropped(personKey) : enqueue('attendance/undo', { ...newRecord(), sessionId, of: { what: 'meet-face', recordId: personKey } })
  const sent = marks.filter((mark) => !isFresh(mark))
  for (const mark of marks.filter(isFresh)) void dropped(mark)
  for (let i = 0; i < sent.length; i += mostUndone) {
    const queued = await enqueue('attendance/undo', { ...newRecord(), sessionId, of: { what: 'check-in', personKey, marks: sent.slice(i, i + mostUndone) } })
    if (!queued.ok) return queued
  }
  return kept
}

export function takeBackWalkIn(sessionId: string, recordId: string): Promise<Queued> {
  if (isFresh(recordId)) return dropped(recordId)
  return enqueue('attendance/undo', { ...newRecord(), sessionId, of: { what: 'walk-in', recordId } })
}

export async function takeBackCount(sessionId: string, counts: Roster['headcounts']): Promise<Queued> {
  for (const { recordId } of counts) {
    const queued = isFresh(recordId) ? await dropped(recordId) : await enqueue('attendance/undo', { ...newRecord(), sessionId, of: { what: 'headcount', recordId } })
    if (!queued.ok) return queued
  }
  return kept
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
    useRoster.setState({ value: withRecord(list, { ...record, ...aboutWhom(record, value) }, useFacesAtDoor.getState().value?.faces) })
  }
  refreshSoon(sessionId)
})

/** Whom it was about, as the community says it. */
function aboutWhom(record: QueuedRecord, value: unknown): Pick<QueuedRecord, 'about'> {
  if (record.call === 'attendance/check-in-code') return { about: value as Output<typeof checkInCode> }
  return record.call === 'attendance/meet-face' ? { about: { personKey: (value as Output<typeof meetFace>).personKey, present: 1 } } : {}
}

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
