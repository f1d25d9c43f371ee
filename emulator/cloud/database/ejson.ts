import { requestFailed } from '../failure'

/**
 * What travels and what is stored is EJSON text; the engine works on plain values and `Date`. The stored text is relaxed EJSON and is
 * sent to the SDK as it stands.
 */
export type Document = { [field: string]: unknown }

/** MongoDB's own; it also keeps every walk below off the end of the stack. */
const DEEPEST = 100

/** Reads canonical or relaxed EJSON. `now` answers `db.serverDate()`, wherever in the value it stands. */
export function decode(text: string, now: () => number = Date.now): unknown {
  return native(JSON.parse(text) as unknown, now, 0)
}

/** What this process has written itself: looked through only where something in it is not plain JSON. */
export function decodeStored(text: string): Document {
  const value = JSON.parse(text) as Document
  return text.includes('"$') ? (native(value, Date.now, 0) as Document) : value
}

export function decodeDocument(text: string, now?: () => number): Document {
  const value = decode(text, now)
  if (!isObject(value)) throw new Error('an object was expected')
  return value
}

export function encode(value: unknown): string {
  return JSON.stringify(isPlain(value) ? value : wire(value))
}

export function isObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof RegExp)
}

/** Changes the value in place: it was parsed for this. */
function native(value: unknown, now: () => number, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) throw requestFailed(`a value is nested more than ${DEEPEST} levels deep`)
  const object = value as Document
  const keys = Object.keys(object)
  const first = keys[0]
  if (first?.startsWith('$')) {
    const operand = object[first]
    if (first === '$numberInt' || first === '$numberDouble' || first === '$numberLong') return Number(operand)
    if (first === '$date') return dateOf(isObject(operand) ? Number(operand.$numberLong) : operand)
    if (first === '$oid') return operand
    if (first === '$tcb_server_date') return dateOf(now() + Number(isObject(operand) ? (native(operand.offset, now, depth + 1) ?? 0) : 0))
    if (first === '$regularExpression' && isObject(operand)) {
      return patternOf(operand.pattern, String(operand.options ?? '').replace('g', '')) // JavaScript sends g along; MongoDB has no use for it
    }
  }
  for (const key of keys) {
    // JavaScript would lose the field; a path of an update or a query is a key here too
    if (key.includes('__proto__') && key.split('.').includes('__proto__')) throw requestFailed('the emulator cannot keep a field named __proto__')
    const before = object[key]
    if (typeof before === 'object' && before !== null) object[key] = native(before, now, depth + 1)
  }
  return object
}

export function patternOf(pattern: unknown, flags: unknown): RegExp {
  if (typeof pattern !== 'string' || typeof flags !== 'string') throw requestFailed('$regex has to be a string')
  if (/[^ims]/.test(flags)) throw requestFailed(`the emulator knows the flags i, m and s of a regular expression, not "${flags}"`)
  return new RegExp(pattern, flags)
}

function dateOf(value: unknown): Date {
  const date = new Date(value as number | string)
  if (Number.isNaN(date.getTime())) throw requestFailed('a date is out of range')
  return date
}

/** True when JSON.stringify alone is right, which nearly all documents of ours are. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isPlain)
  if (value instanceof Date || value instanceof RegExp) return false
  for (const key in value) if (!isPlain((value as Document)[key])) return false
  return true
}

function wire(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { $numberDouble: String(value) }
  if (value instanceof Date) return { $date: value.toISOString() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map(wire)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wire(item)]))
  return value
}
