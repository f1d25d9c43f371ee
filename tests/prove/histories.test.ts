/** A thousand random histories: kept == rebuilt == the rules == an independent oracle, in every cell of every unit and month. */
import { expect, test } from 'vitest'
import { runHistories } from '../totals/histories'
import { withCloud } from '../totals/with-cloud'

const together = 10

test('1,000 random histories: late, undone, corrected, withdrawn, called off, moved, soft, counted, closed, people forgotten, facts tagged with a campaign, and the keeping broken off anywhere: not one cell differs', async () => {
  let [cells, closings, erased, ofCampaigns] = [0, 0, 0, 0]
  for (let seed = 1; seed <= 1000 / together; seed += 1) {
    const outcome = await withCloud((cloud) => runHistories(cloud, { histories: together, acts: 20, seed }))
    expect(outcome.wrong, `seed ${seed}`).toEqual([])
    cells += outcome.cells
    closings += outcome.closings
    erased += outcome.erased
    ofCampaigns += outcome.cellsOfCampaigns
  }
  console.log(`histories: 1000, ${cells} cells, ${closings} months closed, ${erased} people forgotten, ${ofCampaigns} cells of campaigns`)
  expect(cells).toBeGreaterThan(9_000)
  expect(closings).toBeGreaterThan(250)
  expect(erased).toBeGreaterThan(250)
  expect(ofCampaigns).toBeGreaterThan(1_000)
}, 1_800_000)
