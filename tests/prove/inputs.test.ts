/** Bad input at full size, with another seed for each call: many through its schema, the oddest of them through the functions, as three roles. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callsOfTheContract } from '../fuzz/calls'
import { openFuzzWorld, type FuzzWorld } from '../fuzz/fuzz-world'
import { sendInputs } from '../fuzz/send-inputs'
import { sift } from '../fuzz/sift'

const inputs = 100_000
const odd = 500
const calls = await callsOfTheContract()

let world: FuzzWorld
beforeAll(async () => void (world = await openFuzzWorld()))
afterAll(() => world.stop())

test.each(calls.map((call, number) => ({ call, number })))('$call.name takes any input without a fault', async ({ call, number }) => {
  const sifted = await sift(call, world.lexicon, { inputs, odd, seed: 500 + number * inputs })
  expect([sifted.tried, sifted.accepted.length + sifted.refused.length]).toEqual([inputs, odd])
  await sendInputs(world, call, sifted)
})
