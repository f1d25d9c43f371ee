import { randomBytes } from 'node:crypto'
import { find as findIn } from 'mingo'
import { CloudFailure, requestFailed } from '../failure'
import { aggregated, collectionsOf, requireStages, type Stage } from './aggregate'
import { underCeiling } from './ceiling'
import { isCovered, refuseScan } from './coverage'
import { decodeStored, encode, isObject, type Document } from './ejson'
import { geoFields, type Declaration } from './indexes'
import { matcherOf, mayNotEnd } from './matcher'
import { byDistance, distanceOf, nearStage } from './nearest'
import { duplicateKey, rowOf, Rows, type Change, type Row } from './rows'
import { requireOrder, requireProjection } from './stages'
import { keyOf, Transactions } from './transactions'
import { updated, updateOf } from './update'
import { requireStorable } from './update-operators'
import { sorted } from './values'

const MOST_PER_GET = 1000

export interface Find {
  query?: Document
  order?: Record<string, 1 | -1>
  offset?: number
  limit?: number
  projection?: Document
}

interface Reading {
  order?: Record<string, 1 | -1>
  /** Of everything, how many documents are looked at and not given; absent, all of them. */
  skipped?: number
}
export interface DatabaseOptions {
  /** The world's clock; absent, the real one. */
  now?: () => number
  /** With it, a request through the SDK that would look at more documents without an index fails. */
  mostScanned?: number | undefined
}

/**
 * The document database. Every method runs from start to end without giving way, so each write is atomic by
 * construction; only `Blocked` (transactions.ts) asks the caller to come again.
 */
export class CloudDatabase {
  readonly #rows: Rows
  readonly #transactions: Transactions
  readonly #mostScanned: number

  constructor(file: string, declaration: Declaration | null, { now = Date.now, mostScanned = Infinity }: DatabaseOptions = {}) {
    this.#rows = new Rows(file, declaration)
    this.#mostScanned = mostScanned
    this.#transactions = new Transactions(now)
  }

  createCollection(name: string): void {
    if (this.#rows.has(name)) throw requestFailed(`the collection ${name} already exists`)
    this.#rows.create(name)
  }

  insert(collection: string, documents: Document[], transactionId?: string): string[] {
    this.#rows.require(collection)
    const changes = documents.map((document): Change => {
      const id = document._id === undefined ? randomBytes(16).toString('hex') : document._id
      if (typeof id !== 'string' || id === '') throw requestFailed('the emulator knows text as _id only')
      requireStorable(document, collection)
      return { collection, id, row: rowOf({ _id: id, ...document }) }
    })
    const ids = new Set<string>()
    let taken: string | undefined
    for (const { id } of changes) {
      if (ids.has(id) || this.#current(collection, id, transactionId)) {
        taken = id
        break
      }
      ids.add(id)
    }
    this.#write(changes.slice(0, ids.size), transactionId)
    if (taken !== undefined) throw duplicateKey(collection, `index: _id_ dup key: { _id: "${taken}" }`)
    return [...ids]
  }

  /** Each document as EJSON text. */
  find(collection: string, { query = {}, order, offset = 0, limit = 100, projection }: Find, transactionId?: string): string[] {
    if (order) requireOrder(order)
    const rows = this.#matching(collection, query, transactionId)
    const inOrder = order && Object.keys(order).length > 0 ? sorted(rows, order, ({ document }) => document) : rows
    const page = inOrder.slice(offset, offset + Math.min(limit, MOST_PER_GET))
    if (!projection || Object.keys(projection).length === 0) return page.map(({ text }) => text)
    requireProjection(projection)
    return findIn<Document>(page.map(({ document }) => document), {}, projection, { scriptEnabled: false }).all().map(encode)
  }

  count(collection: string, query: Document = {}): number {
    return this.#matching(collection, query).length
  }

  /** Returns how many documents are different now. Where one refuses, those before it stay changed, as in MongoDB. */
  update(collection: string, query: Document, operators: Document, multi: boolean, transactionId?: string): number {
    const update = updateOf(operators)
    const endless = mayNotEnd(operators) || (mayNotEnd(query) && update.some(({ path }) => path.includes('$')))
    const rows = this.#matching(collection, query, transactionId)
    const changes: Change[] = []
    try {
      for (const { id, document } of multi ? rows : rows.slice(0, 1)) {
        const after = endless ? underCeiling(() => updated(document, update, query)) : updated(document, update, query)
        if (after !== document) changes.push({ collection, id, row: rowOf(after) })
      }
    } catch (refused) {
      this.#write(changes, transactionId)
      throw refused
    }
    this.#write(changes, transactionId)
    return changes.length
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
    const changes = (multi ? rows : rows.slice(0, 1)).map(({ id }): Change => ({ collection, id, row: null }))
    this.#write(changes, transactionId)
    return changes.length
  }

  aggregate(collection: string, stages: unknown[]): string[] {
    this.#rows.require(collection)
    const [first, ...others] = stages
    const nearest = isObject(first) && '$geoNear' in first ? this.#nearest(collection, first.$geoNear) : undefined
    const rest = nearest ? others : stages
    requireStages(rest, (name) => this.#rows.require(name))
    const match = rest[0]?.$match
    const source = nearest ?? this.#matching(collection, isObject(match) ? match : {}).map(copyOf)
    const joined = new Map(collectionsOf(rest).map((name) => [name, this.#matching(name, {}).map(copyOf)]))
    return underCeiling(() => aggregated(rest, source, (name) => joined.get(name) ?? [])).map(encode)
  }

  /** Throws when production would look at more documents for this than `mostScanned` says, for want of an index. */
  requireIndex(collection: string, query: Document, { order = {}, skipped = Infinity }: Reading = {}): void {
    if (this.#mostScanned === Infinity) return
    const covered = isCovered(query, order, this.#rows.indexes(collection))
    const everything = Object.keys(query).length === 0
    if (covered && !everything) return
    const scanned = Math.min(covered ? skipped : Infinity, this.#rows.count(collection))
    if (scanned > this.#mostScanned) refuseScan(collection, scanned, query, order)
  }

  /** The same for the first stages of an aggregate, and for every $lookup in it. */
  requireIndexes(collection: string, stages: Stage[]): void {
    if (this.#mostScanned === Infinity) return
    const [first = {}, second = {}] = stages
    const query = isObject(first.$match) ? first.$match : {}
    const order = (isObject(first.$sort) ? first.$sort : isObject(second.$sort) ? second.$sort : {}) as Record<string, 1 | -1>
    const few = '$limit' in first || '$sample' in first || '$count' in first || ('$sort' in first && '$limit' in second)
    if (!('$geoNear' in first)) this.requireIndex(collection, query, { order, skipped: few ? 0 : Infinity })
    for (const { $lookup } of stages) {
      if (!isObject($lookup)) continue
      if (Array.isArray($lookup.pipeline)) this.requireIndexes(String($lookup.from), $lookup.pipeline.filter(isObject))
      else this.requireIndex(String($lookup.from), { [String($lookup.foreignField)]: 1 })
    }
  }

  startTransaction(): string {
    return this.#transactions.begin()
  }

  commit(transactionId: string): void {
    const { written } = this.#transactions.get(transactionId)
    this.#transactions.close(transactionId)
    this.#write([...written.values()], undefined, 'together')
  }

  abort(transactionId: string): void {
    this.#transactions.get(transactionId)
    this.end(transactionId)
  }

  /** Drops it, if it is still there. */
  end(transactionId: string): void {
    this.#transactions.close(transactionId)
  }

  /** Ends the transactions that are too old now. To be called when the world's clock is set. */
  expire(): void {
    this.#transactions.expire()
  }

  /** For seeds and tests: many at once, without the protocol. */
  insertMany(collection: string, documents: object[]): string[] {
    return this.insert(collection, documents.map((document) => ({ ...document })))
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
    if (matcher.near) this.#requirePlaceIndex(collection, matcher.near.field)
    const candidates = this.#rows.candidates(collection, query)
    const seen = transactionId === undefined ? candidates : this.#seenBy(transactionId, collection, candidates)
    const matching = () => seen.filter((row) => matcher.test(row.document))
    const found = matcher.endless ? underCeiling(matching) : matching()
    return matcher.near ? byDistance(found, matcher.near, ({ document }) => document) : found
  }

  #requirePlaceIndex(collection: string, field: string): void {
    if (this.#rows.indexes(collection).some((index) => geoFields(index).includes(field))) return
    throw requestFailed(`unable to find index for $geoNear query: declare { "fields": { "${field}": "2dsphere" } } for "${collection}"`)
  }

  /** The first stage $geoNear: copies of the documents around a point, nearest first, each with its distance. */
  #nearest(collection: string, operand: unknown): Document[] {
    const { query, most, near, distanceField } = nearStage(operand, this.#rows.indexes(collection).flatMap(geoFields), collection)
    const rows = this.#matching(collection, query).slice(0, most)
    return rows.map((row) => updated(copyOf(row), updateOf({ $set: { [distanceField]: distanceOf(row.document, near) } }), {}))
  }

  /** The candidates as the transaction sees them: its own writes, else the snapshot. */
  #seenBy(transactionId: string, collection: string, candidates: Row[]): Row[] {
    const { written, before } = this.#transactions.get(transactionId)
    const rows = new Map<string, Row | null>(candidates.map((row) => [keyOf(collection, row.id), row]))
    for (const [key, kept] of before) if (kept.collection === collection) rows.set(key, kept.row)
    for (const [key, change] of written) if (change.collection === collection) rows.set(key, change.row)
    return [...rows.values()].filter((row) => row !== null)
  }

  #current(collection: string, id: string, transactionId?: string): Row | null {
    if (transactionId !== undefined) {
      const { written, before } = this.#transactions.get(transactionId)
      const own = written.get(keyOf(collection, id)) ?? before.get(keyOf(collection, id))
      if (own) return own.row
    }
    return this.#rows.get(collection, id) ?? null
  }

  #write(changes: Change[], transactionId?: string, how: 'together' | 'in turn' = 'in turn'): void {
    if (changes.length === 0) return
    if (transactionId !== undefined) {
      const transaction = this.#transactions.get(transactionId)
      const together = new Map([...transaction.written, ...changes.map((change): [string, Change] => [keyOf(change.collection, change.id), change])])
      this.#rows.try([...together.values()])
      return this.#transactions.claim(transaction, changes)
    }
    this.#transactions.requireFree(changes)
    this.#transactions.keep(changes, (collection, id) => this.#rows.get(collection, id) ?? null)
    try {
      this.#rows.write(changes)
    } catch (refused) {
      if (how === 'together' || changes.length === 1) throw refused
      for (const change of changes) this.#rows.write([change]) // until the one that is refused
    }
  }
}

const copyOf = (row: Row) => decodeStored(row.text)

/** mingo throws plain errors for operators it does not know or operands it cannot use. */
export function asDatabaseFailure(failure: unknown): CloudFailure {
  if (failure instanceof CloudFailure) return failure
  return requestFailed(failure instanceof Error ? failure.message : String(failure))
}
