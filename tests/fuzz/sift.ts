/** Many inputs through the schema of a call, in process: it never throws, and what it lets in is of its own shape. The oddest are given back. */
import fc from 'fast-check'
import * as v from 'valibot'
import type { Call } from '../../contract/call'
import { spoilt, valid, type Lexicon } from './from-schema'
import { Oddest } from './oddness'
import { nodeOf, type SchemaNode } from './schema-node'

const portion = 2_000
/** WeChat refuses a call with more than 100 KB before any function sees it. */
const mostCarried = 90_000

export interface Sifted { accepted: unknown[]; refused: unknown[]; tried: number }

/** `odd`: how many of the oddest, half of those that the schema lets in and half of the others, as far as there are so many. */
export async function sift(call: Call, lexicon: Lexicon, { inputs, odd, seed }: { inputs: number; odd: number; seed: number }): Promise<Sifted> {
  const node = nodeOf(call.input)
  const input = fc.oneof(valid(node, lexicon), spoilt(node, lexicon))
  const [accepted, refused] = [new Oddest(), new Oddest()]
  let tried = 0
  for (; tried < inputs; tried += portion) {
    // The runner asks now and then whether this process still lives.
    await new Promise((resolve) => setImmediate(resolve))
    for (const one of fc.sample(input, { numRuns: Math.min(portion, inputs - tried), seed: seed + tried })) {
      const trouble = troubleWith(call, one)
      if (trouble) throw new Error(`${call.name}: ${trouble}: ${JSON.stringify(one)?.slice(0, 2_000)}`)
      const sent = asSent(one)
      if (Buffer.byteLength(JSON.stringify(sent)) > mostCarried) continue
      const oddest = v.safeParse(call.input, sent).success ? accepted : refused
      oddest.look(sent)
    }
  }
  const refusedOnes = refused.take(odd)
  const acceptedOnes = accepted.take(Math.max(Math.ceil(odd / 2), odd - refusedOnes.length))
  return { accepted: acceptedOnes, refused: refusedOnes.slice(0, odd - acceptedOnes.length), tried: Math.min(tried, inputs) }
}

function troubleWith(call: Call, input: unknown): string | null {
  const outcome = v.safeParse(call.input, input)
  if (!outcome.success) return outcome.issues.length > 0 ? null : 'refused without a reason'
  if (foreignKeyIn(outcome.output, nodeOf(call.input))) return 'a key that belongs to every object got in'
  const again = v.safeParse(call.input, outcome.output)
  return again.success && JSON.stringify(again.output) === JSON.stringify(outcome.output) ? null : 'what was let in is not let in again'
}

/** What a schema leaves unknown, another one judges before anybody looks into it. */
function foreignKeyIn(value: unknown, node?: SchemaNode): boolean {
  if (node?.type === 'unknown' || value === null || typeof value !== 'object') return false
  return Object.keys(value).some((key) => key === '__proto__' || key === 'constructor' || key.startsWith('$'))
    || Object.entries(value).some(([key, inside]) => foreignKeyIn(inside, node?.entries?.[key] ?? (node?.item === undefined ? undefined : nodeOf(node.item))))
}

/** What arrives of it: JSON knows no NaN, no undefined and no -0, and a call without an input is one with an empty input. */
function asSent(input: unknown): unknown {
  const { input: sent = {} } = JSON.parse(JSON.stringify({ input })) as { input?: unknown }
  return sent
}
