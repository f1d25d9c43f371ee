import { encode, isObject, type Document } from './ejson'
import { sqlOf } from './indexes'

/**
 * Which rows a query can possibly match, for SQLite to find by index. It may name too many, never too few: mingo
 * gives the verdict on each.
 */
export interface Plan {
  /** Set when the query fixes `_id`; nothing else is looked at then. */
  ids?: string[]
  where: string
  parameters: (string | number)[]
}

const COMPARISONS: Record<string, string> = { $eq: '=', $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }

/** `fields` are the declared ones that have never held an array (an array matches by any of its elements). */
export function planFor(query: Document, fields: ReadonlySet<string>): Plan {
  const plan: Plan = { where: '', parameters: [] }
  const parts: string[] = []
  for (const [field, condition] of conditionsOf(query)) {
    if (field === '_id') {
      const ids = idsOf(condition)
      if (ids) plan.ids = ids
    } else if (fields.has(field)) {
      for (const [operator, operand] of comparisonsOf(condition)) pushDown(sqlOf(field), operator, operand, parts, plan.parameters)
    }
  }
  plan.where = parts.join(' AND ')
  return plan
}

function conditionsOf(query: Document): [string, unknown][] {
  return Object.entries(query).flatMap(([field, condition]) =>
    field === '$and' && Array.isArray(condition) ? condition.filter(isObject).flatMap(conditionsOf) : [[field, condition] as [string, unknown]],
  )
}

function idsOf(condition: unknown): string[] | undefined {
  for (const [operator, operand] of comparisonsOf(condition)) {
    if (operator === '$eq' && typeof operand === 'string') return [operand]
    if (operator === '$in' && Array.isArray(operand)) return [...new Set(operand.filter((id) => typeof id === 'string'))]
  }
  return undefined
}

function comparisonsOf(condition: unknown): [string, unknown][] {
  const isOperators = isObject(condition) && Object.keys(condition).some((key) => key.startsWith('$'))
  return isOperators ? Object.entries(condition) : [['$eq', condition]]
}

function pushDown(column: string, operator: string, operand: unknown, parts: string[], parameters: (string | number)[]): void {
  const comparison = COMPARISONS[operator]
  if (comparison) {
    const value = columnValue(operand)
    if (value === undefined) return
    parts.push(`${column} ${comparison} ?`)
    parameters.push(value)
  } else if (operator === '$in' && Array.isArray(operand) && operand.length > 0 && operand.length <= 500) {
    const values = operand.map(columnValue)
    if (values.some((value) => value === undefined)) return
    parts.push(`${column} IN (${values.map(() => '?').join(', ')})`)
    parameters.push(...values.filter((value) => value !== undefined))
  }
}

function columnValue(operand: unknown): string | number | undefined {
  if (typeof operand === 'string') return operand
  if (typeof operand === 'number' && Number.isFinite(operand)) return operand
  if (typeof operand === 'boolean') return Number(operand)
  if (operand instanceof Date) return encode(operand)
  return undefined
}
