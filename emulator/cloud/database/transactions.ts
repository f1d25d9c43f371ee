import { randomUUID } from 'node:crypto'
import { CloudFailure } from '../failure'
import type { Change, Row } from './rows'

const LIFE_MS = 30_000

/** A non-transactional write met a document that an open transaction has written: it waits for the end of it. */
export class Blocked extends Error {
  constructor(readonly until: Promise<void>) {
    super('blocked by a transaction')
  }
}

export interface Transaction {
  readonly id: string
  readonly begun: number
  /** Own writes, not yet anybody else's. */
  readonly written: Map<string, Change>
  /** What documents were when this began, for those that others have changed since: reading stays a snapshot. */
  readonly before: Map<string, { collection: string; row: Row | null }>
  readonly ended: Promise<void>
  readonly end: () => void
}

export const keyOf = (collection: string, id: string) => `${collection}/${id}`

/**
 * Snapshot isolation with document locks, as the vendor describes it: the second writer of a document fails at
 * once, a document changed since the snapshot cannot be written, a transaction lives 30 seconds.
 */
export class Transactions {
  readonly #open = new Map<string, Transaction>()
  readonly #locks = new Map<string, Transaction>()
  readonly #now: () => number

  /** `now` is the world's clock: setting it forward ends transactions as waiting does. */
  constructor(now: () => number) {
    this.#now = now
  }

  begin(): string {
    const id = randomUUID()
    let end = (): void => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    const timer = setTimeout(() => this.close(id), LIFE_MS)
    timer.unref()
    const stop = () => {
      clearTimeout(timer)
      end()
    }
    this.#open.set(id, { id, begun: this.#now(), written: new Map(), before: new Map(), ended, end: stop })
    return id
  }

  /** Ends those that are too old, and so frees who waits for them. To be called when the clock is set. */
  expire(): void {
    if (this.#open.size === 0) return
    const oldest = this.#now() - LIFE_MS
    for (const { id, begun } of this.#open.values()) if (begun <= oldest) this.close(id)
  }

  get(id: string): Transaction {
    this.expire()
    const transaction = this.#open.get(id)
    if (!transaction) throw new CloudFailure('DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable.TransactionNotExist] Transaction does not exist')
    return transaction
  }

  /** Ends it and frees its documents, whether it is then written or dropped. */
  close(id: string): void {
    const transaction = this.#open.get(id)
    if (!transaction) return
    this.#open.delete(id)
    for (const key of transaction.written.keys()) this.#locks.delete(key)
    transaction.end()
  }

  /** Takes the documents for this transaction, or ends it with a conflict. */
  claim(transaction: Transaction, changes: Change[]): void {
    for (const { collection, id } of changes) {
      const key = keyOf(collection, id)
      const holder = this.#locks.get(key)
      if ((holder && holder !== transaction) || transaction.before.has(key)) {
        this.close(transaction.id)
        throw new CloudFailure('DATABASE_TRANSACTION_CONFLICT', '[ResourceUnavailable.TransactionBusy] Transaction is busy: write conflict')
      }
    }
    for (const change of changes) {
      const key = keyOf(change.collection, change.id)
      this.#locks.set(key, transaction)
      transaction.written.set(key, change)
    }
  }

  /** For writes outside: throws `Blocked` before anything is written. */
  requireFree(changes: Change[]): void {
    this.expire()
    for (const { collection, id } of changes) {
      const holder = this.#locks.get(keyOf(collection, id))
      if (holder) throw new Blocked(holder.ended)
    }
  }

  /** Keeps what open transactions began with, just before it is changed for everybody. */
  keep(changes: Change[], current: (collection: string, id: string) => Row | null): void {
    for (const transaction of this.#open.values()) {
      for (const { collection, id } of changes) {
        const key = keyOf(collection, id)
        if (!transaction.before.has(key)) transaction.before.set(key, { collection, row: current(collection, id) })
      }
    }
  }
}
