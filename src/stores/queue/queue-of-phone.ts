/**
 * This phone's queue (queue.ts): what a worker did goes through here, whether there is signal or not. It goes out at once, when the network
 * comes back, when the app is looked at again, by a tap, and by itself after growing pauses.
 */
import { useStore } from 'zustand'
import { sendQueue, type QueuedName } from '#contract/queue/send'
import { shelf } from '../../platform/shelf'
import { onWake } from '../../platform/wakes'
import { boxOf, type Box } from '../box'
import { call } from '../call'
import { onForget } from '../forgettable'
import { putAway, takeOut } from '../../platform/drawer'
import { clockDoubt, keepClock, measuredClock, rememberClock, sawTime } from '../server-clock'
import { loadMe, useMe } from '../people'
import { useKnown } from '../known-person'
import { openQueue, type Queued, type QueueState } from './queue'
import type { InQueue, Unread } from './queued-record'

type Told = (record: InQueue, value: unknown) => void
const told = new Set<Told>()

/** Whoever waits for receipts: the record has just left the queue. @public */
export function onReceipt(tell: Told): void {
  told.add(tell)
}

keepClock(takeOut('clock'), (clock) => putAway('clock', clock))

const owner = () => useKnown.getState().person?.personKey ?? null
/** One for each person: what one has erased must not take along what another has not sent. */
const boxes = new Map<string, Box>()
function ownBox(): Box {
  const name = `queue-${owner()}`
  const box = boxes.get(name) ?? boxOf(name)
  boxes.set(name, box)
  return box
}

const queue = openQueue({
  shelf,
  owner,
  box: { seal: (names) => ownBox().seal(names), open: (sealed) => ownBox().open(sealed) },
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
useKnown.subscribe(() => void queue.unlock())

export function useQueue<T>(select: (state: QueueState) => T): T {
  return useStore(queue.store, select)
}
useQueue.getState = queue.store.getState
useQueue.subscribe = queue.store.subscribe

/** @public */
export const { confirmDay, isFresh, letGo } = queue

/** Resolves once the record lies on this phone, and sends it on its way. @public */
export async function enqueue<N extends QueuedName>(name: N, input: Unread<N>, about?: { personKey?: string }): Promise<Queued> {
  const queued = await queue.enqueue(name, input, about)
  if (queued.ok) void sendQueued()
  return queued
}

/** Once more what was refused. @public */
export function putBack(recordId: string): Promise<void> {
  queue.putBack(recordId)
  return sendQueued()
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
  pauses = waits ? pauses + 1 : 0
  if (waits) pause = setTimeout(() => void sendQueued(), pauseFor(pauses) * 1000)
}

function pauseFor(times: number): number {
  return (longer[Math.min(times, longer.length) - 1] ?? 300) * (0.8 + Math.random() * 0.4)
}

onWake(() => { pauses = 0; void sendQueued() })
