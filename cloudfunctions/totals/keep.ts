/** Every half minute: what came since is counted into the kept totals. A run ends in time; what is left waits for the next one. */
import { keepTotals } from '../_shared/keeping/keep-totals'
import { keptState } from '../_shared/records/unit-months'
import type { Job } from '../_shared/serve'

/** In ms. While everything is counted again nobody is shown kept totals, so that a run takes what it can get. */
const usual = 9_000
const building = 26_000

export const keep: Job = {
  name: 'totals/keep',
  async run(now) {
    const state = await keptState()
    const limit = Date.now() + (state?.asOf ? usual : building)
    await keepTotals(now, () => Date.now() > limit)
  },
}
