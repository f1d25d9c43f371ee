/** Some days as they are counted: out of the months that they lie in, each of which may be closed. Pure. */
import type { Month } from './figures'

/**
 * 引用数 stand for whole months and are not among some days of one. `months`: every month that the days touch, in order, each with all that counts in it. A class is
 * 期 of the days in which it opened.
 */
export function daysOfMonths(months: readonly Month[], { from, to }: { from: string; to: string }): Month {
  const isIn = (on: string) => on >= from && on <= to
  const held = months.flatMap((month) => month.held.filter(({ session }) => isIn(session.on)))
  const openedBefore = new Set<string>()
  const seen = new Set<string>()
  for (const month of months) {
    const before = new Set([...month.openedBefore, ...month.held.filter(({ session }) => session.on < from).map((one) => one.event._id)])
    for (const { event, session } of month.held) {
      if (!isIn(session.on) || seen.has(event._id)) continue
      seen.add(event._id)
      if (before.has(event._id)) openedBefore.add(event._id)
    }
  }
  return { held, openedBefore, entries: months.flatMap((month) => month.entries.filter((entry) => isIn(entry.on))) }
}
