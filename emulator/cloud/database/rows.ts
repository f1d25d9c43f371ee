import Database from 'libsql'
import { CloudFailure, requestFailed } from '../failure'
import { decodeStored, encode, type Document } from './ejson'
import { MOST_COLLECTIONS, plainFields, requireDeclarable, requireIndexable, statementsFor, type Declaration, type Index } from './indexes'
import { planFor } from './plan'
import { RowCache } from './row-cache'

/** A stored document: never changed in place, since reads and transactions share it. */
export interface Row {
  readonly id: string
  readonly text: string
  readonly document: Document
}
/** `row: null` removes. */
export interface Change {
  collection: string
  id: string
  row: Row | null
}

const COLLECTION_NAME = /^[A-Za-z0-9_-]{1,128}$/
const LARGEST_DOCUMENT = 1_048_576
const MOST_STATEMENTS = 500

export const keyOf = (collection: string, id: string) => `${collection}/${id}`

export function rowOf(document: Document): Row {
  const text = encode(document)
  if (text.length * 3 > LARGEST_DOCUMENT && Buffer.byteLength(text) > LARGEST_DOCUMENT) throw requestFailed('document is larger than 1 MB')
  return { id: String(document._id), text, document }
}

export function duplicateKey(collection: string, detail: string): CloudFailure {
  return new CloudFailure('DATABASE_DUPLICATE_WRITE', `E11000 duplicate key error collection: ${collection} ${detail}`)
}

/** Documents as rows of SQLite, one table a collection. The only file that knows the driver. */
export class Rows {
  readonly #sqlite: Database.Database
  readonly #statements = new Map<string, Database.Statement>()
  readonly #declared: ReadonlyMap<string, Index[]>
  readonly #collections = new Set<string>()
  readonly #cache = new RowCache()

  constructor(file: string, declaration: Declaration) {
    requireDeclarable(declaration)
    this.#sqlite = new Database(file)
    this.#sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    this.#declared = new Map(Object.entries(declaration))
    const there = this.#namesOf("type = 'table'").filter((name) => COLLECTION_NAME.test(name))
    for (const name of new Set([...there, ...this.#declared.keys()])) this.create(name)
  }

  create(collection: string): void {
    if (!COLLECTION_NAME.test(collection)) throw requestFailed(`"${collection}" is not a collection name`)
    if (!this.has(collection) && this.#collections.size >= MOST_COLLECTIONS) {
      throw new CloudFailure('DATABASE_COLLECTION_EXCEED_LIMIT', `an environment has at most ${MOST_COLLECTIONS} collections`)
    }
    this.#sqlite.exec(`CREATE TABLE IF NOT EXISTS "${collection}" (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID`)
    this.#collections.add(collection)
    const indexes = this.indexes(collection)
    const wanted = statementsFor(collection, indexes)
    const there = this.#namesOf(`type = 'index' AND sql IS NOT NULL AND tbl_name = '${collection}'`)
    for (const name of there) if (!wanted.has(name)) this.#sqlite.exec(`DROP INDEX "${name}"`)
    const missing = [...wanted].filter(([name]) => !there.includes(name))
    try {
      if (missing.length > 0) for (const { document } of this.candidates(collection, {})) requireIndexable(document, indexes)
      for (const [, statement] of missing) this.#sqlite.exec(statement)
    } catch (failure) {
      throw new Error(`The indexes of "${collection}" cannot be made, because documents that are there already break them.`, { cause: failure })
    }
  }

  indexes(collection: string): Index[] {
    return this.#declared.get(collection) ?? []
  }

  count(collection: string): number {
    this.require(collection)
    return (this.#prepare(`SELECT count(*) AS n FROM "${collection}"`).get() as { n: number }).n
  }

  has(collection: string): boolean {
    return this.#collections.has(collection)
  }

  /** Throws as the cloud does when the collection was never created. */
  require(collection: string): void {
    if (!this.has(collection)) throw new CloudFailure('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${collection}`)
  }

  get(collection: string, id: string): Row | null {
    this.require(collection)
    const known = this.#cache.get(keyOf(collection, id))
    if (known) return known
    const found = this.#prepare(`SELECT id, body FROM "${collection}" WHERE id = ?`).get(id) as { id: string; body: string } | undefined
    return found ? this.#read(collection, found) : null
  }

  /** The rows that can match the query, in no particular order. */
  candidates(collection: string, query: Document): Row[] {
    this.require(collection)
    const { ids, where, parameters } = planFor(query, this.indexes(collection).flatMap(plainFields))
    if (ids) return ids.map((id) => this.get(collection, id)).filter((row) => row !== null)
    const sql = `SELECT id, body FROM "${collection}"${where ? ` WHERE ${where}` : ''}`
    const found = this.#prepare(sql).all(...parameters) as { id: string; body: string }[]
    return found.map((row) => this.#cache.get(keyOf(collection, row.id)) ?? this.#read(collection, row))
  }

  /** Throws for what an index does not take. */
  requireIndexable({ collection, row }: Change): void {
    if (row) requireIndexable(row.document, this.indexes(collection))
  }

  /** One after the other: what is refused ends it, those before are written; a crash undoes all. */
  write(changes: Change[]): void {
    if (changes.length === 1) return this.#writeOne(changes[0]!)
    this.#sqlite.exec('BEGIN IMMEDIATE')
    try {
      for (const change of changes) this.#writeOne(change)
    } finally {
      this.#sqlite.exec('COMMIT')
    }
  }

  close(): void {
    this.#statements.clear()
    this.#sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.#sqlite.close()
  }

  #writeOne(change: Change): void {
    const { collection, id, row } = change
    this.requireIndexable(change)
    try {
      if (!row) this.#prepare(`DELETE FROM "${collection}" WHERE id = ?`).run(id)
      else this.#prepare(`INSERT INTO "${collection}" (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`).run(id, row.text)
    } catch (failure) {
      if (failure instanceof Error && failure.message.includes('UNIQUE')) throw duplicateKey(collection, failure.message)
      throw failure
    }
    this.#cache.set(keyOf(collection, id), row)
  }

  #read(collection: string, { id, body }: { id: string; body: string }): Row {
    const row = { id, text: body, document: decodeStored(body) }
    this.#cache.set(keyOf(collection, id), row)
    return row
  }

  #namesOf(what: string): string[] {
    return (this.#sqlite.prepare(`SELECT name FROM sqlite_master WHERE ${what}`).all() as { name: string }[]).map(({ name }) => name)
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql)
    if (!statement) {
      if (this.#statements.size > MOST_STATEMENTS) this.#statements.clear()
      statement = this.#sqlite.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}
