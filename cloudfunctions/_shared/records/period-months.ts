/** The months that a time is made of, as they count for a unit: where closed as approved, else from the kept rooms. */
import { withClosed } from '../rules/closing/frozen-month'
import type { Month } from '../rules/figures'
import { factKey, type Members } from './campaign-members'
import { readClosed, topmost } from './counted-month'
import { inTurns } from './in-turns'
import { reportsBelow } from './reports'
import { treeMonth, type Reading } from './tree-month'

/** In the order in which they were asked for. `now` in ms. `only`: what is a campaign's. */
export async function periodMonths(unitId: string, months: readonly string[], now: number, reading: Reading, only: Members | null = null): Promise<Month[]> {
  const closed = (await reportsBelow(unitId, months)).filter((report) => report.closed)
  const found = new Map<string, Month>()
  await inTurns(months, atOnce, async (month) => {
    const [live, parts] = await Promise.all([treeMonth(unitId, { month, now }, reading, only), readClosed(topmost(closed.filter((report) => report.month === month)))])
    const counts = withClosed(live, parts.map((part) => ({ unitId: part.report.unitId, month: part.month })))
    found.set(month, only ? monthOf(counts, only) : counts)
  })
  return months.flatMap((month) => found.get(month) ?? [])
}

const atOnce = 3

/** What is a campaign's, also of what was approved: whether it is one is no figure, and may be said later. */
function monthOf({ held, openedBefore, entries }: Month, only: Members): Month {
  return { held: held.filter(({ event }) => only.has(factKey('event', event._id))), openedBefore, entries: entries.filter(({ _id }) => only.has(factKey('entry', _id))) }
}
