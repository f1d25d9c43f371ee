/** One record that waits on this phone: what it is, whose, and what it is about. Pure. */
import { queuedCalls, type QueuedName } from '#contract/queue/send'
import * as v from 'valibot'

/** As the contract reads it, defaults filled in: this is sent, and of this a receipt's hash is. */
export type QueuedInput<N extends QueuedName> = v.InferOutput<(typeof queuedCalls)[N]['input']>
/** What a caller passes: fields with a default may be left out. */
export type Unread<N extends QueuedName> = v.InferInput<(typeof queuedCalls)[N]['input']>

export type Content = { [N in QueuedName]: { call: N; input: QueuedInput<N> } }[QueuedName]

/** Why a record is not with the community. `failure`: of its own call or a common one. */
export interface Trouble { failure: string; message?: string | undefined }

export interface About { personKey: string; present: number }

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
  /** Whom a scanned code is of, where this phone could tell by itself. */
  about?: About
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
  return isWhole ? ({ ...stored, input: filledIn(call, input) } as QueuedRecord) : null
}

/** What an older version of the app laid down has not what its call has got since: the community hashes it with that, and so does this phone. Nothing is left out of it. */
function filledIn(call: QueuedName, input: object): object {
  const read = v.safeParse(queuedCalls[call].input, input)
  return read.success ? { ...input, ...read.output } : input
}

/** Of a work entry: its own id, also in the record that corrects it. */
export function entryOf(record: Content): string | null {
  if (record.call === 'work/log') return record.input.recordId
  return record.call === 'work/correct' ? record.input.entryId : null
}

/**
 * A correction follows its entry and the corrections made before it: each names the version that it saw. What takes back a new face follows that one, whose key only
 * the community knows. Everything else may arrive in any order. An earlier record of these that was refused holds up nobody.
 */
export function mayGo(record: InQueue, all: readonly InQueue[]): boolean {
  if (record.call === 'attendance/undo') return record.input.of.what !== 'meet-face' || !isOnItsWay(record.input.of.recordId, all)
  if (record.call !== 'work/correct') return true
  return !all.some((other) => other.order < record.order && entryOf(other) === record.input.entryId && (other.call === 'work/log' || other.state !== 'refused'))
}

function isOnItsWay(recordId: string, all: readonly InQueue[]): boolean {
  return all.some(({ input, state }) => input.recordId === recordId && state !== 'refused')
}
