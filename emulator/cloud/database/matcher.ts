import { requestFailed } from '../failure'
import { isObject, patternOf, type Document } from './ejson'
import { evaluated, requireExpression } from './expressions'
import { intersects, nearOf, within, type Near } from './geo'
import { anyAt, compare, equal, rankOf } from './values'

type Test = (value: unknown) => boolean
type Condition = (document: Document) => boolean
export interface Matcher {
  test: Condition
  /** Set by $nearSphere: what the documents are ordered by. */
  near?: Near
  /** A regular expression or $expr is in it: nobody can tell how long it takes. */
  endless: boolean
}

const LONGEST_PATTERN = 1000

/**
 * A query as a function of a document. An operator that is not in these tables, or an operand that it cannot use, is refused
 * before any document is looked at.
 */
export function matcherOf(query: Document): Matcher {
  const matcher: Matcher = { test: () => true, endless: mayNotEnd(query) }
  matcher.test = all(conditionsOf(query, matcher))
  return matcher
}

/** Whether a regular expression or an expression is anywhere in it. */
export function mayNotEnd(query: unknown): boolean {
  if (query instanceof RegExp) return true
  if (Array.isArray(query)) return query.some(mayNotEnd)
  return isObject(query) && Object.entries(query).some(([field, inner]) => field === '$regex' || field === '$expr' || mayNotEnd(inner))
}

/** `outer` is there where $nearSphere may stand: not below $or, $nor and $not. */
function conditionsOf(query: unknown, outer?: Matcher): Condition[] {
  if (!isObject(query)) throw requestFailed('a query must be an object')
  return Object.entries(query).flatMap(([field, operand]): Condition[] => {
    if (!field.startsWith('$')) return fieldConditions(field, operand, outer)
    if (field === '$expr') return [expressionCondition(operand)]
    if (field !== '$and' && field !== '$or' && field !== '$nor') throw requestFailed(`unknown top level operator: ${field}`)
    if (!Array.isArray(operand) || operand.length === 0) throw requestFailed(`${field} must be a nonempty array`)
    if (field === '$and') return operand.flatMap((branch) => conditionsOf(branch, outer))
    const branches = operand.map((branch) => all(conditionsOf(branch)))
    const any: Condition = (document) => branches.some((branch) => branch(document))
    return [field === '$or' ? any : not(any)]
  })
}

function expressionCondition(expression: unknown): Condition {
  requireExpression(expression)
  return (document) => {
    const verdict = evaluated(document, expression)
    return verdict !== false && verdict !== null && verdict !== undefined && verdict !== 0
  }
}

function fieldConditions(field: string, operand: unknown, outer?: Matcher): Condition[] {
  const steps = field.split('.')
  if (!isOperators(operand)) return [at(steps, literal(operand))]
  return operatorsOf(operand).map(([operator, value]) => {
    if (operator !== '$nearSphere') return operatorCondition(steps, operator, value)
    if (!outer || outer.near) throw requestFailed('$nearSphere is not allowed in this context')
    outer.near = nearOf(field, value)
    return at(steps, outer.near.test)
  })
}

function operatorCondition(steps: string[], operator: string, operand: unknown): Condition {
  if (operator === '$ne' || operator === '$nin') {
    if (operand instanceof RegExp) throw requestFailed(`Can't have regex as arg to ${operator}.`)
    return not(at(steps, VALUES[operator === '$ne' ? '$eq' : '$in']!(operand)))
  }
  if (operator === '$not') {
    if (operand instanceof RegExp) return not(at(steps, literal(operand)))
    if (!isOperators(operand)) throw requestFailed('$not needs a regex or a document of operators')
    return not(all(operatorsOf(operand).map(([inner, value]) => operatorCondition(steps, inner, value))))
  }
  if (operator === '$exists') {
    if (typeof operand !== 'boolean' && typeof operand !== 'number') throw requestFailed('$exists needs true or false')
    const there: Condition = (document) => anyAt(document, steps, (value) => value !== undefined)
    return operand ? there : not(there)
  }
  if (operator === '$all') {
    if (!Array.isArray(operand)) throw requestFailed('$all needs an array')
    if (operand.some(isOperators)) throw requestFailed('the emulator takes values in $all, no $ expressions')
    const each = operand.map((item) => at(steps, literal(item)))
    return each.length > 0 ? all(each) : () => false
  }
  if (Object.hasOwn(WHOLES, operator)) {
    const test = WHOLES[operator]!(operand)
    return (document) => anyAt(document, steps, test)
  }
  if (!Object.hasOwn(VALUES, operator)) throw requestFailed(`unknown operator: ${operator}`)
  return at(steps, VALUES[operator]!(operand))
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
    const [divisor, rest] = (Array.isArray(operand) && operand.length === 2 ? operand : []) as unknown[]
    if (!Number.isInteger(divisor) || !Number.isInteger(rest)) throw requestFailed('malformed mod: it needs a whole divisor and remainder')
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
    const test = all(ofValues ? fieldConditions('item', operand) : conditionsOf(operand))
    const matches: Test = (item) => (ofValues ? test({ item }) : isObject(item) && test(item))
    return (value) => Array.isArray(value) && value.some(matches)
  },
  $geoWithin: within,
  $geoIntersects: intersects,
}

const not = (condition: Condition): Condition => (document) => !condition(document)
const all = (conditions: Condition[]): Condition => (document) => conditions.every((condition) => condition(document))

function at(steps: string[], test: Test): Condition {
  const valueOrItem: Test = (value) => test(value) || (Array.isArray(value) && value.some(test))
  return (document) => anyAt(document, steps, valueOrItem)
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
