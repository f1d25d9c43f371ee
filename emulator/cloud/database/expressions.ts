import { Context, evalExpr } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import type { Options } from 'mingo/types'
import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'

type Operator = (value: unknown, operand: unknown, options: Options) => unknown
type Operators = Parameters<typeof Context.init>[0]

/** Those of `db.command.aggregate` that mingo has. `$where`, `$function`, `$accumulator` are not among them. */
const EXPRESSIONS =
  'abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip and not or cmp eq gt gte lt lte ne cond ifNull switch dateFromParts dateFromString dateToString dayOfMonth dayOfWeek dayOfYear isoDayOfWeek isoWeek isoWeekYear millisecond minute month second hour week year literal mergeObjects objectToArray allElementsTrue anyElementTrue setDifference setEquals setIntersection setIsSubset setUnion concat indexOfBytes split strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toUpper let'
const ACCUMULATORS = 'addToSet avg first last max mergeObjects min push stdDevPop stdDevSamp sum'
/** Items and documents that one aggregate may bring forth: what keeps a doubling $concatArrays from the memory. */
const MOST_STEPS = 5_000_000
const LONGEST_TEXT = 16_000_000

let left = MOST_STEPS
export function refill(): void {
  left = MOST_STEPS
}

export function spend(steps: number): void {
  if (!(steps <= left)) throw requestFailed('the aggregate makes more items than the emulator allows')
  left -= steps
}

const expressionNames = EXPRESSIONS.split(' ').map((name) => `$${name}`)
const accumulatorNames = new Set(ACCUMULATORS.split(' ').map((name) => `$${name}`))
const allowed = new Set([...expressionNames, ...accumulatorNames])

function counted(operator: Operator): Operator {
  return (value, operand, options) => {
    const result = operator(value, operand, options)
    if (typeof result === 'string' && result.length > LONGEST_TEXT) throw requestFailed('a text of an aggregate is larger than 16 MB')
    spend(Array.isArray(result) ? 1 + result.length : 1)
    return result
  }
}

const range: Operator = (value, operand, options) => {
  const [from, to, step = 1] = evalExpr(value, operand, options) as number[]
  spend(Math.abs((Number(to) - Number(from)) / Number(step)) || 0)
  return (expressions.$range as Operator)(value, operand, options)
}

const known = expressions as unknown as Record<string, Operator>
export const operators = {
  expression: Object.fromEntries(expressionNames.map((name) => [name, counted(name === '$range' ? range : known[name]!)])),
  accumulator: Object.fromEntries([...accumulatorNames].map((name) => [name, (accumulators as unknown as Record<string, Operator>)[name]!])),
} as unknown as NonNullable<Operators>

const options: Partial<Options> = { context: Context.init(operators), scriptEnabled: false }

/** The value of an aggregate expression for a document. */
export function evaluated(document: Document, expression: unknown): unknown {
  refill()
  return evalExpr(document, expression, options as Options) as unknown
}

/** What MongoDB refuses and mingo takes. */
const OPERANDS: Record<string, (operand: unknown) => void> = {
  $ifNull(operand) {
    if (!Array.isArray(operand) || operand.length !== 2) throw requestFailed('Expression $ifNull takes exactly 2 arguments')
  },
  $dateToString(operand) {
    const format = isObject(operand) ? operand.format : undefined
    if (typeof format === 'string' && /%([^dGHjLmMSuUVwYzZ%]|$)/.test(format.replaceAll('%%', ''))) throw requestFailed(`Invalid format character in the format string "${format}"`)
  },
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
    if (operator !== undefined && names.length > 1) throw requestFailed('an object representing an expression must have exactly one field')
    if (operator !== undefined && !allowed.has(operator)) throw requestFailed(`Unrecognized expression '${operator}'`)
    if (operator === '$literal') return
    if (operator !== undefined) OPERANDS[operator]?.(expression[operator])
    for (const [name, inner] of Object.entries(expression)) {
      requirePath(name)
      requireExpression(inner)
    }
  }
}

export function requireAccumulator(expression: unknown, field: string): void {
  const [operator, ...others] = isObject(expression) ? Object.keys(expression) : []
  if (operator === undefined || others.length > 0) throw requestFailed(`The field '${field}' must be an accumulator object`)
  if (!accumulatorNames.has(operator)) throw requestFailed(`unknown group operator '${operator}'`)
  requireExpression(expression)
}

/** mingo would follow these names into the prototypes of its own objects. */
export function requirePath(path: string): void {
  if (/(^|[.$])(__proto__|constructor|prototype)(\.|$)/.test(path)) throw requestFailed(`the emulator does not aggregate over a field of the name in "${path}"`)
}
