/** A thousand random histories: kept == rebuilt == the rules == an independent oracle, in every cell of every unit and month. */
import { expect, test } from 'vitest'
import { runHistories } from '../totals/histories'
import { withCloud } from '../totals/with-cloud'

const together = 10

test('1,000 random histories: late, undone, corrected, withdrawn, called off, moved, soft, counted, closed, and the keeping broken off anywhere: not one cell differs', async () => {
  let [cells, closings] = [0, 0]
  for (let seed = 1; seed <= 1000 / together; seed += 1) {
    const outcome = await withCloud((cloud) => runHistories(cloud, { histories: together, acts: 20, seed }))
    expect(outcome.wrong, `seed ${seed}`).toEqual([])
    cells += outcome.cells
    closings += outcome.closings
  }
  console.log(`histories: 1000, ${cells} cells, ${closings} months closed`)
  expect(cells).toBeGreaterThan(12_000)
  expect(closings).toBeGreaterThan(250)
}, 1_800_000)
