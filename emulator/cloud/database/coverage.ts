import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import type { Index } from './indexes'
import { isOperators } from './matcher'
import { comparisonsOf, conditionsOf } from './plan'

type Order = Record<string, 1 | -1>
interface Constraints {
  equal: string[]
  range: string[]
  geo: string[]
  either: Document[][]
}

const EQUAL = new Set(['$eq', '$in', '$all'])
const RANGE = new Set(['$gt', '$gte', '$lt', '$lte'])
const GEO = new Set(['$nearSphere', '$near', '$geoWithin', '$geoIntersects'])

/**
 * Whether MongoDB would find the documents by one of the declared indexes: by `_id`, by the first field of an
 * index, by a geo index, or by the order alone when there are no conditions.
 */
export function isCovered(query: Document, order: Order, indexes: Index[]): boolean {
  const { equal, range, geo, either } = constraintsOf(query)
  const leading = new Set(['_id', ...indexes.map(({ fields }) => Object.keys(fields)[0]!)])
  if ([...equal, ...range].some((field) => leading.has(field))) return true
  if (geo.some((field) => indexes.some(({ fields }) => fields[field] === '2dsphere'))) return true
  if (either.some((branches) => branches.every((branch) => isCovered(branch, {}, indexes)))) return true
  return Object.keys(query).length === 0 && [{ fields: { _id: 1 } } as Index, ...indexes].some(({ fields }) => gives(fields, order))
}

/** An index read forwards or backwards gives the order of its first fields. */
function gives(fields: Index['fields'], order: Order): boolean {
  const declared = Object.entries(fields)
  const wanted = Object.entries(order)
  const directions = new Set(wanted.map(([field, direction], i) => (declared[i]?.[0] === field ? Number(declared[i][1]) * direction : NaN)))
  return wanted.length === 0 || (directions.size === 1 && !directions.has(NaN)) || (wanted[0]?.[0] === '_id' && declared[0]?.[0] === '_id')
}

export function refuseScan(collection: string, scanned: number, query: Document, order: Order): never {
  throw requestFailed(`scans ${scanned} documents of "${collection}" without an index: add ${suggestion(query, order)} to "${collection}" in cloudfunctions/_shared/indexes.json`)
}

/** Equality first, then the order, then ranges: how MongoDB can use all of it. */
function suggestion(query: Document, order: Order): string {
  const { equal, range, geo, either } = constraintsOf(query)
  const branch = either[0]?.find((condition) => Object.keys(condition).length > 0)
  const first = [...equal, ...Object.keys(order), ...range]
  if (first.length === 0 && geo.length > 0) return JSON.stringify({ fields: { [geo[0]!]: '2dsphere' } }).replace(/([{:,])/g, '$1 ').replace(/}/g, ' }')
  if (first.length === 0 && branch) return suggestion(branch, {})
  const names = first.length > 0 ? first : conditionsOf(query).map(([field]) => field).filter((field) => !field.startsWith('$'))
  if (names.length === 0) return 'a condition on an indexed field to the query, or an index for one'
  const fields = [...new Set(names)].map((field) => `${JSON.stringify(field)}: ${order[field] ?? 1}`)
  return `{ "fields": { ${fields.join(', ')} } }`
}

function constraintsOf(query: Document): Constraints {
  const found: Constraints = { equal: [], range: [], geo: [], either: [] }
  for (const [field, condition] of conditionsOf(query)) {
    if (field === '$or' && Array.isArray(condition)) found.either.push(condition.filter(isObject))
    else if (!field.startsWith('$')) for (const [operator, operand] of comparisonsOf(condition)) note(found, field, operator, operand, isObject(condition) ? condition.$options : '')
  }
  return found
}

/** MongoDB looks up only what surely begins with a letter, in that case: no alternatives, no optional first one. */
const looksUp = (pattern: string, flags: string) => /^\^[^$^.*+?()[\]{}|\\](?![?*{])/.test(pattern) && !pattern.includes('|') && !/[im]/.test(flags)

function note(found: Constraints, field: string, operator: string, operand: unknown, options: unknown): void {
  const pattern = operand instanceof RegExp ? operand.source : operator === '$regex' ? String(operand) : undefined
  if (pattern !== undefined) {
    if (looksUp(pattern, `${operand instanceof RegExp ? operand.flags : ''}${String(options ?? '')}`)) found.range.push(field)
  } else if (EQUAL.has(operator) || (operator === '$exists' && !operand)) found.equal.push(field)
  else if (RANGE.has(operator)) found.range.push(field)
  else if (GEO.has(operator)) found.geo.push(field)
  else if (operator === '$elemMatch' && isObject(operand)) {
    const inner = isOperators(operand) ? { [field]: operand } : Object.fromEntries(Object.entries(operand).map(([name, condition]) => [`${field}.${name}`, condition]))
    const { equal, range } = constraintsOf(inner)
    found.equal.push(...equal)
    found.range.push(...range)
  }
}
