import { readFileSync } from 'node:fs'
import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import { pointOf } from './geo'
import { anyAt, own } from './values'

/** One index as the project declares it: `{ "fields": { "unit": 1, "startsAt": -1 }, "unique": true }`. */
export interface Index {
  fields: Record<string, 1 | -1 | '2dsphere'>
  unique?: boolean
}

/** Collection name to its indexes, of which there may be none. */
export type Declaration = Record<string, Index[]>

/** What the vendor lets one environment have. */
export const MOST_COLLECTIONS = 100
const MOST_INDEXES = 100
const MOST_FIELDS = 31

export const readDeclaration = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Declaration

/** Says in a sentence what production would not take. */
export function requireDeclarable(declaration: Declaration): void {
  const refuse = (what: string, limit: string) => new Error(`${what}: WeChat cloud ${limit}.`)
  const collections = Object.entries(declaration)
  if (collections.length > MOST_COLLECTIONS) throw refuse(`${collections.length} collections are declared`, `has at most ${MOST_COLLECTIONS}`)
  for (const [collection, indexes] of collections) {
    if (indexes.length > MOST_INDEXES) throw refuse(`"${collection}" declares ${indexes.length} indexes`, `has at most ${MOST_INDEXES} a collection`)
    for (const { fields } of indexes) {
      const names = Object.keys(fields)
      const good = names.length > 0 && names.length <= MOST_FIELDS
      if (!good) throw refuse(`An index of "${collection}" has ${names.length} fields`, `takes 1 to ${MOST_FIELDS}`)
      const odd = names.find((name) => !/^[^$."'\\]+(\.[^$."'\\]+)*$/.test(name) || ![1, -1, '2dsphere'].includes(fields[name]!))
      if (odd !== undefined) throw new Error(`An index of "${collection}" declares "${odd}", which is not a field with 1, -1 or "2dsphere".`)
    }
  }
}

/** Those that SQLite has a part in: places are looked at one by one. */
export const plainFields = ({ fields }: Index) => Object.keys(fields).filter((field) => fields[field] !== '2dsphere')
export const geoFields = ({ fields }: Index) => Object.keys(fields).filter((field) => fields[field] === '2dsphere')

const pathOf = (field: string) => `'$${field.split('.').map((step) => `."${step}"`).join('')}'`
/** The value of a declared field as SQLite sees it. Paths may go into objects: `host.unit`. */
export const sqlOf = (field: string) => `json_extract(body, ${pathOf(field)})`
/** The value as JSON text, which tells 1 from true; a missing field counts as null, as in MongoDB's unique indexes. */
const keyOf = (field: string) => `coalesce(body -> ${pathOf(field)}, 'null')`

/**
 * SQLite indexes for one collection, by name. A unique one needs a second: SQLite lets any number of NULLs pass,
 * MongoDB one document without the field.
 */
export function statementsFor(collection: string, indexes: Index[]): Map<string, string> {
  const statements = new Map<string, string>()
  for (const index of indexes) {
    const fields = plainFields(index)
    if (fields.length === 0) continue
    const name = `${collection}:${fields.join('+')}`
    statements.set(name, `CREATE INDEX IF NOT EXISTS "${name}" ON "${collection}" (${fields.map(sqlOf).join(', ')})`)
    const keys = fields.map(keyOf).join(', ')
    if (index.unique) statements.set(`${name}:unique`, `CREATE UNIQUE INDEX IF NOT EXISTS "${name}:unique" ON "${collection}" (${keys})`)
  }
  return statements
}

/** Refuses what MongoDB would not take under an index, and what this emulator cannot. Arrays: plan.ts. */
export function requireIndexable(document: Document, indexes: Index[]): void {
  for (const index of indexes) {
    const met = plainFields(index).flatMap((field) => arrayOn(document, field) ?? [])
    const where = `"${met.join('" and "')}" of ${String(document._id)}`
    if (met.length > 1) throw requestFailed(`cannot index parallel arrays: ${where}`)
    if (met.length > 0 && index.unique) throw requestFailed(`the emulator keeps no unique index over an array: ${where}`)
    if (met.some((path) => !Object.hasOwn(index.fields, path))) throw requestFailed(`the emulator keeps no index into objects of an array: ${where}`)
    for (const field of geoFields(index)) {
      anyAt(document, field.split('.'), (value) => {
        if (value === undefined || value === null || pointOf(value)) return false
        throw requestFailed(`Can't extract geo keys: "${field}" of ${String(document._id)} is not GeoJSON`)
      })
    }
  }
}

export function requirePlaceIndex(collection: string, indexes: Index[], field: string): void {
  if (indexes.flatMap(geoFields).includes(field)) return
  throw requestFailed(`unable to find index for $geoNear query: declare { "fields": { "${field}": "2dsphere" } } for "${collection}"`)
}

/** Where on the path an array stands. */
function arrayOn(document: Document, path: string): string | undefined {
  const steps = path.split('.')
  let value: unknown = document
  let depth = 0
  while (depth < steps.length && isObject(value)) value = own(value, steps[depth++]!)
  return Array.isArray(value) ? steps.slice(0, depth).join('.') : undefined
}
