import Database from 'libsql'
import { CloudFailure, requestFailed } from '../failure'
import { decodeStored, encode, isObject, type Document } from './ejson'
import { geoFields, MOST_COLLECTIONS, plainFields, requireDeclarable, statementsFor, typeOf, type Declaration, type Index } from './indexes'
import { shapeOf } from './geo'
import { planFor, type Plan } from './plan'
import { anyAt } from './values'

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

const CACHE_CHARACTERS = 16_000_000
const COLLECTION_NAME = /^[A-Za-z0-9_-]{1,128}$/
const LARGEST_DOCUMENT = 1_048_576

export function rowOf(document: Document): Row {
  const text = encode(document)
  if (text.length * 3 > LARGEST_DOCUMENT && Buffer.byteLength(text) > LARGEST_DOCUMENT) throw requestFailed('document is larger than 1 MB')
  return { id: String(document._id), text, document }
}

/** Documents as rows of SQLite, one table a collection. The only file that knows the driver. */
export class Rows {
  readonly #sqlite: Database.Database
  readonly #statements = new Map<string, Database.Statement>()
  readonly #declaration: Declaration | null
  /** Per collection, the declared fields that no document holds an array in (an index finds those only whole). */
  readonly #fields = new Map<string, Set<string>>()
  readonly #unique = new Map<string, boolean>()
  /** Per collection, the indexes that do not take every document: unique ones, and those over several fields. */
  readonly #strict = new Map<string, { paths: string[]; unique: boolean }[]>()
  readonly #places = new Map<string, string[]>()
  readonly #cache = new Map<string, Row>()
  #cached = 0

  constructor(file: string, declaration: Declaration | null) {
    requireDeclarable(declaration ?? {})
    this.#sqlite = new Database(file)
    this.#sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    this.#declaration = declaration
    const tables = this.#sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]
    const there = tables.map(({ name }) => name).filter((name) => COLLECTION_NAME.test(name))
    for (const name of new Set([...there, ...Object.keys(declaration ?? {})])) this.create(name)
  }

  create(collection: string): void {
    if (!COLLECTION_NAME.test(collection)) throw requestFailed(`"${collection}" is not a collection name`)
    if (!this.#fields.has(collection) && this.#fields.size >= MOST_COLLECTIONS) {
      throw new CloudFailure('DATABASE_COLLECTION_EXCEED_LIMIT', `an environment has at most ${MOST_COLLECTIONS} collections`)
    }
    this.#sqlite.exec(`CREATE TABLE IF NOT EXISTS "${collection}" (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID`)
    const indexes = this.indexes(collection)
    const spread = indexes.filter(({ unique }) => unique).flatMap(plainFields).find((field) => this.#holdsArrays(collection, field))
    if (spread !== undefined) throw new Error(`A unique index of "${collection}" meets an array in "${spread}", and the emulator keeps none over arrays.`)
    const statements = statementsFor(collection, indexes)
    const there = this.#sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?").all(collection) as { name: string }[]
    for (const { name } of there) if (!statements.has(name)) this.#sqlite.exec(`DROP INDEX "${name}"`)
    for (const [name, statement] of statements) {
      try {
        this.#sqlite.exec(statement)
      } catch (failure) {
        throw new Error(`The index "${name}" cannot be made, because the documents of "${collection}" that are there already break it.`, { cause: failure })
      }
    }
    this.#unique.set(collection, indexes.some(({ unique }) => unique))
    this.#strict.set(collection, indexes.map((index) => ({ paths: plainFields(index), unique: index.unique === true })).filter(({ paths, unique }) => unique || paths.length > 1))
    this.#places.set(collection, indexes.flatMap(geoFields))
    this.#fields.set(collection, new Set(indexes.flatMap(plainFields).filter((field) => !this.#holdsArrays(collection, field))))
  }

  indexes(collection: string): Index[] {
    return (this.#declaration && Object.hasOwn(this.#declaration, collection) && this.#declaration[collection]) || []
  }

  count(collection: string): number {
    this.require(collection)
    return (this.#prepare(`SELECT count(*) AS n FROM "${collection}"`).get() as { n: number }).n
  }

  has(collection: string): boolean {
    return this.#fields.has(collection)
  }

  /** Throws as the cloud does when the collection was never created. */
  require(collection: string): void {
    if (this.#fields.has(collection)) return
    if (this.#declaration) throw new CloudFailure('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${collection}`)
    this.create(collection)
  }

  get(collection: string, id: string): Row | undefined {
    const key = `${collection}/${id}`
    const known = this.#cache.get(key)
    if (known) {
      this.#cache.delete(key) // back to the young end
      this.#cache.set(key, known)
      return known
    }
    this.require(collection)
    const found = this.#prepare(`SELECT body FROM "${collection}" WHERE id = ?`).get(id) as { body: string } | undefined
    return found && this.#remember(key, { id, text: found.body, document: decodeStored(found.body) })
  }

  /** The rows that can match the query, in no particular order. */
  candidates(collection: string, query: Document): Row[] {
    this.require(collection)
    const plan = planFor(query, this.#fields.get(collection) ?? new Set())
    if (plan.ids) return plan.ids.map((id) => this.get(collection, id)).filter((row) => row !== undefined)
    return this.#scan(collection, plan)
  }

  /** All or nothing. */
  write(changes: Change[]): void {
    if (changes.length === 1) return this.#writeOne(changes[0]!)
    this.#together(changes, 'COMMIT')
  }

  /** Throws what writing would throw, and writes nothing: a transaction learns of a duplicate when it makes one. */
  try(changes: Change[]): void {
    if (changes.some(({ collection }) => this.#unique.get(collection))) this.#together(changes, 'ROLLBACK')
    else for (const change of changes) this.#requireIndexable(change)
  }

  close(): void {
    this.#statements.clear()
    this.#sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.#sqlite.close()
  }

  #together(changes: Change[], end: 'COMMIT' | 'ROLLBACK'): void {
    let ended = false
    this.#sqlite.exec('BEGIN IMMEDIATE')
    try {
      for (const change of changes) this.#writeOne(change)
      this.#sqlite.exec(end)
      ended = true
    } finally {
      if (!ended) this.#sqlite.exec('ROLLBACK')
      if (!ended || end === 'ROLLBACK') for (const { collection, id } of changes) this.#forget(`${collection}/${id}`)
    }
  }

  #requireIndexable({ collection, row }: Change): void {
    if (!row) return
    for (const { paths, unique } of this.#strict.get(collection) ?? []) {
      let array: string | undefined
      for (const path of paths) {
        const at = arrayAt(row.document, path)
        if (at === undefined || at === array) continue
        if (unique) throw requestFailed(`the emulator keeps no unique index over an array: "${at}" of ${row.id}`)
        if (array !== undefined) throw requestFailed(`cannot index parallel arrays: "${array}" and "${at}" of ${row.id}`)
        array = at
      }
    }
    for (const field of this.#places.get(collection) ?? []) {
      anyAt(row.document, field.split('.'), (value) => {
        if (value !== undefined && value !== null && !shapeOf(value)) throw requestFailed(`Can't extract geo keys: "${field}" of ${row.id} is not GeoJSON`)
        return false
      })
    }
  }

  #writeOne(change: Change): void {
    const { collection, id, row } = change
    this.#requireIndexable(change)
    const key = `${collection}/${id}`
    if (!row) {
      this.#prepare(`DELETE FROM "${collection}" WHERE id = ?`).run(id)
      return this.#forget(key)
    }
    this.#noteArrays(collection, row.document)
    try {
      this.#prepare(`INSERT INTO "${collection}" (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`).run(id, row.text)
    } catch (failure) {
      if (failure instanceof Error && failure.message.includes('UNIQUE')) throw duplicateKey(collection, failure.message)
      throw failure
    }
    this.#forget(key)
    this.#remember(key, row)
  }

  #scan(collection: string, plan: Plan): Row[] {
    const sql = `SELECT id, body FROM "${collection}"${plan.where ? ` WHERE ${plan.where}` : ''}`
    const found = this.#prepare(sql).all(...plan.parameters) as { id: string; body: string }[]
    return found.map(({ id, body }) => {
      const key = `${collection}/${id}`
      return this.#cache.get(key) ?? this.#remember(key, { id, text: body, document: decodeStored(body) })
    })
  }

  #noteArrays(collection: string, document: Document): void {
    const fields = this.#fields.get(collection) ?? new Set<string>()
    for (const field of fields) {
      if (arrayAt(document, field) !== undefined) fields.delete(field)
    }
  }

  #holdsArrays(collection: string, field: string): boolean {
    const steps = field.split('.')
    const tests = steps.map((_, depth) => `${typeOf(steps.slice(0, depth + 1).join('.'))} = 'array'`)
    return this.#sqlite.prepare(`SELECT 1 FROM "${collection}" WHERE ${tests.join(' OR ')} LIMIT 1`).get() !== undefined
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql)
    if (!statement) {
      if (this.#statements.size > 500) this.#statements.clear()
      statement = this.#sqlite.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  #remember(key: string, row: Row): Row {
    this.#cache.set(key, row)
    this.#cached += row.text.length
    for (const oldest of this.#cache.keys()) {
      if (this.#cached <= CACHE_CHARACTERS) break
      this.#forget(oldest)
    }
    return row
  }

  #forget(key: string): void {
    const row = this.#cache.get(key)
    if (!row) return
    this.#cached -= row.text.length
    this.#cache.delete(key)
  }
}

export function duplicateKey(collection: string, detail: string): CloudFailure {
  return new CloudFailure('DATABASE_DUPLICATE_WRITE', `E11000 duplicate key error collection: ${collection} ${detail}`)
}

/** Where on the path the first array stands. */
function arrayAt(document: Document, path: string): string | undefined {
  const steps = path.split('.')
  let value: unknown = document
  let depth = 0
  while (depth < steps.length && isObject(value)) value = value[steps[depth++]!]
  return Array.isArray(value) ? steps.slice(0, depth).join('.') : undefined
}

