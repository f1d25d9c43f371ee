/**
 * The durable queue of one phone. A record lies on the shelf before its maker is told so, and leaves it on a receipt only; whatever breaks off
 * in between, the shelf is the truth and the server takes each record once. Given a shelf, a clock and a way to send, it runs without a screen.
 */
import * as v from 'valibot'
import { createStore } from 'zustand/vanilla'
import type { Answer } from '#contract/call'
import { queuedCalls, type QueuedName, type sendQueue } from '#contract/queue/send'
import type { Shelf } from '../../platform/shelf'
import type { Clock } from '../server-clock'
import { asSent, nextBatch } from './batches'
import { contentHash } from './content-hash'
import { namesIn, needsWords, withNames } from './names-apart'
import type { About, InQueue, QueuedRecord, Trouble, Unread } from './queued-record'
import { judged, isPassing, troubleOf } from './receipts'
import { dropFrom, putOn, recordsOn } from './records-on-phone'
import { asItWas, atOtherTime, settledBy } from './settle-clock'

/** Owner of what was recorded before who-am-i was ever answered here. */
const nobodyYet = ''

/** Nobody refused it: its worker has to say which day it was, before it goes. */
export const dayUnsure = 'day-unsure'

/** Nobody refused it: the words by which somebody becomes known are lost for good, and without them it says nothing. */
export const wordsLost = 'words-lost'

export interface QueueState {
  /** Of who holds the phone, in the order things were done. */
  records: readonly InQueue[]
  /** How many lie here of others, who send them when they hold it. */
  others: number
  /** Lie on the phone and cannot be read by this version. */
  unreadable: number
  /** Of the last round; null: it went well, or nothing was to be sent. */
  failed: Trouble | null
}

export interface QueueParts {
  shelf: Shelf
  /** One call of queue/send; whatever went wrong is `offline`. Never throws. */
  send(records: { call: QueuedName; input: unknown }[]): Promise<Answer<typeof sendQueue>>
  /** personKey of who holds the phone, as last known; null: nobody has ever been known here, and what is recorded belongs to who is known first. */
  owner(): string | null
  /** Left out: a clock that is always right. */
  clock?: {
    /** May it say a wrong day at this moment? */
    isDoubtful(): boolean
    /** Asked before anything goes out; null: not measured in this run. */
    measured(): Clock | null
  }
  /** Seals what names people (stores/box.ts); left out: it lies in clear. */
  box?: {
    seal(content: unknown): Promise<string | null>
    open(sealed: string): Promise<unknown>
  }
  /** The record is with the community and no longer here. `value`: what its own call answered. */
  onReceipt?(record: InQueue, value: unknown): void
}

/** `no-room`: nothing was kept, and nothing old was dropped for it. `no-seal`: this phone cannot keep names sealed; without them it takes the record. */
export type Queued = { ok: true } | { ok: false; failure: 'no-room' | 'no-seal' | 'bad-input' | 'record-id-taken'; message?: string }

export function openQueue({ shelf, send, owner, clock, box, onReceipt }: QueueParts) {
  const store = createStore<QueueState>(() => stateOf(shelf, owner()))
  /** Made in this run and not sent yet: the community cannot have them. */
  const fresh = new Set<string>()
  let round: Promise<void> | null = null
  let lastOrder = 0

  const find = (recordId: string) => store.getState().records.find((one) => one.input.recordId === recordId)
  const change = (recordIds: ReadonlySet<string>, part: Partial<Pick<InQueue, 'state' | 'failed'>>) => store.setState(({ records }) => ({
    records: records.map((one) => (recordIds.has(one.input.recordId) ? { ...one, ...part } : one)),
  }))
  const put = (one: InQueue) => store.setState(({ records }) => ({ records: records.map((other) => (other.input.recordId === one.input.recordId ? one : other)) }))
  const forget = (recordId: string, meanwhile?: () => void) => {
    dropFrom(shelf, recordId)
    fresh.delete(recordId)
    meanwhile?.()
    store.setState(({ records }) => ({ records: records.filter((one) => one.input.recordId !== recordId) }))
  }

  /** Resolves once the record lies on the phone; the same record again is that record. */
  async function enqueue<N extends QueuedName>(call: N, input: Unread<N>, about?: About): Promise<Queued> {
    const read = v.safeParse(queuedCalls[call].input, input)
    if (!read.success) return { ok: false, failure: 'bad-input', message: read.issues[0].message }
    lastOrder = Math.max(lastOrder, store.getState().records.at(-1)?.order ?? 0) + 1
    const bare = { call, input: read.output, order: lastOrder, owner: owner() ?? nobodyYet, refused: null, ...(clock?.isDoubtful() ? { doubtful: true } : {}), ...(about ? { about } : {}) } as QueuedRecord
    const names = box ? namesIn(bare) : null
    const sealed = names && await box?.seal(names)
    if (sealed === null && names !== null) return { ok: false, failure: 'no-seal' }
    const record = sealed ? { ...bare, sealed } : bare
    const known = find(record.input.recordId)
    if (known) return contentHash(known.input) === contentHash(record.input) ? { ok: true } : { ok: false, failure: 'record-id-taken' }
    if (!putOn(shelf, record)) return { ok: false, failure: 'no-room' }
    fresh.add(record.input.recordId)
    store.setState(({ records }) => ({ records: [...records, { ...shown(record), locked: false }] }))
    return { ok: true }
  }

  /** Everything that may go, batch after batch, each record once. One round at a time: whoever asks meanwhile waits for that one. */
  function sendAll(): Promise<void> {
    // Begun a moment later, so that a round that ends at once has been noted before.
    round ??= Promise.resolve().then(goRound)
    return round
  }

  async function goRound(): Promise<void> {
    try {
      await unlock()
      let failed = await tellTime()
      settleClocks()
      const tried = new Set<string>()
      let batch = nextBatch(store.getState().records, tried)
      while (batch.length > 0 && failed === null) {
        for (const { input } of batch) tried.add(input.recordId)
        failed = await sendBatch(batch)
        batch = nextBatch(store.getState().records, tried)
      }
      store.setState({ failed })
    } finally {
      round = null
    }
  }

  /** Opens what is sealed. One that cannot be opened just now keeps its record waiting; one that never will, only its names. */
  async function unlock(): Promise<void> {
    for (const one of store.getState().records) {
      if (!one.locked) continue
      try {
        const names = await box?.open(one.sealed ?? '')
        const now = find(one.input.recordId)
        if (!now) continue
        put({ ...now, ...withNames(now, names), locked: false } as InQueue)
        if (names === undefined && needsWords(now)) setRefused(one.input.recordId, { failure: wordsLost })
      } catch {
        change(new Set([one.input.recordId]), { failed: { failure: 'locked' } })
      }
    }
  }

  /** What was done by a clock that nobody could trust goes only once that has been measured: any answer does. */
  async function tellTime(): Promise<Trouble | null> {
    const isDoubtful = () => store.getState().records.some((one) => one.state === 'waiting' && one.doubtful) && clock?.measured() === null
    if (!isDoubtful()) return null
    const answer = await send([])
    if (!answer.ok) return troubleOf(answer)
    return isDoubtful() ? { failure: 'offline' } : null
  }

  /** A clock that was wrong when a record was made is known by now, or its worker is asked for the day. */
  function settleClocks(): void {
    const measured = clock?.measured() ?? null
    if (measured === null) return
    for (const one of store.getState().records) {
      if (one.state !== 'waiting' || one.locked) continue
      const { record, asks } = settledBy(measured, onPhone(one))
      if (asks) replace({ ...record, refused: { failure: dayUnsure } })
      else if (record.input !== one.input || record.orOffsetMs !== one.orOffsetMs) replace(record)
    }
  }

  /** Where there is no room even for that, the phone knows it until it starts anew. */
  function replace(record: QueuedRecord): void {
    putOn(shelf, record)
    put({ ...shown(record), locked: false })
  }

  /** What keeps the whole line closed; null: it is open, whatever became of single records. */
  async function sendBatch(batch: InQueue[]): Promise<Trouble | null> {
    const ids = new Set(batch.map(({ input }) => input.recordId))
    for (const id of ids) fresh.delete(id)
    change(ids, { state: 'sending', failed: null })
    const answer = await send(batch.map(asSent))
    if (answer.ok) {
      for (const record of batch) settle(record, judged(record, (answer.value as { answers?: unknown } | null)?.answers))
      return null
    }
    const trouble = troubleOf(answer)
    if (isPassing(answer.failure)) {
      change(ids, { state: 'waiting', failed: trouble })
      return trouble
    }
    // Not the records but their envelope was refused: the one that spoils it is looked for, so that it holds up no other.
    if (answer.failure !== 'bad-input' || batch.length === 1) {
      for (const record of batch) settle(record, { is: 'refused', trouble })
      return null
    }
    const half = Math.ceil(batch.length / 2)
    return (await sendBatch(batch.slice(0, half))) ?? sendBatch(batch.slice(half))
  }

  function settle(record: InQueue, verdict: ReturnType<typeof judged>): void {
    const { recordId } = record.input
    // Its person let go of it while it was on its way.
    if (find(recordId)?.state !== 'sending') return
    if (verdict.is === 'receipted') {
      // Told before it is gone from the state: at no moment is it nowhere.
      forget(recordId, () => onReceipt?.(record, verdict.value))
    } else if (verdict.is === 'refused') setRefused(recordId, verdict.trouble)
    else change(new Set([recordId]), { state: 'waiting', failed: verdict.trouble })
  }

  function setRefused(recordId: string, refused: Trouble | null): void {
    const one = find(recordId)
    const other = one && refused && (asItWas(onPhone(one), refused.failure) ?? atOtherTime(clock?.measured() ?? null, onPhone(one), refused.failure))
    if (other) {
      replace(other)
      change(new Set([recordId]), { failed: refused })
    } else if (one) replace({ ...onPhone(one), refused })
  }

  return {
    store,
    enqueue,
    sendAll,
    unlock,
    /** The community cannot have it: letting go of it undoes it. */
    isFresh: (recordId: string) => fresh.has(recordId),
    /** For good, and only because its person says so: nothing else drops a record without a receipt. */
    letGo: (recordId: string) => forget(recordId),
    /** Out of the tray, to be sent once more. */
    putBack: (recordId: string) => setRefused(recordId, null),
    /** The worker said which day an entry in the tray is about: `2026-11-27`. It has never been sent, so it may still change. */
    confirmDay(recordId: string, on: string): void {
      const one = find(recordId)
      if (one?.refused?.failure !== dayUnsure || (one.call !== 'work/log' && one.call !== 'work/correct')) return
      const { at, offsetMs, dayConfirmed } = one.input
      // Perhaps it was sent before anybody doubted it; of the same day that is as good.
      const was = on === one.input.on && !one.doubtful ? { was: { at, offsetMs, dayConfirmed } } : {}
      replace({ ...onPhone(one), ...was, refused: null, doubtful: false, input: { ...one.input, on, dayConfirmed: true } } as QueuedRecord)
    },
    /** Reads the shelf anew: another person holds the phone, or nobody does any more. An answer that is still to come finds its record on the shelf, and it goes again. */
    reload: () => store.setState(stateOf(shelf, owner())),
  }
}

function stateOf(shelf: Shelf, who: string | null): QueueState {
  const { records: all, unreadable } = recordsOn(shelf)
  const records = who === null ? all : all.map((one) => (one.owner === nobodyYet ? owned(shelf, one, who) : one))
  const own = records.filter((one) => one.owner === (who ?? nobodyYet))
  return { records: own.map(shown), others: records.length - own.length, unreadable, failed: null }
}

function owned(shelf: Shelf, record: QueuedRecord, owner: string): QueuedRecord {
  const one = { ...record, owner }
  putOn(shelf, one)
  return one
}

function shown(record: QueuedRecord): InQueue {
  return { ...record, state: record.refused ? 'refused' : 'waiting', failed: null, locked: record.sealed !== undefined }
}

function onPhone({ state: _state, failed: _failed, locked: _locked, ...record }: InQueue): QueuedRecord {
  return record as QueuedRecord
}
