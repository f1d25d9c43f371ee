import { randomUUID } from 'node:crypto'
import { CloudFailure } from '../failure'
import { keyOf, type Change, type Row } from './rows'

const LIFE_MS = 30_000

/** A write outside met a document that an open transaction has written. */
export class Blocked extends Error {
  constructor(readonly until: Promise<void>) {
    super('blocked by a transaction')
  }
}

interface Transaction {
  readonly id: string
  readonly begun: number
  /** Own writes, not yet anybody else's. */
  readonly written: Map<string, Change>
  /** What documents were when this began, for those that others have changed since: reading stays a snapshot. */
  readonly before: Map<string, Row | null>
  readonly ended: Promise<void>
  readonly end: () => void
}

/**
 * Snapshot isolation with document locks: the second writer of a document fails at once, a document changed since the snapshot
 * cannot be written, a transaction lives 30 seconds.
 */
export class Transactions {
  readonly #open = new Map<string, Transaction>()
  readonly #locks = new Map<string, Transaction>()

  /** `now` is the world's clock: setting it forward ends transactions as waiting does. */
  constructor(private readonly now: () => number) {}

  begin(): string {
    const id = randomUUID()
    const timer = setTimeout(() => this.close(id), LIFE_MS).unref()
    let resolved = (): void => undefined
    const ended = new Promise<void>((resolve) => (resolved = resolve))
    const end = () => {
      clearTimeout(timer)
      resolved()
    }
    this.#open.set(id, { id, begun: this.now(), written: new Map(), before: new Map(), ended, end })
    return id
  }

  /** Ends those that are too old. To be called when the clock is set. */
  expire(): void {
    for (const { id, begun } of this.#open.values()) if (begun <= this.now() - LIFE_MS) this.close(id)
  }

  get(id: string): Transaction {
    this.expire()
    const transaction = this.#open.get(id)
    if (!transaction) throw new CloudFailure('DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable.TransactionNotExist] Transaction does not exist')
    return transaction
  }

  /** Ends it and frees its documents. */
  close(id: string): void {
    const transaction = this.#open.get(id)
    if (!transaction) return
    this.#open.delete(id)
    for (const key of transaction.written.keys()) this.#locks.delete(key)
    transaction.end()
  }

  /** What the transaction sees of a document; undefined: the same as everybody. */
  seenBy(id: string, collection: string, documentId: string): Row | null | undefined {
    const { written, before } = this.get(id)
    const key = keyOf(collection, documentId)
    return written.has(key) ? written.get(key)!.row : before.get(key)
  }

  /** Takes the documents for this transaction, or ends it with a conflict. */
  claim(id: string, changes: Change[]): void {
    const transaction = this.get(id)
    for (const change of changes) {
      const key = keyOf(change.collection, change.id)
      if ((this.#locks.get(key) ?? transaction) !== transaction || transaction.before.has(key)) {
        this.close(id)
        throw new CloudFailure('DATABASE_TRANSACTION_CONFLICT', '[ResourceUnavailable.TransactionBusy] Transaction is busy: write conflict')
      }
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
    for (const { before } of this.#open.values()) {
      for (const { collection, id } of changes) {
        const key = keyOf(collection, id)
        if (!before.has(key)) before.set(key, current(collection, id))
      }
    }
  }
}
