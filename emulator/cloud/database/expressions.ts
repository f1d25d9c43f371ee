import { Context, evalExpr } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import type { Options } from 'mingo/types'
import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'

type Operator = (value: unknown, operand: unknown, options: Options) => unknown

/**
 * Of `db.command.aggregate` what reports are made of. `$where`, `$function` and `$accumulator` are not among them, nor what brings
 * forth items without end ($range, $reduce, $let, $zip) or reads and writes dates as texts.
 */
const EXPRESSIONS = [
  'abs add ceil divide floor mod multiply pow sqrt subtract trunc literal mergeObjects objectToArray arrayToObject',
  'arrayElemAt concatArrays filter in indexOfArray isArray map reverseArray size slice setDifference setIntersection setUnion',
  'and not or cmp eq gt gte lt lte ne cond ifNull switch concat split strLenCP substrCP toLower toUpper',
  'dayOfMonth dayOfWeek dayOfYear hour millisecond minute month second year',
]
const ACCUMULATORS = ['addToSet avg first last max mergeObjects min push sum']
/** Items and documents that one aggregate may bring forth: a $concatArrays can double. */
const MOST_ITEMS = 2_000_000
const LONGEST_TEXT = 16_000_000

let left = MOST_ITEMS
export function refill(): void {
  left = MOST_ITEMS
}

export function spend(items: number): void {
  left -= items
  if (left < 0) throw requestFailed('the aggregate makes more items than the emulator allows')
}

const namesIn = (lines: string[]) => lines.join(' ').split(' ').map((name) => `$${name}`)
const accumulatorNames = namesIn(ACCUMULATORS)
const expressionNames = namesIn(EXPRESSIONS)

function counted(operator: Operator): Operator {
  return (value, operand, options) => {
    const result = operator(value, operand, options)
    if (typeof result === 'string' && result.length > LONGEST_TEXT) throw requestFailed('a text of an aggregate is larger than 16 MB')
    spend(Array.isArray(result) ? 1 + result.length : 1)
    return result
  }
}

const named = <T>(names: string[], operators: object, each: (operator: Operator) => T) =>
  Object.fromEntries(names.map((name) => [name, each((operators as Record<string, Operator>)[name]!)]))
/** What mingo calls while it evaluates. */
export const operators = {
  expression: named(expressionNames, expressions, counted),
  accumulator: named(accumulatorNames, accumulators, (operator) => operator),
} as unknown as NonNullable<Parameters<typeof Context.init>[0]>
const options = { context: Context.init(operators), scriptEnabled: false } as unknown as Options

/** The value of an aggregate expression for a document. */
export function evaluated(document: Document, expression: unknown): unknown {
  return evalExpr(document, expression, options) as unknown
}

/** Refuses operators that are not known and paths that lead into JavaScript instead of a document. */
export function requireExpression(expression: unknown): void {
  if (typeof expression === 'string') {
    if (expression.startsWith('$')) requirePath(expression)
    if (expression.startsWith('$$NOW')) throw requestFailed("Builtin variable '$$NOW' is not available")
  } else if (Array.isArray(expression)) expression.forEach(requireExpression)
  else if (isObject(expression)) {
    const names = Object.keys(expression)
    const operator = names.find((name) => name.startsWith('$'))
    if (operator !== undefined) requireOperator(operator, names, expression[operator])
    if (operator === '$literal') return
    for (const [name, inner] of Object.entries(expression)) {
      requirePath(name)
      requireExpression(inner)
    }
  }
}

function requireOperator(operator: string, names: string[], operand: unknown): void {
  if (names.length > 1) throw requestFailed('an object representing an expression must have exactly one field')
  if (!expressionNames.includes(operator) && !accumulatorNames.includes(operator)) throw requestFailed(`Unrecognized expression '${operator}'`)
  if (operator === '$ifNull' && (!Array.isArray(operand) || operand.length !== 2)) throw requestFailed('Expression $ifNull takes exactly 2 arguments')
}

export function requireAccumulator(expression: unknown, field: string): void {
  const [operator, ...others] = isObject(expression) ? Object.keys(expression) : []
  if (operator === undefined || others.length > 0) throw requestFailed(`The field '${field}' must be an accumulator object`)
  if (!accumulatorNames.includes(operator)) throw requestFailed(`unknown group operator '${operator}'`)
  requireExpression(expression)
}

/** mingo would follow these names into the prototypes of its own objects. */
export function requirePath(path: string): void {
  const leads = /(^|[.$])(__proto__|constructor|prototype)(\.|$)/.test(path)
  if (leads) throw requestFailed(`the emulator does not aggregate over a field of the name in "${path}"`)
}
