/** The same through the real functions, several at once: a few runs; hundreds in `npm run prove`. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEvening, type Evening } from '../functions/community-evening'
import { runThere } from './emulator-runs'

let world: Evening
beforeAll(async () => { world = await openEvening({ cloud: { instancesPerFunction: 3, env: { LINLI_CALLS_PER_SECOND: '100000' } } }) })
afterAll(() => world.stop())

test('10 random histories with races through the real functions', async () => {
  const runs = []
  for (let seed = 1; seed <= 10; seed += 1) runs.push(await runThere(world, seed, 10))
  expect(runs.filter(({ approved }) => approved).length).toBeGreaterThan(3)
  expect(runs.filter(({ approved, corrections }) => approved && corrections > 0).length).toBeGreaterThan(1)
}, 120_000)
