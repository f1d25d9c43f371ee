/** The months that a time is made of, as they count for a unit: where closed as approved, else from the kept rooms. */
import { withClosed } from '../rules/closing/frozen-month'
import type { Month } from '../rules/figures'
import { readClosed, topmost } from './counted-month'
import { inTurns } from './in-turns'
import { reportsBelow } from './reports'
import { treeMonth, type Reading } from './tree-month'

/** In the order in which they were asked for. `now` in ms. */
export async function periodMonths(unitId: string, months: readonly string[], now: number, reading: Reading): Promise<Month[]> {
  const closed = (await reportsBelow(unitId, months)).filter((report) => report.closed)
  const found = new Map<string, Month>()
  await inTurns(months, atOnce, async (month) => {
    const [live, parts] = await Promise.all([treeMonth(unitId, { month, now }, reading), readClosed(topmost(closed.filter((report) => report.month === month)))])
    found.set(month, withClosed(live, parts.map((part) => ({ unitId: part.report.unitId, month: part.month }))))
  })
  return months.flatMap((month) => found.get(month) ?? [])
}

const atOnce = 3
