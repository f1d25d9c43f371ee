import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import type { Index } from './indexes'
import type { Rows } from './rows'
import { comparisonsOf, conditionsOf } from './plan'

type Order = Record<string, 1 | -1>
/** `skipped`: how many documents are looked at and not given; absent, all of them. */
interface Look {
  collection: string
  query: Document
  order?: Order
  skipped?: number
}
interface Constraints {
  equal: string[]
  range: string[]
  geo: string[]
  either: Document[][]
}

const EQUAL = ['$eq', '$in', '$all']
const RANGE = ['$gt', '$gte', '$lt', '$lte']
const GEO = ['$nearSphere', '$geoWithin', '$geoIntersects']

/** Refuses what would look at more documents than `mostScanned` in production, for want of an index. */
export class Coverage {
  constructor(
    private readonly rows: Rows,
    private readonly mostScanned: number,
  ) {}

  require({ collection, query, order = {}, skipped = Infinity }: Look): void {
    if (this.mostScanned === Infinity) return
    const covered = isCovered(query, order, this.rows.indexes(collection))
    if (covered && Object.keys(query).length > 0) return
    const scanned = Math.min(covered ? skipped : Infinity, this.rows.count(collection))
    if (scanned > this.mostScanned) refuseScan(collection, scanned, query, order)
  }

  /** What the first stages of an aggregate look at, and each $lookup. */
  requireForStages(collection: string, stages: Document[]): void {
    const [first = {}, second = {}] = stages
    const order = [first.$sort, second.$sort].find(isObject) as Order | undefined
    const few = '$limit' in first || '$count' in first || ('$sort' in first && '$limit' in second)
    const query = isObject(first.$match) ? first.$match : {}
    if (!('$geoNear' in first)) this.require({ collection, query, order: order ?? {}, skipped: few ? 0 : Infinity })
    for (const { $lookup } of stages) {
      if (isObject($lookup)) this.require({ collection: String($lookup.from), query: { [String($lookup.foreignField)]: 1 } })
    }
  }
}

/**
 * Whether MongoDB would find the documents by `_id`, by the first field of an index, by a geo index, or by the order
 * alone when there are no conditions.
 */
function isCovered(query: Document, order: Order, indexes: Index[]): boolean {
  const { equal, range, geo, either } = constraintsOf(query)
  const leading = new Set(['_id', ...indexes.map(({ fields }) => Object.keys(fields)[0]!)])
  if ([...equal, ...range].some((field) => leading.has(field))) return true
  if (geo.some((field) => indexes.some(({ fields }) => fields[field] === '2dsphere'))) return true
  if (either.some((branches) => branches.every((branch) => isCovered(branch, {}, indexes)))) return true
  const readable = [{ _id: 1 } as Index['fields'], ...indexes.map(({ fields }) => fields)]
  return Object.keys(query).length === 0 && readable.some((fields) => gives(fields, order))
}

/** An index read forwards or backwards gives the order of its first fields. */
function gives(fields: Index['fields'], order: Order): boolean {
  const declared = Object.entries(fields)
  const wanted = Object.entries(order)
  const directions = new Set(wanted.map(([field, direction], i) => (declared[i]?.[0] === field ? Number(declared[i][1]) * direction : NaN)))
  return wanted.length === 0 || (directions.size === 1 && !directions.has(NaN)) || (wanted[0]?.[0] === '_id' && declared[0]?.[0] === '_id')
}

function refuseScan(collection: string, scanned: number, query: Document, order: Order): never {
  const where = `to "${collection}" in cloudfunctions/_shared/indexes.json`
  throw requestFailed(`scans ${scanned} documents of "${collection}" without an index: add ${suggestion(query, order)} ${where}`)
}

/** Equality first, then the order, then ranges: how MongoDB can use all of it. */
function suggestion(query: Document, order: Order): string {
  const { equal, range, geo, either } = constraintsOf(query)
  const branch = either[0]?.find((condition) => Object.keys(condition).length > 0)
  const first = [...equal, ...Object.keys(order), ...range]
  if (first.length === 0 && geo.length > 0) return `{ "fields": { "${geo[0]}": "2dsphere" } }`
  if (first.length === 0 && branch) return suggestion(branch, {})
  const names = first.length > 0 ? first : Object.keys(query).filter((field) => !field.startsWith('$'))
  if (names.length === 0) return 'a condition on an indexed field to the query, or an index for one'
  return `{ "fields": { ${[...new Set(names)].map((field) => `"${field}": ${order[field] ?? 1}`).join(', ')} } }`
}

function constraintsOf(query: Document): Constraints {
  const found: Constraints = { equal: [], range: [], geo: [], either: [] }
  for (const [field, condition] of conditionsOf(query)) {
    if (field === '$or' && Array.isArray(condition)) found.either.push(condition.filter(isObject))
    if (field.startsWith('$')) continue
    const flags = isObject(condition) ? condition.$options : ''
    for (const [operator, operand] of comparisonsOf(condition)) note(found, field, operator, operand, String(flags ?? ''))
  }
  return found
}

/** MongoDB looks up only what surely begins with a letter, in that case: no alternatives, no optional first one. */
const looksUp = (pattern: string, flags: string) => /^\^[^$^.*+?()[\]{}|\\](?![?*{])/.test(pattern) && !pattern.includes('|') && !/[im]/.test(flags)

function note(found: Constraints, field: string, operator: string, operand: unknown, flags: string): void {
  if (operand instanceof RegExp || operator === '$regex') {
    const pattern = operand instanceof RegExp ? operand : { source: String(operand), flags: '' }
    if (looksUp(pattern.source, pattern.flags + flags)) found.range.push(field)
  } else if (EQUAL.includes(operator) || (operator === '$exists' && !operand)) found.equal.push(field)
  else if (RANGE.includes(operator)) found.range.push(field)
  else if (GEO.includes(operator)) found.geo.push(field)
}
