import { randomBytes } from 'node:crypto'
import { requestFailed } from '../failure'
import { aggregated, requireStages } from './aggregate'
import { underCeiling } from './ceiling'
import { Coverage } from './coverage'
import { decodeStored, encode, type Document } from './ejson'
import { byDistance } from './geo'
import { geoFields, requirePlaceIndex, type Declaration } from './indexes'
import { matcherOf, mayNotEnd } from './matcher'
import { projected } from './projection'
import { duplicateKey, rowOf, Rows, type Change, type Row } from './rows'
import { Transactions } from './transactions'
import { updated, updateOf } from './update'
import { requireStorable } from './update-operators'
import { requireOrder, sorted } from './values'

const MOST_PER_GET = 1000

interface Find {
  query?: Document
  order?: Record<string, 1 | -1>
  offset?: number
  limit?: number
  projection?: Document
}

/**
 * The document database. Every method runs to its end without giving way, so each write is atomic; only `Blocked`
 * (transactions.ts) asks the caller to come again.
 */
export class CloudDatabase {
  readonly transactions: Transactions
  /** Asked before what comes through the SDK; seeds and tests look where they like. */
  readonly coverage: Coverage
  readonly #rows: Rows

  constructor(file: string, declaration: Declaration, { now = Date.now, mostScanned = Infinity } = {}) {
    this.#rows = new Rows(file, declaration)
    this.coverage = new Coverage(this.#rows, mostScanned)
    this.transactions = new Transactions(now)
  }

  createCollection(name: string): void {
    if (this.#rows.has(name)) throw requestFailed(`the collection ${name} already exists`)
    this.#rows.create(name)
  }

  insert(collection: string, documents: Document[], transactionId?: string): string[] {
    this.#rows.require(collection)
    const rows = documents.map((document): Row => {
      const id = document._id === undefined ? randomBytes(16).toString('hex') : document._id
      if (typeof id !== 'string' || id === '') throw requestFailed('the emulator knows text as _id only')
      requireStorable(document, collection)
      return rowOf({ _id: id, ...document })
    })
    const ids = new Set<string>()
    this.#writeEach(collection, rows, transactionId, (row) => {
      const taken = ids.has(row.id) || this.#current(collection, row.id, transactionId)
      if (taken) throw duplicateKey(collection, `index: _id_ dup key: { _id: "${row.id}" }`)
      ids.add(row.id)
      return row
    })
    return [...ids]
  }

  /** Each document as EJSON text. */
  find(collection: string, { query = {}, order = {}, offset = 0, limit = 100, projection = {} }: Find, transactionId?: string): string[] {
    requireOrder(order)
    const rows = this.#matching(collection, query, transactionId)
    const inOrder = Object.keys(order).length > 0 ? sorted(rows, order, ({ document }) => document) : rows
    return projected(inOrder.slice(offset, offset + Math.min(limit, MOST_PER_GET)), projection)
  }

  count(collection: string, query: Document = {}): number {
    return this.#matching(collection, query).length
  }

  /** Returns how many documents are different now. */
  update(collection: string, query: Document, operators: Document, multi: boolean, transactionId?: string): number {
    const update = updateOf(operators)
    const rows = this.#matching(collection, query, transactionId)
    const endless = mayNotEnd(operators)
    return this.#writeEach(collection, multi ? rows : rows.slice(0, 1), transactionId, ({ document }) => {
      const after = endless ? underCeiling(() => updated(document, update)) : updated(document, update)
      return after === document ? undefined : rowOf(after)
    })
  }

  /** Puts the whole document in place. */
  set(collection: string, id: string, document: Document, transactionId?: string): 'created' | 'replaced' | 'unchanged' {
    this.#rows.require(collection)
    requireStorable(document, collection)
    const before = this.#current(collection, id, transactionId)
    const row = rowOf({ _id: id, ...document })
    this.#write([{ collection, id, row }], transactionId)
    return before === null ? 'created' : before.text === row.text ? 'unchanged' : 'replaced'
  }

  remove(collection: string, query: Document, multi: boolean, transactionId?: string): number {
    const rows = this.#matching(collection, query, transactionId)
    return this.#writeEach(collection, multi ? rows : rows.slice(0, 1), transactionId, () => null)
  }

  aggregate(collection: string, stages: unknown[]): string[] {
    requireStages(stages, (name) => this.#rows.require(name))
    const copies = (name: string, query: Document) => this.#matching(name, query).map(({ text }) => decodeStored(text))
    return aggregated(stages, collection, this.#rows.indexes(collection).flatMap(geoFields), copies).map(encode)
  }

  commit(transactionId: string): void {
    const { written } = this.transactions.get(transactionId)
    this.transactions.close(transactionId)
    this.#write([...written.values()])
  }

  /** For seeds and tests: every match, without the limit of a get. */
  all(collection: string, query: Document): string[] {
    return this.#matching(collection, query).map((row) => row.text)
  }

  close(): void {
    this.#rows.close()
  }

  #matching(collection: string, query: Document, transactionId?: string): Row[] {
    const matcher = matcherOf(query)
    if (matcher.near) requirePlaceIndex(collection, this.#rows.indexes(collection), matcher.near.field)
    const candidates = transactionId === undefined ? this.#rows.candidates(collection, query) : this.#oneOf(collection, query, transactionId)
    const matching = () => candidates.filter((row) => matcher.test(row.document))
    const found = matcher.endless ? underCeiling(matching) : matching()
    return matcher.near ? byDistance(found, matcher.near) : found
  }

  /** What doc() of a transaction means. */
  #oneOf(collection: string, { _id: id }: Document, transactionId: string): Row[] {
    if (typeof id !== 'string') throw requestFailed('a transaction works on doc() only')
    const row = this.#current(collection, id, transactionId)
    return row ? [row] : []
  }

  #current(collection: string, id: string, transactionId?: string): Row | null {
    const seen = transactionId === undefined ? undefined : this.transactions.seenBy(transactionId, collection, id)
    return seen === undefined ? this.#rows.get(collection, id) : seen
  }

  /** What is refused midway ends it: those before are written, as in MongoDB. `change` gives the row to write; undefined: none. */
  #writeEach(collection: string, rows: Row[], transactionId: string | undefined, change: (row: Row) => Row | null | undefined): number {
    const changes: Change[] = []
    try {
      for (const before of rows) {
        const row = change(before)
        if (row !== undefined) changes.push({ collection, id: before.id, row })
      }
    } finally {
      this.#write(changes, transactionId)
    }
    return changes.length
  }

  #write(changes: Change[], transactionId?: string): void {
    if (changes.length === 0) return
    if (transactionId === undefined) {
      this.transactions.requireFree(changes)
      this.transactions.keep(changes, (collection, id) => this.#rows.get(collection, id))
      return this.#rows.write(changes)
    }
    for (const change of changes) {
      const unique = this.#rows.indexes(change.collection).some((index) => index.unique)
      if (unique) throw requestFailed(`the emulator keeps no unique index in a transaction: write "${change.collection}" outside of it`)
      this.#rows.requireIndexable(change)
    }
    this.transactions.claim(transactionId, changes)
  }
}
