/** How odd an input is: what about it a careless program might trip over. The oddest of many are chosen from every kind of oddness. */
import { createHash } from 'node:crypto'

const proto = new Set(['__proto__', 'constructor', 'prototype', 'toString'])
const marks: readonly [string, RegExp][] = [
  ['lone-surrogate', /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/],
  ['control', /\p{Cc}/u], ['turned', /[\u202a-\u202e\u2066-\u2069]/], ['invisible', /[\u200b-\u200d\ufeff]/], ['joined', /\p{M}|\u200d/u],
  ['path', /\.\.|cloud:\/\//], ['statement', /['";]|\$\w/], ['blank', /^\s*$/], ['spaces-around', /^\s|\s$/],
]

export function tagsOf(value: unknown): Set<string> {
  const tags = new Set<string>()
  walk(value, 0, tags)
  return tags
}

function walk(value: unknown, depth: number, tags: Set<string>): void {
  if (depth > 10) tags.add('deep')
  if (typeof value === 'string') {
    if (value.length > 1000) return void tags.add('huge-text')
    for (const [tag, mark] of marks) if (mark.test(value)) tags.add(tag)
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) tags.add('not-a-number')
    else if (Object.is(value, -0)) tags.add('minus-zero')
    else if (!Number.isInteger(value)) tags.add('fraction')
    else if (!Number.isSafeInteger(value)) tags.add('huge-number')
    else if (value < 0) tags.add('negative')
  } else if (Array.isArray(value)) {
    tags.add(depth === 0 ? 'list-for-object' : 'list')
    if (value.length > 100) tags.add('long-list')
    for (const one of value.slice(0, 100)) walk(one, depth + 1, tags)
  } else if (value !== null && typeof value === 'object') {
    if (depth > 0) tags.add('object')
    for (const [key, inside] of Object.entries(value)) {
      if (key.startsWith('$')) tags.add('operator')
      if (proto.has(key)) tags.add('prototype-key')
      if (key.includes('.') || key === '') tags.add('odd-key')
      if (inside === undefined || inside === null) tags.add('nothing')
      walk(inside, depth + 1, tags)
    }
  } else {
    tags.add(String(typeof value))
  }
}

interface Kind { tags: number; inputs: unknown[]; known: Set<string> }

/** Keeps some inputs of each kind, none twice, and gives the oddest kinds first, each in turn. */
export class Oddest {
  readonly #kinds = new Map<string, Kind>()

  constructor(private readonly mostOfAKind = 300) {}

  look(input: unknown): void {
    const tags = tagsOf(input)
    const name = [...tags].sort().join()
    const kind = this.#kinds.get(name) ?? { tags: tags.size, inputs: [], known: new Set() }
    this.#kinds.set(name, kind)
    if (kind.inputs.length === this.mostOfAKind) return
    const mark = createHash('sha1').update(JSON.stringify(input) ?? '').digest('base64')
    if (kind.known.has(mark)) return
    kind.known.add(mark)
    kind.inputs.push(input)
  }

  take(count: number): unknown[] {
    const kinds = [...this.#kinds.values()].sort((a, b) => b.tags - a.tags)
    const taken: unknown[] = []
    for (let round = 0; taken.length < count && kinds.some(({ inputs }) => inputs.length > round); round += 1) {
      for (const { inputs } of kinds) if (inputs.length > round && taken.length < count) taken.push(inputs[round])
    }
    return taken
  }
}
