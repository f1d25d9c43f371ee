/** The fleet, small and with a fixed seed; 50 workers over 30 days: `npm run prove` (tests/prove/fleet.test.ts). */
import { expect, test } from 'vitest'
import { noTrouble, runFleet, troublesOf } from './fleet'
import { guardsOff } from './guards-off'
import { storm } from './sim/line'

const small = { workers: 12, days: 5, people: 15, seed: 1 }

test('bad lines, wrong clocks, login pages and killed apps: nothing is lost, nothing counts twice, every record is in its month', { timeout: 120_000 }, async () => {
  const outcome = await runFleet(small)
  console.log(`fleet: ${outcome.facts} records, ${outcome.photos} photos, ${outcome.calls} calls, ${outcome.kills} kills`)
  expect(outcome.facts).toBeGreaterThan(200)
  expect(outcome.photos).toBeGreaterThan(5)
  expect(outcome.kills).toBeGreaterThan(40)
  expect(troublesOf(outcome)).toEqual(noTrouble)
})

test('control: a phone that drops a record on any 200 loses some, and that is seen', { timeout: 120_000 }, async () => {
  const { lost, sums } = await runFleet({ ...small, workers: 6, days: 2 }, { phone: guardsOff.receipts, weather: { ...storm, portal: 0.3 } })
  expect(lost.length).toBeGreaterThan(0)
  expect(sums.length).toBeGreaterThan(0)
})

test('control: a phone that trusts its clock has its records refused or astray, and that is seen', { timeout: 120_000 }, async () => {
  const { lost, astray, stuck } = await runFleet({ ...small, workers: 5, days: 2 }, { phone: guardsOff.clock })
  expect(lost.length + astray.length + stuck.length).toBeGreaterThan(0)
})
