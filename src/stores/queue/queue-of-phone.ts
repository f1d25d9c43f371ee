/**
 * This phone's queue (queue.ts): what a worker did goes through here, whether there is signal or not. It goes out at once, when the network
 * comes back, when the app is looked at again, by a tap, and by itself after growing pauses.
 */
import { useStore } from 'zustand'
import { sendQueue, type QueuedName } from '#contract/queue/send'
import { shelf } from '../../platform/shelf'
import { onWake } from '../../platform/wakes'
import { boxOf } from '../box'
import { call } from '../call'
import { onForget } from '../forgettable'
import { putAway, takeOut } from '../../platform/drawer'
import { clockDoubt, keepClock, measuredClock, rememberClock, sawTime } from '../server-clock'
import { loadMe, useMe } from '../people'
import { useKnown } from '../known-person'
import { openQueue, type Queued, type QueueState } from './queue'
import { useUnkept } from './unkept'
import type { About, InQueue, Unread } from './queued-record'

type Told = (record: InQueue, value: unknown) => void
const told = new Set<Told>()

/** Whoever waits for receipts: the record has just left the queue. */
export function onReceipt(tell: Told): void {
  told.add(tell)
}

keepClock(takeOut('clock'), (clock) => putAway('clock', clock))

/** WeChat keeps the storage of each of its users apart, so one box is one person's. */
const box = boxOf('queue')

const queue = openQueue({
  shelf,
  box,
  owner: () => useKnown.getState().person?.personKey ?? null,
  send: (records) => call(sendQueue, { records }),
  clock: {
    isDoubtful: () => clockDoubt() !== null,
    measured: () => { const clock = measuredClock(); if (clock) rememberClock(); return clock },
  },
  onReceipt: (record, value) => { for (const tell of told) tell(record, value) },
})
for (const { input } of queue.store.getState().records) sawTime(Date.parse(input.at))
onForget(queue.reload)
void queue.unlock()
useKnown.subscribe(({ person }, before) => {
  if (person?.personKey === before.person?.personKey) return
  queue.reload()
  void queue.unlock()
  void sendQueued()
})

export function useQueue<T>(select: (state: QueueState) => T): T {
  return useStore(queue.store, select)
}
useQueue.getState = queue.store.getState
useQueue.subscribe = queue.store.subscribe

export const { isFresh, letGo } = queue

/** Resolves once the record lies on this phone, and sends it on its way. */
export async function enqueue<N extends QueuedName>(name: N, input: Unread<N>, about?: About): Promise<Queued> {
  const queued = await queue.enqueue(name, input, about)
  useUnkept.setState({ failed: queued.ok ? null : queued })
  if (queued.ok) void sendQueued()
  return queued
}

/** The worker said which day an entry in the tray is about: `2026-11-27`. */
export function confirmDay(recordId: string, on: string): Promise<void> {
  queue.confirmDay(recordId, on)
  return sendQueued()
}

/** Once more what was refused. */
export function putBack(recordId: string): Promise<void> {
  queue.putBack(recordId)
  return sendQueued()
}

/** Records are small: what is left at this share is good for some thousands. */
const nearlyFull = 0.9

/** `little`: to be said before the next record. A phone that does not say how much is left is taken at its word when it has none. */
export function roomLeft(): 'enough' | 'little' {
  return (shelf.used() ?? 0) >= nearlyFull ? 'little' : 'enough'
}

let pause: ReturnType<typeof setTimeout> | undefined
let pauses = 0
/** In seconds, each a little more or less, so that not everybody in the hall comes at once. */
const longer = [2, 5, 15, 60, 300]

/** All that waits and is this person's: what is said about a try stands at the records and in `failed`. Never throws. */
export async function sendQueued(): Promise<void> {
  clearTimeout(pause)
  if (!queue.store.getState().records.some(({ state }) => state === 'waiting')) return
  // Who holds the phone now? Nobody sends what another did.
  await loadMe()
  if (useMe.getState().value === null) queue.store.setState({ failed: { failure: 'offline' } })
  // A phone whose storage gives way keeps what lies there, for the next try.
  else await queue.sendAll().catch(() => queue.store.setState({ failed: { failure: 'internal' } }))
  const { records, failed } = queue.store.getState()
  const waits = records.some((one) => one.state === 'waiting' && (failed ?? one.failed) !== null)
  clearTimeout(pause)
  if (waits) pause = setTimeout(() => { pauses += 1; void sendQueued() }, pauseFor(pauses) * 1000)
  else pauses = 0
}

function pauseFor(times: number): number {
  return (longer[times] ?? 300) * (0.8 + Math.random() * 0.4)
}

onWake(() => { pauses = 0; void sendQueued() })
void sendQueued()
