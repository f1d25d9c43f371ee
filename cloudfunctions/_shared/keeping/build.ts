/** Everything is counted again: month by month each session and each tree's month is marked, and the ordinary run does the rest. */
import { askMonths } from '../records/month-marks'
import { firstMonthOfFacts } from '../records/first-month'
import { askRooms } from '../records/session-rooms'
import { eventsOfMonth } from '../records/tree-month'
import { roots } from '../records/units'
import { nextMonth } from '../rules/calendar'

/** Marks one month; answers the next one, null behind the month that runs. */
export async function markMonth(month: string, thisMonth: string): Promise<string | null> {
  for (const root of await roots()) {
    const held = await eventsOfMonth(root._id, month)
    await askRooms(held.flatMap((event) => event.sessions.filter((session) => session.month === month).map((session) => ({ _id: session.id, eventId: event._id }))))
    await askMonths([{ root: root._id, month }])
  }
  return month < thisMonth ? nextMonth(month) : null
}

/** The first month with an event or an entry; without any the one that runs. */
export async function firstMonth(thisMonth: string): Promise<string> {
  const first = await firstMonthOfFacts()
  return first !== null && first < thisMonth ? first : thisMonth
}
