/** The functions' own code beside the cloud: what a view costs next to one `doc.get`, and the run that keeps totals. */
import { collection } from '../../../cloudfunctions/_shared/records/collection'
import { findUnitWithChildren } from '../../../cloudfunctions/_shared/records/units'
import { keepTotals } from '../../../cloudfunctions/_shared/keeping/keep-totals'
import { keptTotals } from '../../../cloudfunctions/totals/kept-totals'
import { keptMonths } from '../../../cloudfunctions/_shared/records/unit-months'
import { monthsBefore, yearBefore } from '../../../cloudfunctions/_shared/rules/calendar'
import { serve } from '../../child'

const units = collection<{ _id: string }>('units')

const work = {
  connect(env: Record<string, string>) {
    Object.assign(process.env, env)
  },
  /** ms of each of so many views of the unit's month, and of as many single gets, in turn. */
  async views({ unitId, month, count }: { unitId: string; month: string; count: number }) {
    const [views, gets]: [number[], number[]] = [[], []]
    for (let n = 0; n < count; n += 1) {
      let begun = performance.now()
      await units.find(unitId)
      gets.push(performance.now() - begun)
      begun = performance.now()
      const found = await findUnitWithChildren(unitId, month, month)
      const totals = found && (await keptTotals(found, month))
      views.push(performance.now() - begun)
      if (!totals || totals.figures.length === 0) throw new Error(`nothing is kept of ${unitId} ${month}`)
    }
    return { views, gets }
  },
  /** How many documents a view reads, besides the person: the unit and its children, the kept months and their state, the report. */
  async documents({ unitId, month }: { unitId: string; month: string }) {
    const found = await findUnitWithChildren(unitId, month, month)
    const kept = await keptMonths([...monthsBefore(month, 6), yearBefore(month)].map((one) => ({ unitId, month: one })))
    return 1 + (found?.children.length ?? 0) + (kept?.months.size ?? 0) + 1 + 1
  },
  /** Seconds until all that came before `now` (ms) is in. */
  async keep(now: number) {
    const begun = performance.now()
    while (!(await keepTotals(now, () => false)));
    return (performance.now() - begun) / 1000
  },
  megabytes: () => process.memoryUsage().rss / 1e6,
}
export type Reader = typeof work

serve(work)
