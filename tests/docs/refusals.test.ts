/** docs/refusals.md: what each call refuses, and what inputs must be together; printed from the contract. */
import type * as v from 'valibot'
import { expect, test } from 'vitest'
import { callsOfTheContract } from '../fuzz/calls'

const calls = await callsOfTheContract()

test('the list in the docs is what the contract says', async () => {
  await expect(printed()).toMatchFileSnapshot('../../docs/refusals.md')
})

test('whoever is told that inputs do not fit together is told so in Chinese', () => {
  const together = calls.flatMap((call) => togetherIn(call.input))
  expect(together.length).toBeGreaterThan(5)
  for (const said of together) expect(said).toMatch(/\p{Script=Han}/u)
})

interface Piped { type?: string; pipe?: Piped[]; kind?: string; message?: unknown; entries?: Record<string, Piped>; item?: Piped; wrapped?: Piped; options?: Piped[] }

/** What is checked over several fields, or over several items, wherever in the input. */
function togetherIn(schema: v.GenericSchema | Piped): string[] {
  const seen: string[] = []
  const walk = (one: Piped | undefined) => {
    if (one === undefined || typeof one !== 'object') return
    const whole = one.type ?? one.pipe?.[0]?.type ?? ''
    for (const step of one.pipe ?? []) {
      if (step.kind === 'validation' && /object|array|variant|union/.test(whole) && /check/.test(step.type ?? '')) seen.push(typeof step.message === 'string' ? step.message : '（见代码）')
      if (step !== one && step.kind === 'schema') walk({ ...step, pipe: [] })
    }
    for (const inside of [...Object.values(one.entries ?? {}), one.item, one.wrapped, ...(Array.isArray(one.options) ? one.options : [])]) walk(inside as Piped | undefined)
  }
  walk(schema as Piped)
  return [...new Set(seen)]
}

function printed(): string {
  return [
    '# What calls refuse', '',
    'Printed from `contract/` by `tests/docs/refusals.test.ts`. **Together** are the sentences with which a schema answers inputs that do not fit each other (`bad-input`); **by name** are the refusals of a call: facts, in the order in',
    'which they are looked at. What each field by itself may be stands in its schema; every limit is walked by `tests/fuzz/limits.test.ts`. Any call may besides answer `bad-input`, `who-are-you`, `not-allowed`, `too-fast` and `internal`',
    '(`contract/call.ts`). A `…-not-found` says the same of what does not exist and of what is not one\'s own. Each refusal has its Chinese words in the `wording.ts` of the pages that may meet it: without them the app does not compile.', '',
    '| call | together | by name |', '| --- | --- | --- |',
    ...calls.map(({ name, input, failures }) => `| \`${name}\` | ${togetherIn(input).join('；')} | ${failures.map((one) => `\`${one}\``).join(' ')} |`), '',
  ].join('\n')
}
