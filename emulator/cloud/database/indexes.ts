import { existsSync, readFileSync } from 'node:fs'

/** One index as the project declares it: `{ "fields": { "unit": 1, "startsAt": -1 }, "unique": true }`. */
export interface Index {
  fields: Record<string, 1 | -1>
  unique?: boolean
}

/** Collection name to its indexes. A collection without indexes is declared with an empty list. */
export type Declaration = Record<string, Index[]>

/** Without a declaration every collection that is touched comes into being; with one, only those named in it. */
export function readDeclaration(file: string): Declaration | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Declaration) : null
}

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

/**
 * SQLite statements for one collection's indexes. A unique one needs a second index, because SQLite lets any
 * number of NULLs pass where MongoDB lets one document lack the field.
 */
export function statementsFor(collection: string, indexes: Index[]): string[] {
  return indexes.flatMap(({ fields, unique }) => {
    const columns = Object.keys(fields).map(sqlOf)
    const name = `${collection}:${Object.keys(fields).join('+')}`.replace(/"/g, '')
    const plain = `CREATE INDEX IF NOT EXISTS "${name}" ON "${collection}" (${columns.join(', ')})`
    const whole = columns.map((column) => `coalesce(${column}, char(0))`).join(', ')
    return unique ? [plain, `CREATE UNIQUE INDEX IF NOT EXISTS "${name}:unique" ON "${collection}" (${whole})`] : [plain]
  })
}
