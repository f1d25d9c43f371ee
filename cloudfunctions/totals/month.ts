/** A unit's month: its figures and, part by part, what they are made of. A closed one as it was approved, with what came since beside it. */
import type { monthTotals } from '../../contract/totals/month'
import { correctionsSince } from '../_shared/records/corrections-since'
import { countedMonth } from '../_shared/records/counted-month'
import { partsOf } from '../_shared/records/unit-month-parts'
import { findUnit, unitBrief } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { approvalOf } from '../_shared/rules/closing/way-up'
import { figuresBeside } from '../_shared/rules/figures'
import type { Handler } from '../_shared/serve'

export const handleMonthTotals: Handler<typeof monthTotals> = async ({ unitId, month }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may('totals/month', unit.path)) return refuse('unit-not-found')
  const counted = await countedMonth(unitId, { month, now })
  const asOf = instant(now)
  const closed = counted.closed.month
  const approval = closed && approvalOf(closed.report.steps)
  if (!closed || !approval) {
    const parts = await partsOf(unit, month, counted.month)
    return { unit: unitBrief(unit), month, asOf, figures: figuresBeside(counted.month, counted.before), parts, closed: null, corrections: null }
  }
  const { report, parts } = closed.snapshot
  const corrections = await correctionsSince(closed, { month: counted.live.month, entries: counted.facts.entries }, asOf)
  return { unit: unitBrief(unit), month, asOf, figures: report.table, parts, closed: { at: approval.at, n: approval.n }, corrections }
}
