/** A unit's month from the kept totals: two operations, whatever the size. */
import { findReports, reportId } from '../_shared/records/reports'
import { keptMonths, unitMonthId, type KeptMonth } from '../_shared/records/unit-months'
import { findUnits, unitBrief, type UnitRecord } from '../_shared/records/units'
import { monthsBefore, previousMonth, yearBefore } from '../_shared/rules/calendar'
import { approvalOf } from '../_shared/rules/closing/way-up'
import { amountOf, besideFigures } from '../_shared/rules/figures'
import { valuesOfFigures, type Values } from '../_shared/rules/unit-parts'
import type { MonthTotals } from './month'

/** So many months stand in the picture, this one among them. */
const shown = 6

/** null: they do not hold, or not yet what was approved just now. */
export async function keptTotals({ unit, children }: { unit: UnitRecord; children: readonly UnitRecord[] }, month: string): Promise<MonthTotals | null> {
  // No further back than the contract names months.
  const months = monthsBefore(month, shown).filter((one) => one >= '1900-01')
  const [kept, reports] = await Promise.all([
    keptMonths([...months, yearBefore(month)].map((one) => ({ unitId: unit._id, month: one }))), findReports([reportId(unit._id, month)]),
  ])
  if (!kept) return null
  const of = (asked: string) => kept.months.get(unitMonthId(unit._id, asked))
  const own = of(month)
  const report = reports.get(reportId(unit._id, month))
  const approval = report?.closed ? approvalOf(report.steps) : null
  if ((approval?.hash ?? null) !== (own?.closed?.hash ?? null)) return null
  const figures = own?.closed ? own.figures : besideFigures(own?.figures ?? [], of(previousMonth(month))?.figures ?? [])
  return {
    unit: unitBrief(unit), month, asOf: kept.asOf, figures,
    parts: own?.closed ? own.parts.flatMap((part) => (part.unit ? [{ unit: part.unit, own: part.unitId === unit._id, values: part.values }] : [])) : await partsBeside(unit, children, own),
    lastYear: amountsOf(of(yearBefore(month))),
    trend: months.map((one) => ({ month: one, values: valuesOfFigures(of(one)?.figures ?? []) })),
    closed: own?.closed ? { at: own.closed.at, n: own.closed.n } : null,
    corrections: own?.corrections ? { ...own.corrections, asOf: kept.asOf } : null,
  }
}

/** Counted, or brought over where nothing was. */
function amountsOf(kept: KeptMonth | undefined): NonNullable<MonthTotals['lastYear']> {
  return Object.fromEntries((kept?.figures ?? []).flatMap((figure) => { const amount = amountOf(figure); return amount ? [[figure.name, amount]] : [] }))
}

/** 本级, the children of that month in the tree's order, and what was here then and hangs elsewhere now. */
async function partsBeside(unit: UnitRecord, children: readonly UnitRecord[], own: KeptMonth | undefined): Promise<MonthTotals['parts']> {
  const values = new Map((own?.parts ?? []).map((part) => [part.unitId, part.values]))
  const none: Values = {}
  const elsewhere = [...values.keys()].filter((unitId) => unitId !== unit._id && children.every(({ _id }) => _id !== unitId))
  const moved = elsewhere.length === 0 ? [] : [...(await findUnits(elsewhere)).values()]
  return [
    { unit: unitBrief(unit), own: true, values: values.get(unit._id) ?? none },
    ...[...children, ...moved].map((child) => ({ unit: unitBrief(child), own: false, values: values.get(child._id) ?? none })),
  ]
}
