/** What does not fit together in a month, before anybody hands it in. */
import { monthChecks } from '../../contract/totals/checks'
import { checkedMonth, hasGrown, registrationOf } from '../_shared/records/month-checks'
import { isClosed } from '../_shared/records/reports'
import { findUnit, findUnits, unitBrief } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { checksOf } from '../_shared/rules/checks/checks-of'
import type { Handler } from '../_shared/serve'

const listed = 100

export const handleMonthChecks: Handler<typeof monthChecks> = async ({ unitId, month }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(monthChecks.name, unit.path)) return refuse('unit-not-found')
  const about = { unit: unitBrief(unit), month, asOf: instant(now) }
  if (await isClosed(unit.path, month)) return { ...about, closed: true, findings: [], notListed: 0 }
  const read = await checkedMonth(unit, month)
  const judged = (grown: boolean) => checksOf({ ...read, unit: about.unit, month, grown, partyOf: (checkIn) => read.parties.get(registrationOf(checkIn)) ?? null })
  const found = judged(false)
  // Asked only where it would matter.
  const all = found.some(({ kind, weight }) => weight === 'contradiction' && kind.includes('-over-') && kind !== 'people-over-attendances') && (await hasGrown(unit, month)) ? judged(true) : found
  const units = await findUnits(all.slice(0, listed).map((one) => one.unitId))
  return {
    ...about, closed: false,
    findings: all.slice(0, listed).map(({ unitId: of, ...finding }) => ({ ...finding, unit: unitBrief(units.get(of) ?? unit) })),
    notListed: Math.max(0, all.length - listed),
  }
}
