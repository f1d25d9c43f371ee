/** Whom nobody knows is asked who they are, whatever they want, and meets the database once: to be looked up. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as v from 'valibot'
import type { Call } from '../../contract/call'
import { callFunction } from '../../emulator/world/call-function'
import { callsOfTheContract } from '../fuzz/calls'
import { valid } from '../fuzz/from-schema'
import { lexiconOf } from '../fuzz/lexicon'
import { nodeOf } from '../fuzz/schema-node'
import { openHouse, type House } from './house'

const calls = await callsOfTheContract()

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.publish()
})
afterAll(() => house.stop())

/** What its schema lets in. */
function inputFor(call: Call): unknown {
  const found = fc.sample(valid(nodeOf(call.input), lexiconOf(house)), { numRuns: 200, seed: 1 }).find((input) => v.safeParse(call.input, input).success)
  if (found === undefined) throw new Error(`no input for ${call.name} was found`)
  return found
}

test.each(calls.filter(({ name }) => name !== 'people/who-am-i'))('a stranger\'s $name', async (call) => {
  const input = inputFor(call)
  const before = house.everything()
  const operations = house.cloud.faults.listen(call.name.split('/')[0] ?? '')
  expect(await callFunction(house.cloud, 'openid-of-a-stranger', call, input as never)).toMatchObject({ ok: false, failure: 'who-are-you', message: expect.stringMatching(/\p{Script=Han}/u) })
  expect([...operations]).toEqual(['database.getDocument'])
  house.cloud.faults.disarm()
  expect(house.everything() === before, 'nothing has changed').toBe(true)
})
