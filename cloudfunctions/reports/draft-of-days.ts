/** Some days as a report (截至 25 日): closed months count as they were approved, the rest as it stands. It closes nothing and is not handed in. */
import type { Report } from '../../contract/reports/report'
import type { Days } from '../../contract/reports/scope'
import type * as v from 'valibot'
import { campaignsOf } from '../_shared/records/campaigns'
import { countedMonth, type CountedMonth } from '../_shared/records/counted-month'
import { templateFor } from '../_shared/records/report-templates'
import type { UnitRecord } from '../_shared/records/units'
import { nextMonth } from '../_shared/rules/calendar'
import { daysOfMonths } from '../_shared/rules/days-of-months'
import type { Month } from '../_shared/rules/figures'
import { reportOfCounted } from '../_shared/rules/report/report-of'
import { namesOf, unitsFor } from './draft-of-month'

const mostMonths = 12

export async function draftOfDays(unit: UnitRecord, days: Days, now: number): Promise<{ report: v.InferOutput<typeof Report>; month: Month } | 'days-not-in-order' | 'too-many-days'> {
  if (days.from > days.to) return 'days-not-in-order'
  const months = monthsOf(days)
  if (months.length > mostMonths) return 'too-many-days'
  const counted: CountedMonth[] = []
  for (const month of months) counted.push(await countedMonth(unit._id, { month, now }))
  const campaigns = await campaignsOf(unit, days)
  const month = daysOfMonths(counted.map((one) => one.month), days)
  const events = counted[counted.length - 1]?.facts.events ?? []
  const paths = [...month.held.map((one) => one.event), ...month.entries, ...events, ...campaigns].map((one) => one.path)
  const { units } = await unitsFor(unit, paths, now)
  const report = reportOfCounted({
    unit: { id: unit._id, name: unit.name, level: unit.level }, scope: { month: months[months.length - 1]!, now }, days,
    campaigns, template: templateFor(unit.path, units), month, before: null, events, unitNames: namesOf(units),
  })
  return { report, month }
}

function monthsOf({ from, to }: Days): string[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7) && months.length <= mostMonths; month = nextMonth(month)) months.push(month)
  return months
}
