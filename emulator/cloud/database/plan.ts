import { encode, isObject, type Document } from './ejson'
import { sqlOf } from './indexes'
import { isOperators } from './matcher'

type Value = string | number
interface Part {
  sql: string
  values: Value[]
}
/**
 * Which rows a query can match, for SQLite to find by index. It may name too many, never too few (but for stored
 * infinities and half characters): the matcher gives the verdict on each.
 */
export interface Plan {
  /** Set when the query fixes `_id`; nothing else is looked at then. */
  ids?: string[]
  where: string
  parameters: Value[]
}

const COMPARISONS: Record<string, string> = { $eq: '=', $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }
/** What SQLite's parser takes side by side. */
const MOST_PARTS = 100
const MOST_VALUES = 10_000

/** `fields` are the declared ones. */
export function planFor(query: Document, fields: readonly string[]): Plan {
  const ids = idsOf(query)
  if (ids) return { ids, where: '', parameters: [] }
  const part = partOf(query, fields)
  return part && part.values.length <= MOST_VALUES ? { where: part.sql, parameters: part.values } : { where: '', parameters: [] }
}

/** One condition a branch: `$and` is taken apart, other logic stays whole. */
export function conditionsOf(query: Document): [string, unknown][] {
  return Object.entries(query).flatMap(([field, condition]): [string, unknown][] =>
    field === '$and' && Array.isArray(condition) ? condition.filter(isObject).flatMap(conditionsOf) : [[field, condition]],
  )
}

export function comparisonsOf(condition: unknown): [string, unknown][] {
  return isOperators(condition) ? Object.entries(condition) : [['$eq', condition]]
}

function idsOf(query: Document): string[] | undefined {
  for (const [field, condition] of conditionsOf(query)) {
    for (const [operator, operand] of field === '_id' ? comparisonsOf(condition) : []) {
      if (operator === '$eq' && typeof operand === 'string') return [operand]
      if (operator !== '$in' || !Array.isArray(operand) || operand.some((id) => id instanceof RegExp)) continue
      return [...new Set(operand.filter((id) => typeof id === 'string'))]
    }
  }
  return undefined
}

/** Undefined where nothing can be said in SQL: then every row is possible. */
function partOf(query: Document, fields: readonly string[]): Part | undefined {
  const parts = conditionsOf(query).flatMap(([field, condition]): (Part | undefined)[] => {
    if (field === '$or' && Array.isArray(condition) && condition.length <= MOST_PARTS) {
      const branches = condition.map((branch) => (isObject(branch) ? partOf(branch, fields) : undefined))
      return branches.every((part) => part !== undefined) ? [joined(branches, 'OR')] : []
    }
    if (field === '_id') return comparisonsOf(condition).map(([operator, operand]) => comparison('id', operator, operand))
    return fields.includes(field) ? comparisonsOf(condition).map(([operator, operand]) => orArray(sqlOf(field), operator, operand)) : []
  })
  const known = parts.filter((part) => part !== undefined)
  return known.length > 0 ? joined(known.slice(0, MOST_PARTS), 'AND') : undefined
}

function joined(parts: Part[], by: 'AND' | 'OR'): Part {
  return { sql: `(${parts.map(({ sql }) => sql).join(` ${by} `)})`, values: parts.flatMap(({ values }) => values) }
}

/** An array, to SQLite a text that begins with `[`, matches by any of its items: each one is possible. */
function orArray(column: string, operator: string, operand: unknown): Part | undefined {
  const part = comparison(column, operator, operand)
  return part && { sql: `(${part.sql} OR (${column} >= '[' AND ${column} < '\\'))`, values: part.values }
}

function comparison(column: string, operator: string, operand: unknown): Part | undefined {
  if ((operator === '$eq' && operand === null) || (operator === '$exists' && !operand)) return { sql: `${column} IS NULL`, values: [] }
  if (operator === '$in' && Array.isArray(operand)) {
    const values = operand.map(columnValue)
    return values.every((value) => value !== undefined) ? { sql: `${column} IN (${values.map(() => '?').join(', ')})`, values } : undefined
  }
  const sign = COMPARISONS[operator]
  const value = columnValue(operand)
  return sign && value !== undefined ? { sql: `${column} ${sign} ?`, values: [value] } : undefined
}

function columnValue(operand: unknown): Value | undefined {
  if (typeof operand === 'string') return operand
  if (typeof operand === 'number' && Number.isFinite(operand)) return operand
  if (typeof operand === 'boolean') return Number(operand)
  if (operand instanceof Date) return encode(operand)
  return undefined
}
