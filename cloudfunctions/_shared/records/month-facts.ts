/**
 * Everything that a unit's month is counted from, read once: its own month and the one before, and published events of the
 * month after (what comes next). Who was in a session comes from the rooms that are kept; where none are, from the facts.
 */
import { command } from '../cloud'
import { nextMonth, previousMonth } from '../rules/calendar'
import type { Counted } from '../rules/held-sessions'
import { countedRooms } from './counted-rooms'
import { events, type EventRecord } from './events'
import { workEntries, type WorkEntryRecord } from './facts'
import { uncountedSessions } from './to-count'

export interface MonthFacts {
  events: EventRecord[]
  entries: WorkEntryRecord[]
  sessions: Counted
}

export async function monthFacts(unitId: string, month: string): Promise<MonthFacts> {
  const before = previousMonth(month)
  const counted = { month: command.in([before, month]), path: unitId }
  const [held, entries, uncounted] = await Promise.all([
    // `lastOn` says nothing more than `months` does; it lets the index find them. An event can hold a long programme.
    events.all({ status: 'published', lastOn: command.gte(`${before}-01`), months: command.in([before, month, nextMonth(month)]), path: unitId }, 100),
    workEntries.all(counted, 500),
    uncountedSessions(unitId),
  ])
  return { events: held, entries, sessions: await countedRooms(sessionsOf(held, before, month), uncounted) }
}

/** Of both months; and of classes the earlier ones: a class counts in the month it opened, so it matters whether they took place. */
function sessionsOf(held: readonly EventRecord[], before: string, month: string): string[] {
  const isNeeded = (event: EventRecord, of: string) => of <= month && (of >= before || event.kind === 'training_class')
  return held.flatMap((event) => event.sessions.filter((session) => isNeeded(event, session.month)).map((session) => session.id))
}
