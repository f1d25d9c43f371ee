/** A unit's month from the facts themselves: where the kept totals do not hold yet. */
import { correctionsSince } from '../_shared/records/corrections-since'
import { countedMonth } from '../_shared/records/counted-month'
import { partsOf } from '../_shared/records/unit-month-parts'
import { unitBrief, type UnitRecord } from '../_shared/records/units'
import { instant } from '../_shared/rules/calendar'
import { approvalOf } from '../_shared/rules/closing/way-up'
import { figuresBeside } from '../_shared/rules/figures'
import type { MonthTotals } from './month'

export async function countedTotals(unit: UnitRecord, month: string, now: number): Promise<MonthTotals> {
  const counted = await countedMonth(unit._id, { month, now })
  const asOf = instant(now)
  const shown = { unit: unitBrief(unit), month, asOf, lastYear: null, trend: [] }
  const closed = counted.closed.month
  const approval = closed && approvalOf(closed.report.steps)
  if (!closed || !approval) {
    return { ...shown, figures: figuresBeside(counted.month, counted.before), parts: await partsOf(unit, month, counted.month), closed: null, corrections: null }
  }
  const { report, parts } = closed.snapshot
  const corrections = await correctionsSince(closed, { month: counted.live.month, entries: counted.facts.entries }, asOf)
  return { ...shown, figures: report.table, parts, closed: { at: approval.at, n: approval.n }, corrections }
}
