/**
 * Everything that a unit's month is counted from, read once: its own month and the one before, and published events of the
 * month after (what comes next). Five queries, two more when a class began earlier.
 */
import { command } from '../cloud'
import { nextMonth, previousMonth } from '../rules/calendar'
import { events, type EventRecord } from './events'
import { attendance, headcounts, walkIns, workEntries, type AttendanceRecord, type HeadcountRecord, type WalkInRecord, type WorkEntryRecord } from './facts'

export interface MonthFacts {
  events: EventRecord[]
  attendance: AttendanceRecord[]
  walkIns: WalkInRecord[]
  headcounts: HeadcountRecord[]
  entries: WorkEntryRecord[]
}

export async function monthFacts(unitId: string, month: string): Promise<MonthFacts> {
  const before = previousMonth(month)
  const counted = { month: command.in([before, month]), path: unitId }
  const [held, cameIn, walkedIn, counts, entries] = await Promise.all([
    // `lastOn` says nothing more than `months` does; it lets the index find them. An event can hold a long programme.
    events.all({ status: 'published', lastOn: command.gte(`${before}-01`), months: command.in([before, month, nextMonth(month)]), path: unitId }, 100),
    attendance.all(counted),
    walkIns.all(counted),
    headcounts.all(counted),
    workEntries.all(counted, 500),
  ])
  const earlier = await factsOfSessions(sessionsOfClassesBefore(held, before))
  return {
    events: held, entries,
    attendance: [...cameIn, ...earlier.attendance], walkIns: [...walkedIn, ...earlier.walkIns], headcounts: [...counts, ...earlier.headcounts],
  }
}

/** A class counts in the month it opened, so it matters whether its earlier sessions took place. */
function sessionsOfClassesBefore(held: readonly EventRecord[], month: string): string[] {
  return held.filter((event) => event.kind === 'training_class').flatMap((event) => event.sessions.filter((session) => session.month < month).map((session) => session.id))
}

async function factsOfSessions(sessionIds: readonly string[]): Promise<Pick<MonthFacts, 'attendance' | 'walkIns' | 'headcounts'>> {
  if (sessionIds.length === 0) return { attendance: [], walkIns: [], headcounts: [] }
  const asked = { sessionId: command.in([...sessionIds]) }
  const [cameIn, walkedIn, counts] = await Promise.all([attendance.all(asked), walkIns.all(asked), headcounts.all(asked)])
  return { attendance: cameIn, walkIns: walkedIn, headcounts: counts }
}
