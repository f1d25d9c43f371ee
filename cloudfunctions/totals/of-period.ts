/** A quarter, a year or some days of a unit: sums of entries from its kept months, people counted afresh. */
import type { Figure } from '../../contract/totals/figure'
import type { periodTotals } from '../../contract/totals/of-period'
import { daysOf, isWhole, monthsIn, periodBefore, periodYearBefore } from '../../contract/totals/period'
import { campaignMembers, type Members } from '../_shared/records/campaign-members'
import { concerns, findCampaign } from '../_shared/records/campaigns'
import { importedLines } from '../_shared/records/imported'
import { periodMonths } from '../_shared/records/period-months'
import { keptMonths, unitMonthId, type KeptMonth } from '../_shared/records/unit-months'
import { findUnits, findUnitWithChildren, unitBrief, type UnitRecord } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import { amountOf, besideFigures, type Month } from '../_shared/rules/figures'
import { importedWithin, type ImportedLine } from '../_shared/rules/imported/imported-figures'
import { monthsOf } from '../_shared/rules/imported/period'
import { figuresOfPeriod, mergedMonths } from '../_shared/rules/period-figures'
import { monthBelow, ownMonth, unitsBelow, valuesOf, valuesOfFigures, type Values } from '../_shared/rules/unit-parts'
import { softnessOfSum } from '../../contract/totals/figure'
import type { Handler } from '../_shared/serve'
import { freshen } from './freshen'

export const handlePeriodTotals: Handler<typeof periodTotals> = async ({ unitId, period, campaignId, fresh }, { caller, now, refuse }) => {
  const found = await findUnitWithChildren(unitId, monthOf(now), daysOf(period).to.slice(0, 7))
  if (!found || !caller.may('totals/of-period', found.unit.path)) return refuse('unit-not-found')
  const only = await membersFor(campaignId, found.unit)
  if (only === 'not-found') return refuse('campaign-not-found')
  if (fresh) await freshen(now)
  const [before, yearBefore] = [periodBefore(period), periodYearBefore(period)]
  // A campaign has nothing beside it: it was not there before.
  const beside = (asked: string) => (only ? nothing : countedPeriod(unitId, asked, now))
  const [this_, previous, earlier] = await Promise.all([countedPeriod(unitId, period, now, { only }), beside(before), before === yearBefore ? null : beside(yearBefore)])
  if (!this_ || !previous) return refuse('still-counting')
  const { unit, children } = found
  const values = partsIn(unitId, this_)
  const known = new Set(children.map(({ _id }) => _id))
  const moved = [...(await findUnits([...values.keys()].filter((id) => id !== unitId && !known.has(id)))).values()]
  return {
    unit: unitBrief(unit), period, asOf: this_.asOf, figures: besideFigures(this_.figures, previous.figures),
    parts: [unit, ...children, ...moved].map((one) => ({ unit: unitBrief(one), own: one._id === unitId, values: values.get(one._id) ?? {} })),
    lastYear: Object.fromEntries((earlier ?? previous).figures.flatMap((figure) => { const amount = amountOf(figure); return amount ? [[figure.name, amount]] : [] })),
  }
}

export interface CountedPeriod { asOf: string; merged: Month; kept: KeptMonth[] | null; figures: Figure[] }

const nothing: Pick<CountedPeriod, 'figures'> = { figures: [] }

/** null: it is not about a campaign. */
export async function membersFor(campaignId: string | undefined, unit: UnitRecord): Promise<Members | null | 'not-found'> {
  if (campaignId === undefined) return null
  const campaign = await findCampaign(campaignId)
  return campaign && concerns(campaign, unit) ? campaignMembers(campaignId) : 'not-found'
}

interface Counting { /** With what opening an entry shows. */ shown?: boolean; /** What is a campaign's. */ only?: Members | null }

/** null: not everything is counted yet. */
export async function countedPeriod(unitId: string, period: string, now: number, { shown = false, only = null }: Counting = {}): Promise<CountedPeriod | null> {
  const months = monthsIn(period)
  const { from, to } = daysOf(period)
  const found = await keptMonths(months.map((month) => ({ unitId, month })))
  if (!found) return null
  const sumsAreKept = isWhole(period) && !shown && !only
  const [parts, longer] = await Promise.all([periodMonths(unitId, months, now, sumsAreKept ? 'none' : shown ? 'shown' : 'sums', only), isWhole(period) && !only ? importedLines(unitId, { from: months[0]!, to: months.at(-1)! }) : []])
  const kept = sumsAreKept ? months.flatMap((month) => found.months.get(unitMonthId(unitId, month)) ?? []) : null
  const merged = mergedMonths(parts, (day) => day >= from && day <= to)
  return { asOf: found.asOf, merged, kept, figures: figuresOfPeriod(merged, kept && kept.map(({ figures }) => figures), isWhole(period) ? broughtOver(parts, longer, months) : [], isEntered) }

  /** Of kept months only sums are known, part by part: what was not counted may be the line's own. */
  function isEntered(name: string, { unitId: of, path }: ImportedLine): boolean {
    return of === unitId || (kept ?? []).some((month) => month.parts.some((part) => part.unitId !== unitId && path.includes(part.unitId) && name in part.values) || month.figures.some((figure) => figure.name === name && figure.uncounted > 0))
  }
}

/** Of single months as they count, of longer times as they stand now. Of some days nothing is brought over. */
function broughtOver(parts: readonly Month[], longer: readonly ImportedLine[], months: readonly string[]): ImportedLine[] {
  const isLonger = ({ period }: ImportedLine) => monthsOf(period).from !== monthsOf(period).to
  return [...parts.flatMap((month) => month.imported ?? []), ...importedWithin(longer, { from: months[0]!, to: months.at(-1)! }).filter(isLonger)]
}

/** Of the unit itself and of each right below it. */
function partsIn(unitId: string, { merged, kept }: CountedPeriod): Map<string, Values> {
  const entered = new Map<string, Values[]>()
  for (const { parts } of kept ?? []) for (const part of parts) entered.set(part.unitId, [...(entered.get(part.unitId) ?? []), part.values])
  const ids = new Set([unitId, ...unitsBelow(merged, unitId), ...entered.keys()])
  return new Map([...ids].map((id) => {
    const own = id === unitId ? ownMonth(merged, id) : monthBelow(merged, id)
    const counted = valuesOf(own)
    const sums = kept ? valuesOfFigures(figuresOfPeriod({ ...own, held: [] }, (entered.get(id) ?? []).map(asFigures), [])) : {}
    return [id, { ...sums, ...counted }]
  }))
}

/** Enough of a figure to be added up. */
function asFigures(values: Values): Figure[] {
  return Object.entries(values).map(([name, { value, softness }]) => ({ name, zh: name, unit: '', group: 'work', value, softness: softnessOfSum([softness]), uncounted: 0, previous: null }))
}
