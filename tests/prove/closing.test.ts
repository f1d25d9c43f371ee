/** Closing at full size: 50,000 random histories, from a seed that is told. */
import { expect, test } from 'vitest'
import { whyNot } from '../../cloudfunctions/_shared/rules/closing/way-up'
import { runThere } from '../closing/emulator-runs'
import { runOnce } from '../closing/random-runs'
import { openEvening } from '../functions/community-evening'

test('in 50,000 random histories no path changes a closed month, skips a step, or lets the wrong person act', async () => {
  const first = Date.now() % 1_000_000_000
  const began = performance.now()
  let [approved, corrected] = [0, 0]
  for (let run = 0; run < 50_000; run += 1) {
    // Who runs the tests wants an answer from this process now and then.
    if (run % 500 === 0) await new Promise(setImmediate)
    const seen = runOnce(first + run, 40, whyNot)
    approved += seen.approved
    corrected += seen.corrected
  }
  console.log(`closing: 50,000 histories from seed ${first} in ${((performance.now() - began) / 1000).toFixed(0)} s, ${approved} months closed, ${corrected} of them corrected`)
  expect(Math.min(approved, corrected)).toBeGreaterThan(5_000)
})

test('300 random histories with races go through the real functions the same way', async () => {
  const world = await openEvening({ cloud: { instancesPerFunction: 3, env: { LINLI_CALLS_PER_SECOND: '100000' } } })
  try {
    const first = Date.now() % 1_000_000
    let [approved, corrected, races] = [0, 0, 0]
    for (let run = 0; run < 300; run += 1) {
      const seen = await runThere(world, first + run, 10)
      approved += seen.approved ? 1 : 0
      corrected += seen.approved && seen.corrections > 0 ? 1 : 0
      races += seen.races
    }
    console.log(`closing through the functions: 300 histories from seed ${first}, ${approved} closed, ${corrected} corrected, ${races} races`)
    expect(Math.min(approved, corrected)).toBeGreaterThan(50)
  } finally {
    await world.stop()
  }
}, 900_000)
