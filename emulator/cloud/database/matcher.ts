import { requestFailed } from '../failure'
import { isObject, patternOf, type Document } from './ejson'
import { evaluated, requireExpression } from './expressions'
import { intersects, near, within, type Near } from './geo'
import { anyAt, compare, equal, rankOf } from './values'

export type Test = (value: unknown) => boolean
export interface Matcher {
  test(document: Document): boolean
  /** Set by $nearSphere: what the documents are ordered by. */
  near?: Near & { field: string }
  /** A regular expression or $expr is in it: nobody can tell how long it takes. */
  endless: boolean
}

type Evaluate = (document: Document, expression: unknown) => unknown

const LONGEST_PATTERN = 1000

/**
 * A query as a function of a document. What MongoDB refuses is refused here, before any document is looked at:
 * an operator that is not in these tables, an operand that its operator cannot use.
 */
export function matcherOf(query: Document, evaluate: Evaluate = evaluated): Matcher {
  const matcher: Matcher = { test: () => true, endless: mayNotEnd(query) }
  const tests = testsOf(query, evaluate, matcher)
  matcher.test = (document) => tests.every((test) => test(document))
  return matcher
}

/** Whether a regular expression or an expression is anywhere in it. */
export function mayNotEnd(query: unknown): boolean {
  if (query instanceof RegExp) return true
  if (Array.isArray(query)) return query.some(mayNotEnd)
  return isObject(query) && Object.entries(query).some(([field, inner]) => field === '$regex' || field === '$expr' || mayNotEnd(inner))
}

/** `outer` is there where $nearSphere may stand: not below $or, $nor and $not. */
function testsOf(query: unknown, evaluate: Evaluate, outer?: Matcher): Test[] {
  if (!isObject(query)) throw requestFailed('a query must be an object')
  return Object.entries(query).flatMap(([field, condition]): Test[] => {
    if (!field.startsWith('$')) return conditionsOf(field, condition, outer)
    if (field === '$expr') return [expressionTest(condition, evaluate)]
    if (field !== '$and' && field !== '$or' && field !== '$nor') throw requestFailed(`unknown top level operator: ${field}`)
    if (!Array.isArray(condition) || condition.length === 0) throw requestFailed(`${field} must be a nonempty array`)
    if (field === '$and') return condition.flatMap((branch) => testsOf(branch, evaluate, outer))
    const branches = condition.map((branch) => testsOf(branch, evaluate))
    const any: Test = (document) => branches.some((tests) => tests.every((test) => test(document)))
    return [field === '$or' ? any : (document) => !any(document)]
  })
}

function expressionTest(expression: unknown, evaluate: Evaluate): Test {
  requireExpression(expression)
  return (document) => {
    const verdict = evaluate(document as Document, expression)
    return verdict !== false && verdict !== null && verdict !== undefined && verdict !== 0
  }
}

function conditionsOf(field: string, condition: unknown, outer?: Matcher): Test[] {
  const steps = field.split('.')
  if (!isOperators(condition)) return [at(steps, literal(condition))]
  return operatorsOf(condition).map(([operator, operand]) => {
    const nearest = operator === '$nearSphere' || operator === '$near'
    if (nearest) {
      if (!outer || outer.near) throw requestFailed(`${operator} is not allowed in this context`)
      const { point, from, to, test } = near(operand)
      outer.near = { field, point, from, to, test }
    }
    return nearest ? at(steps, outer!.near!.test) : operatorTest(steps, operator, operand)
  })
}

function operatorTest(steps: string[], operator: string, operand: unknown): Test {
  if (operator === '$ne' || operator === '$nin') {
    if (operand instanceof RegExp) throw requestFailed(`Can't have regex as arg to ${operator}.`)
    return not(at(steps, VALUES[operator === '$ne' ? '$eq' : '$in']!(operand)))
  }
  if (operator === '$not') {
    if (operand instanceof RegExp) return not(at(steps, literal(operand)))
    if (!isOperators(operand)) throw requestFailed('$not needs a regex or a document of operators')
    const tests = operatorsOf(operand).map(([inner, value]) => operatorTest(steps, inner, value))
    return (document) => !tests.every((test) => test(document))
  }
  if (operator === '$exists') {
    if (typeof operand !== 'boolean' && typeof operand !== 'number') throw requestFailed('$exists needs true or false')
    const there: Test = (document) => anyAt(document, steps, (value) => value !== undefined)
    return operand ? there : not(there)
  }
  if (operator === '$all') {
    if (!Array.isArray(operand)) throw requestFailed('$all needs an array')
    const each = operand.map((item) => {
      const elements = isObject(item) && '$elemMatch' in item
      if (!elements && isOperators(item)) throw requestFailed('no $ expressions in $all')
      return at(steps, elements ? WHOLES.$elemMatch!(item.$elemMatch) : literal(item), !elements)
    })
    return (document) => each.length > 0 && each.every((test) => test(document))
  }
  const whole = own(WHOLES, operator)
  if (whole) return at(steps, whole(operand), false)
  const value = own(VALUES, operator)
  if (!value) throw requestFailed(`unknown operator: ${operator}`)
  return at(steps, value(operand))
}

/** Tests of the value at a path, or of any item when it is an array. */
const VALUES: Record<string, (operand: unknown) => Test> = {
  $eq: (operand) => (value) => equal(value, operand),
  $gt: (operand) => ordered(operand, (order) => order > 0),
  $gte: (operand) => ordered(operand, (order) => order >= 0),
  $lt: (operand) => ordered(operand, (order) => order < 0),
  $lte: (operand) => ordered(operand, (order) => order <= 0),
  $in(operand) {
    if (!Array.isArray(operand)) throw requestFailed('$in needs an array')
    if (operand.some(isOperators)) throw requestFailed('cannot nest $ under $in')
    const texts = new Set<unknown>(operand.filter((item) => typeof item === 'string'))
    const others = operand.filter((item) => typeof item !== 'string').map(literal)
    return (value) => texts.has(value) || others.some((test) => test(value))
  },
  $mod(operand) {
    const [divisor, rest] = Array.isArray(operand) && operand.length === 2 ? operand.map((part) => (typeof part === 'number' ? Math.trunc(part) : NaN)) : []
    if (!Number.isFinite(divisor) || !Number.isFinite(rest)) throw requestFailed('malformed mod: it needs a divisor and a remainder')
    if (divisor === 0) throw requestFailed('divisor cannot be 0')
    return (value) => typeof value === 'number' && Math.trunc(value) % Number(divisor) === rest
  },
  $regex: (operand) => literal(operand instanceof RegExp ? operand : patternOf(operand, '')),
}

/** Tests of the value as it stands, an array being an array. */
const WHOLES: Record<string, (operand: unknown) => Test> = {
  $size(operand) {
    if (!Number.isInteger(operand) || Number(operand) < 0) throw requestFailed('$size needs a non-negative whole number')
    return (value) => Array.isArray(value) && value.length === operand
  },
  $elemMatch(operand) {
    if (!isObject(operand)) throw requestFailed('$elemMatch needs an Object')
    const ofValues = isOperators(operand) && !/^\$(and|or|nor|expr)$/.test(Object.keys(operand)[0] ?? '')
    const tests = ofValues ? operatorsOf(operand).map(([operator, value]) => operatorTest(['item'], operator, value)) : testsOf(operand, evaluated)
    const one: Test = (item) => (ofValues ? tests.every((test) => test({ item })) : isObject(item) && tests.every((test) => test(item)))
    return (value) => Array.isArray(value) && value.some(one)
  },
  $geoWithin: within,
  $geoIntersects: intersects,
}

const own = <T>(table: Record<string, T>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined)
const not = (test: Test): Test => (value) => !test(value)

function at(steps: string[], test: Test, items = true): Test {
  const whole: Test = items ? (value) => test(value) || (Array.isArray(value) && value.some(test)) : test
  return (document) => anyAt(document, steps, whole)
}

function literal(operand: unknown): Test {
  if (!(operand instanceof RegExp)) return (value) => equal(value, operand)
  if (operand.source.length > LONGEST_PATTERN) throw requestFailed(`a regular expression has at most ${LONGEST_PATTERN} characters here`)
  return (value) => (typeof value === 'string' ? operand.test(value) : equal(value, operand))
}

function ordered(operand: unknown, verdict: (order: number) => boolean): Test {
  if (operand instanceof RegExp) throw requestFailed("Can't have RegEx as arg to predicate over field")
  const rank = rankOf(operand)
  const ordinary = !Number.isNaN(operand)
  return (value) => rankOf(value) === rank && ordinary === !Number.isNaN(value) && verdict(compare(value, operand))
}

export function isOperators(condition: unknown): condition is Document {
  return isObject(condition) && (Object.keys(condition)[0] ?? '').startsWith('$')
}

/** $regex takes its $options along. */
function operatorsOf(condition: Document): [string, unknown][] {
  if (!('$options' in condition)) return Object.entries(condition)
  const { $options, $regex, ...others } = condition
  if ($regex === undefined) throw requestFailed('$options needs a $regex')
  return [['$regex', patternOf($regex instanceof RegExp ? $regex.source : $regex, $options)], ...Object.entries(others)]
}
