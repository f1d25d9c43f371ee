/** Every text, list and number that comes in has an upper limit in its schema. */
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { callsOfTheContract } from './calls'
import { alternatives, asked, nodeOf, type SchemaNode } from './schema-node'

const calls = await callsOfTheContract()

test.each(calls)('$name limits every text, list and number', (call) => {
  expect(withoutLimit(nodeOf(call.input), call.name)).toEqual([])
})

test('the walk sees what has no limit', () => {
  const loose = v.object({ text: v.string(), list: v.array(v.pipe(v.string(), v.regex(/^a+$/))), number: v.pipe(v.number(), v.minValue(0)), fine: v.optional(v.pipe(v.string(), v.regex(/^[a-z+]{1,4}$/))) })
  expect(withoutLimit(nodeOf(loose), 'it')).toEqual(['it.text', 'it.list', 'it.list[]', 'it.number'])
})

function withoutLimit(node: SchemaNode, at: string): string[] {
  const loose = (isLimited: boolean) => (isLimited ? [] : [at])
  switch (node.type) {
    case 'object': return Object.entries(node.entries ?? {}).flatMap(([name, entry]) => withoutLimit(entry, `${at}.${name}`))
    case 'array': return [...loose(asked(node, 'max_length') !== undefined), ...withoutLimit(nodeOf(node.item), `${at}[]`)]
    case 'optional':
    case 'nullable': return withoutLimit(nodeOf(node.wrapped), at)
    case 'variant':
    case 'union': return alternatives(node).flatMap((one) => withoutLimit(one, at))
    case 'string': return loose(asked(node, 'max_length') !== undefined || isBounded(asked<RegExp>(node, 'regex')))
    case 'number': return loose(asked(node, 'max_value') !== undefined && asked(node, 'min_value') !== undefined && (isWhole(node) || isPlace(at)))
    case 'picklist':
    case 'literal':
    case 'boolean': return []
    // Judged by the schema of the call that the record names, which is one of these.
    case 'unknown': return loose(at === 'queue/send.records[].input')
    default: return [`${at}: ${node.type}`]
  }
}

/** Where a place lies is the only number with decimals. */
function isPlace(at: string): boolean {
  return /\.point\.(latitude|longitude)$/.test(at)
}

function isWhole(node: SchemaNode): boolean {
  return node.pipe?.some((step) => step.type === 'integer' || (step !== node && isWhole(nodeOf(step)))) === true
}

/** From start to end, and nothing in it repeats without end. */
function isBounded(pattern: RegExp | undefined): boolean {
  if (!pattern || !pattern.source.startsWith('^') || !pattern.source.endsWith('$')) return false
  const bare = pattern.source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')
  return !/[*+]|\{\d+,\}/.test(bare)
}
