/** One record that waits on this phone: what it is, whose, and what it is about. Pure. */
import { queuedCalls, type QueuedName } from '#contract/queue/send'
import type * as v from 'valibot'

/** As the contract reads it, defaults filled in: this is sent, and of this a receipt's hash is. */
export type QueuedInput<N extends QueuedName> = v.InferOutput<(typeof queuedCalls)[N]['input']>
/** What a caller passes: fields with a default may be left out. */
export type Unread<N extends QueuedName> = v.InferInput<(typeof queuedCalls)[N]['input']>

export type Content = { [N in QueuedName]: { call: N; input: QueuedInput<N> } }[QueuedName]

/** Why a record is not with the community. `failure`: of its own call or a common one. */
export interface Trouble { failure: string; message?: string | undefined }

/** As it lies on the phone. */
export type QueuedRecord = Content & {
  /** The order in which things were done here: clocks may jump. */
  order: number
  /** personKey of who did it: nobody else sends it. */
  owner: string
  /** What names people, sealed; on the phone the input stands without it (names-apart.ts). */
  sealed?: string
  /** Made while the clock was unknown or had jumped: its offset is measured before it goes. */
  doubtful?: boolean
  /** The clock was set somewhere around it: this may have been the offset as well, in ms. */
  orOffsetMs?: number
  /** How its time was written before it was known better: perhaps it was sent so. null: it was, and so it stays. */
  was?: { at: string; offsetMs: number; dayConfirmed?: boolean } | null
  /** Whom it is about, where the input does not say (a code that was read here). */
  personKey?: string | undefined
  /** Refused for good, until somebody looks after it. */
  refused: Trouble | null
}

/** As screens see it. `failed`: of a record that waits, what became of the last try. */
export type InQueue = QueuedRecord & {
  state: 'waiting' | 'sending' | 'refused'
  failed: Trouble | null
  /** Its seal is not opened yet: it waits for that, and its names are not known. */
  locked: boolean
}

/** What came off the phone, if it is one: null is not thrown away but not sent either. */
export function readRecord(stored: unknown): QueuedRecord | null {
  if (stored === null || typeof stored !== 'object') return null
  const { call, input, order, owner } = stored as Partial<QueuedRecord>
  const isWhole = typeof call === 'string' && call in queuedCalls && typeof input?.recordId === 'string' && typeof order === 'number' && typeof owner === 'string'
  return isWhole ? (stored as QueuedRecord) : null
}

/** A correction follows its entry: before that the community knows of nothing to correct. Everything else may arrive in any order. */
export function mayGo(record: Content, all: readonly Content[]): boolean {
  return record.call !== 'work/correct' || !all.some((other) => other.call === 'work/log' && other.input.recordId === record.input.entryId)
}
