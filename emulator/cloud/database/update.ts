import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import { isOperators, matcherOf } from './matcher'
import { NEVER_CREATE, OPERATORS, shown } from './update-operators'
import { own } from './values'

type Container = Record<string, unknown>
interface Change {
  operator: string
  path: string
  operand: unknown
}
export type Update = Change[]

/** How far past the end of an array an index may point; MongoDB fills the gap with nulls too. */
const WIDEST_GAP = 10_000

/** The operators, checked as MongoDB checks them before it looks at any document. */
export function updateOf(operators: Document): Update {
  const changes = Object.entries(operators).flatMap(([operator, fields]): Change[] => {
    if (operator !== '$rename' && !Object.hasOwn(OPERATORS, operator)) throw requestFailed(`Unknown modifier: ${operator}`)
    if (!isObject(fields)) throw requestFailed(`Modifiers operate on fields but we found ${shown(fields)} for ${operator}`)
    return Object.entries(fields).map(([path, operand]) => {
      OPERATORS[operator]?.(undefined, operand, path) // refuses an operand that it cannot use
      return { operator, path, operand }
    })
  })
  if (changes.length === 0) throw requestFailed('an update needs at least one change')
  const paths = changes.flatMap(({ operator, path, operand }) => (operator === '$rename' ? [path, renamed(path, operand)] : [path]))
  paths.forEach(requirePath)
  requireNoConflict(paths)
  return changes
}

/**
 * The document after the update, or the very same object when nothing changes. The given one is left alone: only
 * the objects along the touched paths are copied, so a large document costs little.
 */
export function updated(document: Document, changes: Update, query: Document): Document {
  const root: Document = { ...document }
  const copied = new Set<unknown>([root])
  let changed = false
  const put = (path: string, create: boolean, change: (before: unknown) => unknown): void => {
    const place = placeOf(root, path, create, copied)
    if (!place) return
    const before = own(place.parent, place.step)
    const after = change(before)
    if (after === before) return
    changed = true
    if (after !== undefined) Object.defineProperty(place.parent, place.step, { value: after, enumerable: true, configurable: true, writable: true })
    else if (Array.isArray(place.parent)) place.parent[Number(place.step)] = null
    else delete place.parent[place.step]
  }
  for (const { operator, path, operand } of changes) {
    if (operator === '$rename') {
      const target = String(operand)
      for (const either of [path, target]) requireNoArray(document, either)
      put(path, false, (value) => (value === undefined ? undefined : put(target, true, () => value)))
      continue
    }
    const concrete = path.includes('$') ? positional(document, path, query) : path
    put(concrete, !NEVER_CREATE.has(operator), (before) => OPERATORS[operator]!(before, operand, path))
  }
  return changed ? root : document
}

function renamed(path: string, target: unknown): string {
  if (typeof target !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${path}: ${shown(target)}`)
  if (path === target) throw requestFailed(`The source and target field for $rename must differ: ${path}`)
  if (`${path}.${target}`.includes('$')) throw requestFailed(`The source and target field for $rename may not be dynamic: ${path}`)
  return target
}

function requirePath(path: string): void {
  const steps = path.split('.')
  if (steps.includes('')) throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  if (steps[0] === '_id') throw requestFailed(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
  const dollar = steps.find((step) => step.startsWith('$') && step !== '$')
  if (dollar !== undefined) throw requestFailed(`The dollar ($) prefixed field '${dollar}' in '${path}' is not valid for storage.`)
  if (steps[0]!.startsWith('$')) throw requestFailed(`Cannot have array filter or positional operator '${path}' at the first position`)
  if (steps.indexOf('$') !== steps.lastIndexOf('$')) throw requestFailed(`Too many positional (i.e. '$') elements found in path '${path}'`)
}

function requireNoConflict(paths: string[]): void {
  const whole = new Set<string>()
  const above = new Set<string>()
  for (const path of paths) {
    const steps = path.split('.')
    const parents = steps.slice(1).map((_, i) => steps.slice(0, i + 1).join('.'))
    const conflict = whole.has(path) || above.has(path) ? path : parents.find((parent) => whole.has(parent))
    if (conflict !== undefined) throw requestFailed(`Updating the path '${path}' would create a conflict at '${conflict}'`)
    whole.add(path)
    for (const parent of parents) above.add(parent)
  }
}

/** The object or array that holds the last step, copied for writing; nothing where the path leads nowhere. */
function placeOf(root: Document, path: string, create: boolean, copied: Set<unknown>): { parent: Container; step: string } | undefined {
  const steps = path.split('.')
  let parent: unknown = root
  for (const [depth, step] of steps.entries()) {
    const length = Array.isArray(parent) ? parent.length : undefined
    if (length === undefined ? !isObject(parent) : !/^(0|[1-9]\d{0,8})$/.test(step)) {
      if (!create) return undefined
      throw requestFailed(`Cannot create field '${step}' in element {${steps.slice(0, depth).join('.')}: ${shown(parent)}}`)
    }
    if (length !== undefined && Number(step) >= length) {
      if (!create) return undefined
      if (Number(step) > length + WIDEST_GAP) throw requestFailed(`can't backfill array to larger than ${length + WIDEST_GAP} elements`)
      ;(parent as unknown[]).push(...Array<null>(Number(step) - length).fill(null))
    }
    const container = parent as Container
    if (depth === steps.length - 1) return { parent: container, step }
    let child: unknown = own(container, step)
    if (child === undefined) {
      if (!create) return undefined
      child = {}
      copied.add(child)
      container[step] = child
    } else if (typeof child === 'object' && child !== null && !copied.has(child) && (Array.isArray(child) || isObject(child))) {
      child = Array.isArray(child) ? child.slice() : { ...child }
      copied.add(child)
      container[step] = child
    }
    parent = child
  }
  return undefined
}

function requireNoArray(document: Document, path: string): void {
  let value: unknown = document
  for (const step of path.split('.').slice(0, -1)) {
    value = isObject(value) ? own(value, step) : undefined
    if (Array.isArray(value)) throw requestFailed(`The source or target field for $rename cannot be an array element: '${path}'`)
  }
}

/** The path with the item that the query found in place of `$`. */
function positional(document: Document, path: string, query: Document): string {
  const steps = path.split('.')
  const depth = steps.indexOf('$')
  if (depth === -1) return path
  const array = steps.slice(0, depth).join('.')
  const list = steps.slice(0, depth).reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? own(value, step) : undefined), document)
  if (!Array.isArray(list)) throw requestFailed(`The path '${array}' must exist in the document and be an array in order to apply array updates.`)
  steps[depth] = String(matchedIndex(list, array, query))
  return steps.join('.')
}

function matchedIndex(list: unknown[], array: string, query: Document): number {
  const conditions = conditionsOn(array, query)
  const index = conditions.length === 1 ? list.findIndex((item) => matcherOf(conditions[0]!).test({ item: [item] })) : -1
  if (index === -1) throw requestFailed('The positional operator did not find the match needed from the query.')
  return index
}

function conditionsOn(array: string, query: Document): Document[] {
  return Object.entries(query).flatMap(([field, condition]): Document[] => {
    if (field === '$and' && Array.isArray(condition)) return condition.filter(isObject).flatMap((branch) => conditionsOn(array, branch))
    if (field !== array && !field.startsWith(`${array}.`)) return []
    const negative = isOperators(condition) && Object.keys(condition).some((operator) => /^\$(ne|nin|not)$/.test(operator))
    return negative ? [] : [{ [`item${field.slice(array.length)}`]: condition }]
  })
}
