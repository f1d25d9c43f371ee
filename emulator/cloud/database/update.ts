import { update as applyOperators } from 'mingo'
import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'

type Container = Record<string, unknown>

/** What MongoDB checks of the value that an operator meets, and mingo passes over in silence. */
const NUMBER_OPERATORS = new Set(['$inc', '$mul'])
const ARRAY_OPERATORS = new Set(['$push', '$addToSet', '$pop', '$pull', '$pullAll'])
/** These do nothing where the path does not lead anywhere; all others would create it. */
const NEVER_CREATE = new Set(['$unset', '$pop', '$pull', '$pullAll'])

/**
 * The document after the operators, or the very same object when nothing changes. The given one is left alone:
 * only the objects along the touched paths are copied, so a large document costs little.
 */
export function updated(document: Document, operators: Document, query: Document): Document {
  const paths: string[] = []
  for (const [operator, fields] of Object.entries(operators)) {
    if (!operator.startsWith('$') || !isObject(fields)) throw requestFailed(`unknown update operator "${operator}"`)
    for (const [path, operand] of Object.entries(fields)) {
      refuseWhatMongoRefuses(document, operator, path, operand)
      paths.push(path)
      if (operator === '$rename') paths.push(String(operand))
    }
  }
  const positional = paths.some((path) => path.includes('$'))
  const copy = positional ? structuredClone(document) : copyAlong(document, paths)
  const changed = applyOperators(copy, operators, [], positional ? query : {}, { cloneMode: 'none' })
  return changed.length > 0 ? copy : document
}

function refuseWhatMongoRefuses(document: Document, operator: string, path: string, operand: unknown): void {
  if (path === '' || path.split('.').includes('')) throw requestFailed(`the update path '${path}' contains an empty field name`)
  if (NUMBER_OPERATORS.has(operator) && typeof operand !== 'number') {
    throw requestFailed(`Cannot ${operator} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`)
  }
  if (operator === '$rename') refuseWhatMongoRefuses(document, '$set', String(operand), null)
  if (path.includes('$')) return
  const steps = path.split('.')
  let value: unknown = document
  for (const [depth, step] of steps.entries()) {
    if (value === undefined) return
    const open = isObject(value) || (Array.isArray(value) && /^\d+$/.test(step))
    if (!open) {
      if (NEVER_CREATE.has(operator) || operator === '$rename') return
      throw requestFailed(`Cannot create field '${step}' in element {${steps.slice(0, depth).join('.')}: ${JSON.stringify(value)?.slice(0, 80)}}`)
    }
    value = Object.hasOwn(value as Container, step) ? (value as Container)[step] : undefined
  }
  if (value === undefined) return
  if (NUMBER_OPERATORS.has(operator) && typeof value !== 'number') {
    throw requestFailed(`Cannot apply ${operator} to a value of non-numeric type: {${path}: ${JSON.stringify(value)?.slice(0, 80)}}`)
  }
  if (ARRAY_OPERATORS.has(operator) && !Array.isArray(value)) {
    throw requestFailed(`The field '${path}' must be an array but is ${JSON.stringify(value)?.slice(0, 80)} (${operator})`)
  }
}

function copyAlong(document: Document, paths: string[]): Document {
  const root: Document = { ...document }
  const copied = new Set<unknown>([root])
  for (const path of paths) {
    let parent: Container = root
    for (const step of path.split('.')) {
      let child = parent[step]
      if (!isObject(child) && !Array.isArray(child)) break
      if (!copied.has(child)) {
        child = Array.isArray(child) ? child.slice() : { ...child }
        copied.add(child)
        parent[step] = child
      }
      parent = child as Container
    }
  }
  return root
}
