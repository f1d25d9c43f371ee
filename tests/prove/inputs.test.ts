/** Bad input at full size: another seed for each call. */
import { afterAll, beforeAll, test } from 'vitest'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { callsOfTheContract } from '../fuzz/calls'
import type { Lexicon } from '../fuzz/from-schema'
import { lexiconOf } from '../fuzz/lexicon'
import { sendInputs } from '../fuzz/send-inputs'

const calls = await callsOfTheContract()

let world: OpenWorld
let lexicon: Lexicon
beforeAll(async () => {
  world = await openWorld({ name: 'event-day' })
  lexicon = lexiconOf(world)
})
afterAll(() => world.stop())

test.each(calls.map((call, number) => ({ call, number })))('$call.name takes any input without a fault', async ({ call, number }) => {
  await sendInputs(world, call, lexicon, { runs: 600, seed: 500 + number })
})
