import { randomBytes } from 'node:crypto'
import { find as findIn, Query } from 'mingo'
import { CloudFailure, requestFailed } from '../failure'
import { aggregated, type Stage } from './aggregate'
import { decodeDocument, encode, isObject, type Document } from './ejson'
import type { Declaration } from './indexes'
import { duplicateKey, rowOf, Rows, type Change, type Row } from './rows'
import { keyOf, Transactions } from './transactions'
import { updated } from './update'

const MOST_PER_GET = 1000

export interface Find {
  query?: Document
  order?: Record<string, 1 | -1>
  offset?: number
  limit?: number
  projection?: Document
}

/**
 * The document database. Every method runs from start to end without giving way, so each write is atomic by
 * construction; only `Blocked` (transactions.ts) asks the caller to come again.
 */
export class CloudDatabase {
  readonly #rows: Rows
  readonly #transactions = new Transactions()

  constructor(file: string, declaration: Declaration | null) {
    this.#rows = new Rows(file, declaration)
  }

  createCollection(name: string): void {
    this.#rows.create(name)
  }

  insert(collection: string, documents: Document[], transactionId?: string): string[] {
    this.#rows.require(collection)
    const changes = documents.map((document): Change => {
      const id = document._id ?? randomBytes(16).toString('hex')
      if (typeof id !== 'string' || id === '') throw requestFailed('the emulator knows text as _id only')
      const dollar = Object.keys(document).find((key) => key.startsWith('$'))
      if (dollar) throw requestFailed(`The dollar ($) prefixed field '${dollar}' is not valid for storage.`)
      return { collection, id, row: rowOf({ _id: id, ...document }) }
    })
    const ids = new Set<string>()
    for (const { id } of changes) {
      if (ids.has(id) || this.#current(collection, id, transactionId)) throw duplicateKey(collection, `index: _id_ dup key: { _id: "${id}" }`)
      ids.add(id)
    }
    this.#write(changes, transactionId)
    return [...ids]
  }

  /** Each document as EJSON text. */
  find(collection: string, { query = {}, order, offset = 0, limit = 100, projection }: Find, transactionId?: string): string[] {
    const rows = this.#matching(collection, query, transactionId)
    const texts = new Map(rows.map((row) => [row.document, row.text]))
    const cursor = findIn<Document>([...texts.keys()], {}, projection ?? {}, { scriptEnabled: false })
    if (order) cursor.sort(order)
    const found = cursor.skip(offset).limit(Math.min(limit, MOST_PER_GET)).all()
    return found.map((document) => texts.get(document) ?? encode(document))
  }

  count(collection: string, query: Document = {}): number {
    return this.#matching(collection, query).length
  }

  /** Returns how many documents are different now. */
  update(collection: string, query: Document, operators: Document, multi: boolean, transactionId?: string): number {
    const rows = this.#matching(collection, query, transactionId)
    const changes: Change[] = []
    for (const { id, document } of multi ? rows : rows.slice(0, 1)) {
      const after = updated(document, operators, query)
      if (after !== document) changes.push({ collection, id, row: rowOf(after) })
    }
    this.#write(changes, transactionId)
    return changes.length
  }

  /** Puts the whole document in place. */
  set(collection: string, id: string, document: Document, transactionId?: string): 'created' | 'replaced' {
    this.#rows.require(collection)
    const existed = this.#current(collection, id, transactionId) !== null
    this.#write([{ collection, id, row: rowOf({ _id: id, ...document }) }], transactionId)
    return existed ? 'replaced' : 'created'
  }

  remove(collection: string, query: Document, multi: boolean, transactionId?: string): number {
    const rows = this.#matching(collection, query, transactionId)
    const changes = (multi ? rows : rows.slice(0, 1)).map(({ id }): Change => ({ collection, id, row: null }))
    this.#write(changes, transactionId)
    return changes.length
  }

  aggregate(collection: string, stages: Stage[]): string[] {
    const first = stages[0]?.$match
    const source = this.#matching(collection, isObject(first) ? first : {})
    const copies = (rows: Row[]) => rows.map((row) => decodeDocument(row.text))
    return aggregated(stages, copies(source), (other) => copies(this.#matching(other, {}))).map(encode)
  }

  startTransaction(): string {
    return this.#transactions.begin()
  }

  commit(transactionId: string): void {
    const { written } = this.#transactions.get(transactionId)
    this.#transactions.close(transactionId)
    this.#write([...written.values()])
  }

  abort(transactionId: string): void {
    this.#transactions.get(transactionId)
    this.#transactions.close(transactionId)
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
    const verdict = new Query(query, { scriptEnabled: false })
    const candidates = this.#rows.candidates(collection, query)
    const seen = transactionId === undefined ? candidates : this.#seenBy(transactionId, collection, candidates)
    return seen.filter((row) => verdict.test(row.document))
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

  #write(changes: Change[], transactionId?: string): void {
    if (changes.length === 0) return
    if (transactionId !== undefined) return this.#transactions.claim(this.#transactions.get(transactionId), changes)
    this.#transactions.requireFree(changes)
    this.#transactions.keep(changes, (collection, id) => this.#rows.get(collection, id) ?? null)
    this.#rows.write(changes)
  }
}

/** mingo throws plain errors for operators it does not know or operands it cannot use. */
export function asDatabaseFailure(failure: unknown): CloudFailure {
  if (failure instanceof CloudFailure) return failure
  return requestFailed(failure instanceof Error ? failure.message : String(failure))
}
