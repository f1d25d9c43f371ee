/** Does something of a figure's name stand in the records of a unit, or below it, in these months? Withdrawn entries and events that were called off are none. One small query. */
import { command } from '../cloud'
import { nextMonth } from '../rules/calendar'
import { figureCatalogue } from '../rules/figure-catalogue'
import type { Months } from '../rules/imported/period'
import { events } from './events'
import { workEntries } from './facts'

export async function isRecorded(unitId: string, name: string, { from, to }: Months): Promise<boolean> {
  const counts = figureCatalogue.find((one) => one.name === name)?.counts
  if (!counts) return false
  const months = command.in(monthsBetween(from, to))
  const found = counts.what === 'entries'
    ? await workEntries.list({ path: unitId, month: months, indicator: counts.indicator, withdrawn: false }, { limit: 1, fields: ['month'] })
    : await events.list({ status: 'published', lastOn: command.gte(`${from}-01`), months, path: unitId, ...(counts.kind && { kind: counts.kind }) }, { limit: 1, fields: ['kind'] })
  return found.length > 0
}

function monthsBetween(from: string, to: string): string[] {
  const months = [from]
  for (let last = from; last < to; months.push(last)) last = nextMonth(last)
  return months
}
