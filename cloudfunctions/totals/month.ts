/** A unit's month: its figures and, part by part, what they are made of. Counted from the facts at the moment of the call. */
import type { monthTotals } from '../../contract/totals/month'
import { monthFacts } from '../_shared/records/month-facts'
import { childrenOf, findUnit, findUnits, unitBrief, type UnitRecord } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { figuresOf } from '../_shared/rules/figures'
import type { Facts } from '../_shared/rules/held-sessions'
import { factsBelow, ownFacts, unitsBelow, valuesOf } from '../_shared/rules/unit-parts'
import type { Handler } from '../_shared/serve'

export const handleMonthTotals: Handler<typeof monthTotals> = async ({ unitId, month }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may('totals/month', unit.path)) return refuse('unit-not-found')
  const [facts, children] = await Promise.all([monthFacts(unitId, month), childrenOf(unitId, month)])
  const scope = { month, now }
  const below = [...children, ...(await movedAway(facts, unitId, children))]
  return {
    unit: unitBrief(unit), month, asOf: instant(now),
    figures: figuresOf(facts, scope),
    parts: [
      { unit: unitBrief(unit), own: true, values: valuesOf(ownFacts(facts, unitId), scope) },
      ...below.map((child) => ({ unit: unitBrief(child), own: false, values: valuesOf(factsBelow(facts, child._id), scope) })),
    ],
  }
}

/** Facts keep the path of their day: units that were here then and are elsewhere now still have their part. */
async function movedAway(facts: Facts, unitId: string, children: readonly UnitRecord[]): Promise<UnitRecord[]> {
  const known = new Set(children.map((child) => child._id))
  const missing = unitsBelow(facts, unitId).filter((id) => !known.has(id))
  return missing.length === 0 ? [] : [...(await findUnits(missing)).values()]
}
