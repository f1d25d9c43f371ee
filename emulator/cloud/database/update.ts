import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import { OPERATORS, shown } from './update-operators'
import { own } from './values'

interface Change {
  operator: string
  path: string
  operand: unknown
}
export type Update = Change[]

/** These do nothing where the path does not lead anywhere; all others create it. */
const NEVER_CREATE = ['$unset', '$pop', '$pull', '$pullAll']

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
  const paths = changes.flatMap(({ operator, path, operand }) => (operator === '$rename' ? [path, targetOf(path, operand)] : [path]))
  paths.forEach(requirePath)
  requireNoConflict(paths)
  return changes
}

/** The document after the update, or the very same object when nothing changes. */
export function updated(document: Document, update: Update): Document {
  return update.reduce((before, { operator, path, operand }): Document => {
    if (operator === '$rename') return moved(before, path, String(operand))
    const create = !NEVER_CREATE.includes(operator)
    return changedAt(before, path.split('.'), create, (value) => OPERATORS[operator]!(value, operand, path)) as Document
  }, document)
}

/**
 * A copy with another value at the end of the path, undefined being none; the very same where that changes nothing. It shares what
 * stands beside the path.
 */
function changedAt(container: unknown, [step, ...deeper]: string[], create: boolean, change: (before: unknown) => unknown): unknown {
  if (step === undefined) return change(container)
  if (container === undefined && !create) return undefined
  if (Array.isArray(container)) return changedItem(container, step, deeper, create, change)
  if (container !== undefined && !isObject(container)) return noWay(container, step, create)
  const before = container && own(container, step)
  const after = changedAt(before, deeper, create, change)
  if (after === before) return container
  if (after !== undefined) return { ...container, [step]: after }
  const { [step]: _removed, ...others } = container ?? {}
  return others
}

function changedItem(list: unknown[], step: string, deeper: string[], create: boolean, change: (before: unknown) => unknown): unknown {
  const index = /^(0|[1-9]\d{0,8})$/.test(step) ? Number(step) : NaN
  if (Number.isNaN(index) || (!create && index >= list.length)) return noWay(list, step, create)
  if (index > list.length) throw requestFailed(`the emulator does not backfill an array of ${list.length} up to '${step}'`)
  const after = changedAt(list[index], deeper, create, change)
  if (after === list[index]) return list
  return [...list.slice(0, index), after ?? null, ...list.slice(index + 1)]
}

function noWay(value: unknown, step: string, create: boolean): unknown {
  if (create) throw requestFailed(`Cannot create field '${step}' in element ${shown(value)}`)
  return value
}

function moved(document: Document, path: string, target: string): Document {
  for (const either of [path, target]) requireNoArray(document, either)
  let value: unknown
  const without = changedAt(document, path.split('.'), false, (before) => void (value = before)) as Document
  return value === undefined ? document : (changedAt(without, target.split('.'), true, () => value) as Document)
}

function targetOf(path: string, target: unknown): string {
  if (typeof target !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${path}: ${shown(target)}`)
  if (path === target) throw requestFailed(`The source and target field for $rename must differ: ${path}`)
  return target
}

function requirePath(path: string): void {
  const steps = path.split('.')
  if (steps.includes('')) throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  if (steps[0] === '_id') throw requestFailed(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
  const dollar = steps.find((step) => step.startsWith('$'))
  if (dollar) throw requestFailed(`The dollar ($) prefixed field '${dollar}' in '${path}' is not valid; positional ones are not known here`)
}

/** In order, a path stands right behind those that lead to it, or to the same. */
function requireNoConflict(paths: string[]): void {
  const inOrder = paths.map((path) => `${path}.`).sort()
  const conflict = inOrder.find((path, i) => inOrder[i + 1]?.startsWith(path))
  if (conflict !== undefined) throw requestFailed(`Updating several paths would create a conflict at '${conflict.slice(0, -1)}'`)
}

function requireNoArray(document: Document, path: string): void {
  let value: unknown = document
  for (const step of path.split('.').slice(0, -1)) {
    value = isObject(value) ? own(value, step) : undefined
    if (Array.isArray(value)) throw requestFailed(`The source or target field for $rename cannot be an array element: '${path}'`)
  }
}
