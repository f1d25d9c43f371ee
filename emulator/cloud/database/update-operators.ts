import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import { isOperators, matcherOf } from './matcher'
import { compare, equal, sorted } from './values'

/** The value after the operator; `undefined` for a field that is not there. The same value means no change. */
export type Operator = (before: unknown, operand: unknown, path: string) => unknown

/** These do nothing where the path does not lead anywhere; all others would create it. */
export const NEVER_CREATE = new Set(['$unset', '$pop', '$pull', '$pullAll'])

/** Those that `db.command` makes; $setOnInsert and $currentDate it does not. */
export const OPERATORS: Record<string, Operator> = {
  $set: (before, operand, path) => (requireStorable(operand, path), before !== undefined && equal(before, operand) ? before : operand),
  $unset: () => undefined,
  $inc: (before, operand, path) => (before === undefined ? number('$inc', operand, path) : held('$inc', before, path) + number('$inc', operand, path)),
  $mul: (before, operand, path) => (number('$mul', operand, path), before === undefined ? 0 : held('$mul', before, path) * Number(operand)),
  $min: (before, operand, path) => (requireStorable(operand, path), before === undefined || compare(operand, before) < 0 ? operand : before),
  $max: (before, operand, path) => (requireStorable(operand, path), before === undefined || compare(operand, before) > 0 ? operand : before),
  $bit(before, operand, path) {
    const steps = Object.entries(isObject(operand) ? operand : {})
    if (steps.length === 0 || !steps.every(([name, bits]) => /^(and|or|xor)$/.test(name) && Number.isSafeInteger(bits))) {
      throw requestFailed(`The $bit modifier needs and, or or xor with a whole number: {${path}: ${shown(operand)}}`)
    }
    if (before !== undefined && !Number.isSafeInteger(before)) throw requestFailed(`Cannot apply $bit to a value of non-integral type: {${path}: ${shown(before)}}`)
    const bits = (a: bigint, name: string, b: bigint) => (name === 'and' ? a & b : name === 'or' ? a | b : a ^ b)
    return Number(steps.reduce((value, [name, operand]) => bits(value, name, BigInt(Number(operand))), BigInt(Number(before ?? 0))))
  },
  $push(before, operand, path) {
    const modifiers = isObject(operand) && '$each' in operand ? operand : { $each: [operand] }
    const { $each, $position, $slice, $sort, ...others } = modifiers as Document
    if (Object.keys(others).length > 0) throw requestFailed(`Unrecognized clause in $push: ${Object.keys(others)[0]}`)
    if (!Array.isArray($each)) throw requestFailed(`The argument to $each in $push must be an array but it was ${shown($each)}`)
    for (const [name, value] of Object.entries({ $position, $slice })) {
      if (value !== undefined && !Number.isSafeInteger(value)) throw requestFailed(`The value for ${name} must be an integer value but was ${shown(value)}`)
    }
    requireStorable($each, path)
    const list = listOf('$push', before, path).slice()
    list.splice($position === undefined ? list.length : Number($position), 0, ...($each as unknown[]))
    const ordered = $sort === undefined ? list : sortedItems(list, $sort)
    const kept = $slice === undefined ? ordered : Number($slice) < 0 ? ordered.slice(Number($slice)) : ordered.slice(0, Number($slice))
    return before !== undefined && equal(before, kept) ? before : kept
  },
  $addToSet(before, operand, path) {
    const several = isObject(operand) && '$each' in operand
    if (several && (Object.keys(operand).length > 1 || !Array.isArray(operand.$each))) throw requestFailed(`$addToSet takes $each with an array only, not ${shown(operand)}`)
    const items = (several ? operand.$each : [operand]) as unknown[]
    requireStorable(items, path)
    const list = listOf('$addToSet', before, path).slice()
    for (const item of items) if (!list.some((there) => equal(there, item))) list.push(item)
    return before !== undefined && list.length === (before as unknown[]).length ? before : list
  },
  $pop(before, operand, path) {
    if (operand !== 1 && operand !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${shown(operand)}`)
    const list = listOf('$pop', before, path)
    return list.length === 0 ? before : operand === 1 ? list.slice(0, -1) : list.slice(1)
  },
  $pull(before, operand, path) {
    const byQuery = operand instanceof RegExp || isOperators(operand)
    const { test } = matcherOf(byQuery ? { item: operand } : isObject(operand) ? operand : {})
    const gone = (item: unknown) => (byQuery ? test({ item }) : isObject(operand) ? isObject(item) && test(item) : equal(item, operand))
    return without('$pull', before, path, gone)
  },
  $pullAll(before, operand, path) {
    if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument')
    return without('$pullAll', before, path, (item) => operand.some((gone) => equal(gone, item)))
  },
}

/** Field names that MongoDB of CloudBase's age or the protocol's own EJSON cannot hold. */
export function requireStorable(value: unknown, path: string): void {
  if (Array.isArray(value)) for (const item of value) requireStorable(item, path)
  else if (isObject(value)) {
    for (const field of Object.keys(value)) {
      if (field.startsWith('$')) throw requestFailed(`The dollar ($) prefixed field '${field}' in '${path}' is not valid for storage.`)
      if (field === '' || field.includes('.') || field.includes('\0')) throw requestFailed(`'${field}' in '${path}' is not a field name: it is empty or contains a dot`)
      requireStorable(value[field], path)
    }
  }
}

export const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 80) ?? 'nothing'

function number(operator: string, operand: unknown, path: string): number {
  if (typeof operand !== 'number') throw requestFailed(`Cannot ${operator} with non-numeric argument: {${path}: ${shown(operand)}}`)
  return operand
}

function held(operator: string, value: unknown, path: string): number {
  if (typeof value !== 'number') throw requestFailed(`Cannot apply ${operator} to a value of non-numeric type: {${path}: ${shown(value)}}`)
  return value
}

function listOf(operator: string, before: unknown, path: string): unknown[] {
  if (before !== undefined && !Array.isArray(before)) throw requestFailed(`The field '${path}' must be an array but is ${shown(before)} (${operator})`)
  return (before as unknown[] | undefined) ?? []
}

function without(operator: string, before: unknown, path: string, gone: (item: unknown) => boolean): unknown {
  const list = listOf(operator, before, path)
  const kept = list.filter((item) => !gone(item))
  return kept.length === list.length ? before : kept
}

function sortedItems(list: unknown[], order: unknown): unknown[] {
  const directions = isObject(order) ? Object.entries(order) : [['', order] as const]
  if (directions.length === 0 || !directions.every(([, direction]) => direction === 1 || direction === -1)) throw requestFailed('The $sort is invalid: use 1/-1 or an object of fields with 1/-1')
  return isObject(order) ? sorted(list, order as Record<string, 1 | -1>, (item) => item) : [...list].sort((a, b) => compare(a, b) * Number(order))
}
