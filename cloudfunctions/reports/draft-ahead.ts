/**
 * From the 1st to the 3rd the drafts of the month before are laid down, community by community and then those above, some seconds at a time: whoever
 * opens one on the 3rd finds it there. Nothing is remembered but the drafts themselves, so a run that broke off goes on where it was.
 */
import { layDown, textsOfMonth } from '../_shared/records/report-texts'
import { stepsOf } from '../_shared/records/reports'
import { reportingUnits } from '../_shared/records/units'
import { dayOf, instant, monthOf, previousMonth } from '../_shared/rules/calendar'
import { stateOf } from '../_shared/rules/closing/way-up'
import { blocksOf, draftedFrom } from '../_shared/rules/editing/blocks'
import { draftAfresh } from './draft-of-month'

const lastDay = 3
/** In ms; one draft more may begin before it is over. A step of the timer takes 10 s at most. */
const patience = 6_000

export async function draftAhead(now: number): Promise<void> {
  if (Number(dayOf(now).slice(8)) > lastDay) return
  const month = previousMonth(monthOf(now))
  const [units, known] = await Promise.all([reportingUnits(monthOf(now)), textsOfMonth(month)])
  const begun = performance.now()
  for (const unit of units.filter(({ _id }) => !known.has(_id))) {
    if (performance.now() - begun > patience) return
    if (stateOf(await stepsOf(unit._id, month)) !== 'draft') continue
    const { report } = await draftAfresh(unit, { month, now })
    // A month in which nothing happened yet has nothing to lay down.
    if (report.table.length === 0) continue
    await layDown({ unitId: unit._id, month, path: unit.path, blocks: blocksOf(report, 1), drafted: draftedFrom(report), at: instant(now) })
  }
}
