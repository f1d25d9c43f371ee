/** Kept totals, totals from the rules, rebuilt totals and an oracle of its own: the same in every cell. At full size in tests/prove. */
import { expect, test } from 'vitest'
import { runHistories } from './histories'
import { withCloud } from './with-cloud'

test('after random histories, broken off anywhere, every cell kept is the cell counted by the oracle, by the rules and by a rebuild', async () => {
  const outcome = await withCloud((cloud) => runHistories(cloud, { histories: 7, acts: 40, seed: 20261130 }))
  console.log(`histories: ${outcome.acts} acts, ${outcome.closings} months closed, ${outcome.erased} people forgotten, ${outcome.cells} cells, ${outcome.cellsOfCampaigns} of campaigns`)
  expect(outcome.wrong).toEqual([])
  expect(outcome.cells).toBeGreaterThan(150)
  expect(outcome.closings).toBeGreaterThan(5)
  expect(outcome.erased).toBeGreaterThan(5)
  expect(outcome.cellsOfCampaigns).toBeGreaterThan(20)
}, 300_000)
