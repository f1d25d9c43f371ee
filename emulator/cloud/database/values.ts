import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'

/** MongoDB's order of types, which $gt and its kin never cross. */
export function rankOf(value: unknown): number {
  if (value === undefined || value === null) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (Array.isArray(value)) return 5
  if (typeof value === 'boolean') return 8
  if (value instanceof Date) return 9
  if (value instanceof RegExp) return 11
  return 4
}

/** The order of MongoDB. Objects are equal only with their fields in the same order, as there. */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0
  const rank = rankOf(a)
  const other = rankOf(b)
  if (rank !== other) return rank - other
  if (typeof a === 'number') return compareNumbers(a, b as number)
  if (typeof a === 'string') return compareText(a, b as string)
  if (Array.isArray(a)) return compareLists(a, b as unknown[])
  if (a instanceof Date || typeof a === 'boolean') return Number(a) - Number(b)
  if (a instanceof RegExp) return compareText(String(a), String(b))
  return isObject(a) ? compareLists(flat(a), flat(b as Document)) : 0
}

export const equal = (a: unknown, b: unknown) => compare(a, b) === 0

/** NaN stands below every number. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  return Number.isNaN(b) ? 1 : a < b ? -1 : a > b ? 1 : 0
}

/** By code points, as UTF-8 bytes would: an emoji is above every Chinese character. */
function compareText(a: string, b: string): number {
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  if (at === a.length || at === b.length) return a.length - b.length
  return (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0)
}

function compareLists(a: unknown[], b: unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compare(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Field by field: the type, the name, the value. */
const flat = (object: Document) => Object.entries(object).flatMap(([field, value]) => [rankOf(value), field, value])

/** A field that the object has itself: `constructor` is an ordinary name for a field. */
export const own = (value: object, field: string): unknown => (Object.hasOwn(value, field) ? (value as Document)[field] : undefined)

/** Whether any value at the path passes: through arrays on the way, by index too. */
export function anyAt(value: unknown, steps: readonly string[], test: (value: unknown) => boolean, depth = 0): boolean {
  const step = steps[depth]
  if (step === undefined) return test(value)
  if (Array.isArray(value)) {
    if (/^\d+$/.test(step) && anyAt(value[Number(step)], steps, test, depth + 1)) return true
    return value.some((item) => isObject(item) && anyAt(item, steps, test, depth))
  }
  return isObject(value) ? anyAt(own(value, step), steps, test, depth + 1) : test(undefined)
}

export function requireOrder(order: Document): asserts order is Record<string, 1 | -1> {
  for (const [field, direction] of Object.entries(order)) {
    const good = field !== '' && !field.startsWith('$') && (direction === 1 || direction === -1)
    if (!good) throw requestFailed('sort key ordering must be 1 (for ascending) or -1 (for descending)')
  }
}

/** Sorts as MongoDB does: an array counts by its least (or, descending, greatest) item. */
export function sorted<T>(items: readonly T[], order: Record<string, 1 | -1>, documentOf: (item: T) => unknown): T[] {
  const fields = Object.entries(order).map(([field, direction]) => ({ steps: field.split('.'), direction }))
  const keyed = items.map((item) => ({ item, keys: fields.map(({ steps, direction }) => sortKey(documentOf(item), steps, direction)) }))
  keyed.sort((a, b) => {
    for (const [i, { direction }] of fields.entries()) {
      const difference = compare(a.keys[i], b.keys[i])
      if (difference !== 0) return difference * direction
    }
    return 0
  })
  return keyed.map(({ item }) => item)
}

function sortKey(document: unknown, steps: string[], direction: 1 | -1): unknown {
  let key: unknown
  let found = false
  const consider = (value: unknown) => {
    if (!found || compare(value, key) * direction < 0) key = value
    found = true
  }
  anyAt(document, steps, (value) => {
    if (Array.isArray(value) && value.length > 0) value.forEach(consider)
    else consider(Array.isArray(value) ? undefined : value)
    return false
  })
  return key
}
