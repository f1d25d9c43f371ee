/** A unit's month: its figures and, part by part, what they are made of. A closed one as it was approved, with what came since beside it. */
import type { monthTotals } from '../../contract/totals/month'
import type { Output } from '../../contract/call'
import { findUnitWithChildren } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'
import { countedTotals } from './counted-totals'
import { freshen } from './freshen'
import { keptTotals } from './kept-totals'

export const handleMonthTotals: Handler<typeof monthTotals> = async ({ unitId, month, fresh }, { caller, now, refuse }) => {
  const found = await findUnitWithChildren(unitId, monthOf(now), month)
  if (!found || !caller.may('totals/month', found.unit.path)) return refuse('unit-not-found')
  if (fresh) await freshen(now)
  return (await keptTotals(found, month)) ?? (await countedTotals(found.unit, month, now))
}

export type MonthTotals = Output<typeof monthTotals>
