/** Closing at full size: 50,000 random histories, from a seed that is told. */
import { expect, test } from 'vitest'
import { whyNot } from '../../cloudfunctions/_shared/rules/closing/way-up'
import { runOnce } from '../closing/random-runs'

test('in 50,000 random histories no path changes a closed month, skips a step, or lets the wrong person act', () => {
  const first = Date.now() % 1_000_000_000
  const began = performance.now()
  let [approved, corrected] = [0, 0]
  for (let run = 0; run < 50_000; run += 1) {
    const seen = runOnce(first + run, 40, whyNot)
    approved += seen.approved
    corrected += seen.corrected
  }
  console.log(`closing: 50,000 histories from seed ${first} in ${((performance.now() - began) / 1000).toFixed(0)} s, ${approved} months closed, ${corrected} of them corrected`)
  expect(Math.min(approved, corrected)).toBeGreaterThan(5_000)
})
