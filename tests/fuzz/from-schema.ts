/**
 * Inputs made from a schema: `valid` keeps to it as far as the schema shows, `spoilt` breaks it somewhere, in the ways that
 * careless, broken and hostile clients do.
 */
import fc from 'fast-check'
import { alternatives, asked, nodeOf, type SchemaNode } from './schema-node'

type Any = fc.Arbitrary<unknown>

/** Words that mean something in the world, so that valid inputs get past the first look; `fields`: for fields of that name. */
export interface Lexicon {
  words: readonly string[]
  fields: Record<string, readonly string[]>
  /** What a field may hold that the schema leaves to others. */
  anything?: readonly SchemaNode[]
}

const emoji = ['👩‍👩‍👧‍👦', '🇨🇳🏳️‍🌈', '老\u0301李', '\u202e倒', '\u200b']
const loneSurrogates = ['\ud800', '好\udfff', '\udc00\ud800']
const names = ['__proto__', 'constructor', 'toString', '$where', '$gt', '$set', 'a.b', 'path.0', '', '_id', 'openid', 'userInfo']

const nasty: Any = fc.oneof(
  fc.constantFrom<unknown>(
    null, undefined, true, false, 0, -0, -1, 1.5, 1e308, -1e308, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, [], {}, '', ' ', '\u0000', '\n', 'null', '0', '-1', '[object Object]',
    { $gt: '' }, { $ne: null }, { $where: 'sleep(1000)' }, { $regex: '.*' }, [['$set']], { $tcb_server_date: { offset: 0 } }, { $numberLong: '1' }, { $date: 'x' }, ...emoji, ...loneSurrogates, ...names,
  ),
  fc.constantFrom('长'.repeat(10_000), 'a'.repeat(10_000), `${'('.repeat(3_000)}`, '2026-02-30', '2026-13', '2026-11-27T24:00:00.000Z', 'cloud://../../etc/passwd', '../world.json', "'; DROP TABLE events; --"),
  fc.constantFrom<unknown>(Array.from({ length: 3_000 }, () => 'x'), nested(60)),
  fc.string({ unit: 'binary', maxLength: 40 }), fc.double(), fc.integer(), fc.dictionary(fc.constantFrom(...names), fc.string({ maxLength: 5 }), { maxKeys: 3 }),
)

export function valid(node: SchemaNode, lexicon: Lexicon, field = ''): Any {
  switch (node.type) {
    case 'object': return objectOf(node, (entry, name) => valid(entry, lexicon, name))
    case 'string': return stringOf(node, lexicon, field)
    case 'number': return numberOf(node)
    case 'boolean': return fc.boolean()
    case 'picklist': return fc.constantFrom(...(node.options ?? []))
    case 'literal': return fc.constant(node.literal)
    case 'array': return fc.array(valid(itemOf(node), lexicon, field), { minLength: asked<number>(node, 'min_length') ?? 0, maxLength: Math.min(5, asked<number>(node, 'max_length') ?? 5) })
    case 'optional': return fc.option(valid(wrappedOf(node), lexicon, field), { nil: undefined })
    case 'nullable': return fc.option(valid(wrappedOf(node), lexicon, field), { nil: null })
    case 'variant':
    case 'union': return fc.oneof(...alternatives(node).map((one) => valid(one, lexicon)))
    case 'unknown': return anything(lexicon)
    default: throw new Error(`no inputs are made for a schema of type ${node.type} yet`)
  }
}

export function spoilt(node: SchemaNode, lexicon: Lexicon): Any {
  const inside = (one: SchemaNode, name?: string) => fc.oneof({ weight: 6, arbitrary: valid(one, lexicon, name) }, { weight: 1, arbitrary: spoilt(one, lexicon) })
  switch (node.type) {
    case 'object': return spoiltObject(objectOf(node, inside))
    case 'array': return fc.oneof(fc.array(inside(itemOf(node)), { maxLength: 5 }), fc.array(valid(itemOf(node), lexicon), { minLength: 61, maxLength: 70 }), nasty)
    case 'optional':
    case 'nullable': return spoilt(wrappedOf(node), lexicon)
    case 'variant':
    case 'union': return fc.oneof(...alternatives(node).map((one) => spoilt(one, lexicon)))
    case 'string': return fc.oneof(nasty, stringOf(node, lexicon).map((value) => `${value}\u0000`), stringOf(node, lexicon).map((value) => [value]))
    default: return nasty
  }
}

function anything(lexicon: Lexicon): Any {
  return fc.oneof(nasty, ...(lexicon.anything ?? []).flatMap((node) => [valid(node, lexicon), spoilt(node, lexicon)]))
}

function spoiltObject(object: fc.Arbitrary<Record<string, unknown>>): Any {
  return fc.oneof(
    { weight: 4, arbitrary: object },
    { weight: 2, arbitrary: fc.tuple(object, fc.constantFrom(...names), nasty).map(([value, name, extra]) => withOwn(value, name, extra)) },
    { weight: 2, arbitrary: fc.tuple(object, fc.nat()).map(([value, number]) => without(value, number)) },
    { weight: 1, arbitrary: object.map((value) => [value]) },
    { weight: 1, arbitrary: nasty },
  )
}

function objectOf(node: SchemaNode, inside: (entry: SchemaNode, name: string) => Any): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(Object.entries(node.entries ?? {}).map(([name, entry]) => [name, inside(entry, name)])))
}

function stringOf(node: SchemaNode, lexicon: Lexicon, field = ''): fc.Arbitrary<string> {
  const pattern = asked<RegExp>(node, 'regex')
  const most = asked<number>(node, 'max_length') ?? 40
  const known = (lexicon.fields[field] ?? lexicon.words).filter((word) => word.length <= most && (!pattern || pattern.test(word)))
  const made = pattern ? fc.stringMatching(pattern) : fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.max(1, Math.floor(most / 4)) })
  // Free text takes every word of the lexicon, so there the made-up ones are most.
  return known.length > 0 ? fc.oneof({ weight: pattern ? 5 : 1, arbitrary: fc.constantFrom(...known) }, { weight: pattern ? 1 : 5, arbitrary: made }) : made
}

function numberOf(node: SchemaNode): Any {
  const min = Math.ceil(asked<number>(node, 'min_value') ?? -1000)
  const max = Math.floor(asked<number>(node, 'max_value') ?? 1000)
  return fc.oneof(fc.integer({ min, max: Math.min(max, min + 5) }), fc.constantFrom(min, max), fc.integer({ min, max }), fc.constant(Math.min(max, Math.max(min, 0))))
}

/** An own property under any name; `__proto__` as a sent JSON has it. */
function withOwn(value: object, name: string, extra: unknown): object {
  return Object.defineProperty({ ...value }, name, { value: extra, enumerable: true, configurable: true, writable: true })
}

function without(value: Record<string, unknown>, number: number): Record<string, unknown> {
  const keys = Object.keys(value)
  const dropped = keys[number % Math.max(1, keys.length)]
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== dropped))
}

function itemOf(node: SchemaNode): SchemaNode {
  return nodeOf(node.item)
}

function wrappedOf(node: SchemaNode): SchemaNode {
  return nodeOf(node.wrapped)
}

function nested(depth: number): unknown {
  return depth === 0 ? 'x' : [nested(depth - 1)]
}
