import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import { isOperators, matcherOf } from './matcher'
import { compare, equal, sorted } from './values'

/** The value after the operator; `undefined` for a field that is not there. The same value means no change. */
type Operator = (before: unknown, operand: unknown, path: string) => unknown

/** Those that `db.command` makes; $rename, which touches two fields, is in update.ts. */
export const OPERATORS: Record<string, Operator> = {
  $set: (before, operand, path) => better(before, operand, path, () => !equal(before, operand)),
  $min: (before, operand, path) => better(before, operand, path, () => compare(operand, before) < 0),
  $max: (before, operand, path) => better(before, operand, path, () => compare(operand, before) > 0),
  $unset: () => undefined,
  $inc: (before, operand, path) => numberOf('$inc', before === undefined ? 0 : before, path) + numberOf('$inc', operand, path),
  $mul: (before, operand, path) => numberOf('$mul', before === undefined ? 0 : before, path) * numberOf('$mul', operand, path),
  $bit(before, operand, path) {
    const steps = Object.entries(isObject(operand) ? operand : {})
    if (steps.length === 0 || !steps.every(([name, bits]) => /^(and|or|xor)$/.test(name) && Number.isSafeInteger(bits))) {
      throw requestFailed(`The $bit modifier needs and, or or xor with a whole number: {${path}: ${shown(operand)}}`)
    }
    if (before !== undefined && !Number.isSafeInteger(before)) {
      throw requestFailed(`Cannot apply $bit to a value of non-integral type: {${path}: ${shown(before)}}`)
    }
    const bits = (a: bigint, name: string, b: bigint) => (name === 'and' ? a & b : name === 'or' ? a | b : a ^ b)
    return Number(steps.reduce((value, [name, operand]) => bits(value, name, BigInt(Number(operand))), BigInt(Number(before ?? 0))))
  },
  $push(before, operand, path) {
    const { $each, $position, $slice, $sort, ...others } = isObject(operand) && '$each' in operand ? operand : ({ $each: [operand] } as Document)
    if (Object.keys(others).length > 0) throw requestFailed(`Unrecognized clause in $push: ${Object.keys(others)[0]}`)
    if (!Array.isArray($each)) throw requestFailed(`The argument to $each in $push must be an array but it was ${shown($each)}`)
    for (const value of [$position, $slice]) {
      if (value !== undefined && !Number.isSafeInteger(value)) throw requestFailed(`$position and $slice must be an integer, not ${shown(value)}`)
    }
    requireStorable($each, path)
    const list = [...listOf('$push', before, path)]
    list.splice($position === undefined ? list.length : Number($position), 0, ...($each as unknown[]))
    const ordered = $sort === undefined ? list : sortedItems(list, $sort)
    const most = $slice === undefined ? Infinity : Number($slice)
    const kept = most < 0 ? ordered.slice(most) : ordered.slice(0, most)
    return before !== undefined && equal(before, kept) ? before : kept
  },
  $addToSet(before, operand, path) {
    const items = isObject(operand) && '$each' in operand ? operand.$each : [operand]
    if (!Array.isArray(items)) throw requestFailed(`$addToSet takes $each with an array only, not ${shown(operand)}`)
    requireStorable(items, path)
    const list = [...listOf('$addToSet', before, path)]
    for (const item of items as unknown[]) if (!list.some((there) => equal(there, item))) list.push(item)
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
      if (field === '' || /[.\0]/.test(field)) throw requestFailed(`'${field}' in '${path}' is not a field name: it is empty or contains a dot`)
      requireStorable(value[field], path)
    }
  }
}

export const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 80) ?? 'nothing'

function better(before: unknown, operand: unknown, path: string, isBetter: () => boolean): unknown {
  requireStorable(operand, path)
  return before === undefined || isBetter() ? operand : before
}

function numberOf(operator: string, value: unknown, path: string): number {
  if (typeof value !== 'number') throw requestFailed(`Cannot ${operator} with a non-numeric value: {${path}: ${shown(value)}}`)
  return value
}

function listOf(operator: string, before: unknown, path: string): unknown[] {
  if (before !== undefined && !Array.isArray(before)) throw requestFailed(`The field '${path}' must be an array, not ${shown(before)} (${operator})`)
  return (before as unknown[] | undefined) ?? []
}

function without(operator: string, before: unknown, path: string, gone: (item: unknown) => boolean): unknown {
  const list = listOf(operator, before, path)
  const kept = list.filter((item) => !gone(item))
  return kept.length === list.length ? before : kept
}

function sortedItems(list: unknown[], order: unknown): unknown[] {
  const directions = isObject(order) ? Object.values(order) : [order]
  if (directions.length === 0 || !directions.every((direction) => direction === 1 || direction === -1)) {
    throw requestFailed('The $sort is invalid: use 1/-1 or an object of fields with 1/-1')
  }
  return isObject(order) ? sorted(list, order as Record<string, 1 | -1>, (item) => item) : [...list].sort((a, b) => compare(a, b) * Number(order))
}
