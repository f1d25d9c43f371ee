/** 50 workers over 30 days, across the end of a month: links that drop 30% of the calls, latencies up to 20 s, clocks off by ten minutes and a day, one set back, apps killed anywhere. */
import { expect, test } from 'vitest'
import { noTrouble, runFleet, troublesOf } from '../fleet/fleet'

test('a month of the fleet: 0 lost, 0 counted twice, every record in its month, every sum as by hand', async () => {
  const begun = performance.now()
  const outcome = await runFleet({ workers: 50, days: 30, people: 40, seed: 20261130 })
  console.log(`fleet: ${outcome.facts} records, ${outcome.photos} photos, ${outcome.calls} calls, ${outcome.kills} kills, ${Math.round((performance.now() - begun) / 1000)} s`)
  expect(outcome.facts).toBeGreaterThan(5_000)
  expect(outcome.photos).toBeGreaterThan(100)
  expect(outcome.kills).toBeGreaterThan(1_000)
  expect(troublesOf(outcome)).toEqual(noTrouble)
})
