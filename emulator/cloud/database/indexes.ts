import { existsSync, readFileSync } from 'node:fs'

/** One index as the project declares it: `{ "fields": { "unit": 1, "startsAt": -1 }, "unique": true }`. */
export interface Index {
  fields: Record<string, 1 | -1 | '2dsphere'>
  unique?: boolean
}

/** Collection name to its indexes. A collection without indexes is declared with an empty list. */
export type Declaration = Record<string, Index[]>

/** What the vendor lets one environment have. */
export const MOST_COLLECTIONS = 100
const MOST_INDEXES = 100
const MOST_FIELDS = 31

/** Without a declaration every collection that is touched comes into being; with one, only those named in it. */
export function readDeclaration(file: string): Declaration | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Declaration) : null
}

/** Says in a sentence what production would not take. */
export function requireDeclarable(declaration: Declaration): void {
  const collections = Object.entries(declaration)
  if (collections.length > MOST_COLLECTIONS) throw new Error(`${collections.length} collections are declared: WeChat cloud has at most ${MOST_COLLECTIONS}.`)
  for (const [collection, indexes] of collections) {
    if (indexes.length > MOST_INDEXES) throw new Error(`"${collection}" declares ${indexes.length} indexes: WeChat cloud has at most ${MOST_INDEXES} a collection.`)
    for (const { fields } of indexes) {
      const names = Object.keys(fields)
      if (names.length === 0 || names.length > MOST_FIELDS) throw new Error(`An index of "${collection}" has ${names.length} fields: WeChat cloud takes 1 to ${MOST_FIELDS}.`)
      const odd = names.find((name) => !/^[^$."'\\]+(\.[^$."'\\]+)*$/.test(name) || ![1, -1, '2dsphere'].includes(fields[name]!))
      if (odd !== undefined) throw new Error(`An index of "${collection}" declares "${odd}": ${String(fields[odd])}, which is not a field with 1, -1 or "2dsphere".`)
    }
  }
}

/** The value as JSON text, which tells 1 from true; a missing field counts as null, as in MongoDB's unique indexes. */
const keyOf = (field: string) => `coalesce(body -> ${pathOf(field)}, 'null')`

/** The value of a declared field as SQLite sees it. Paths may go into objects: `host.unit`. */
export function sqlOf(field: string): string {
  return `json_extract(body, ${pathOf(field)})`
}

export function typeOf(field: string): string {
  return `json_type(body, ${pathOf(field)})`
}

function pathOf(field: string): string {
  const steps = field.split('.').map((step) => `."${step.replace(/["'\\]/g, '')}"`)
  return `'$${steps.join('')}'`
}

/** The fields that SQLite has a part in: places on the map are looked at one by one. */
export const plainFields = ({ fields }: Index) => Object.keys(fields).filter((field) => fields[field] !== '2dsphere')
export const geoFields = ({ fields }: Index) => Object.keys(fields).filter((field) => fields[field] === '2dsphere')

/**
 * SQLite indexes for one collection, by name. A unique one needs a second index, because SQLite lets any number
 * of NULLs pass where MongoDB lets one document lack the field.
 */
export function statementsFor(collection: string, indexes: Index[]): Map<string, string> {
  const statements = new Map<string, string>()
  for (const index of indexes) {
    const columns = plainFields(index).map(sqlOf)
    if (columns.length === 0) continue
    const name = `${collection}:${plainFields(index).join('+')}`
    statements.set(name, `CREATE INDEX IF NOT EXISTS "${name}" ON "${collection}" (${columns.join(', ')})`)
    const whole = plainFields(index).map(keyOf).join(', ')
    if (index.unique) statements.set(`${name}:unique`, `CREATE UNIQUE INDEX IF NOT EXISTS "${name}:unique" ON "${collection}" (${whole})`)
  }
  return statements
}
