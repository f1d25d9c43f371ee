/**
 * What the checks of a month look at, read once. Parties of the unit's own events, and of those below a community; above, each community has
 * looked at its own. Some ten operations, whatever the level; two more where a balance does not hold.
 */
import { command } from '../cloud'
import { previousMonth } from '../rules/calendar'
import { balancedIndicators } from '../rules/checks/balance'
import { isCompany } from '../rules/checks/parties'
import { mayBeUnusual, monthsOfUsual } from '../rules/checks/ten-times'
import { presenceOf } from '../rules/presence'
import type { ImportedLine } from '../rules/imported/imported-figures'
import { eventIdOf, events, type EventRecord } from './events'
import { attendance, workEntries, type AttendanceRecord, type WorkEntryRecord } from './facts'
import { importedLines } from './imported'
import { registrationId, registrations, type RegistrationRecord } from './registrations'
import { unitsMovedIn, type UnitRecord } from './units'

const entryFields = ['unitId', 'path', 'indicator', 'quantity', 'softness', 'on', 'month'] as const
type Entry = Pick<WorkEntryRecord, '_id' | (typeof entryFields)[number]>

/** Entries that stand out and parties, of the largest; more nobody looks through. */
const mostLookedAt = 1000

export interface CheckedMonth {
  /** From January to the month, of indicators that balance. */
  since: Entry[]
  /** All of the month. */
  entries: Entry[]
  /** Of the six months before, where an entry of the month is large. */
  earlier: Entry[]
  imported: ImportedLine[]
  events: Pick<EventRecord, '_id' | 'kind' | 'title' | 'path' | 'sessions'>[]
  checkIns: AttendanceRecord[]
  parties: Map<string, RegistrationRecord>
}

export async function checkedMonth(unit: UnitRecord, month: string): Promise<CheckedMonth> {
  const year = Number(month.slice(0, 4))
  const own = unit.level === 'community' || unit.level === 'grid' ? { path: unit._id } : { hostUnit: unit._id }
  const [since, entries, imported, found] = await Promise.all([
    workEntries.all({ path: unit._id, month: command.in(monthsUntil(month)), indicator: command.in([...balancedIndicators]), withdrawn: false }, 1000, entryFields),
    workEntries.all({ path: unit._id, month, withdrawn: false }, 1000, entryFields),
    importedLines(unit._id, { from: `${year - 1}-12`, to: `${year}-12` }),
    events.all({ status: 'published', lastOn: command.gte(`${month}-01`), months: month, ...own }, 200, ['kind', 'title', 'path', 'sessions']),
  ])
  const [earlier, companies] = await Promise.all([usualOf(entries, month), companiesAt(found.flatMap(({ sessions }) => sessions.flatMap((session) => (session.month === month ? [session.id] : []))))])
  const parties = await registrations.findMany(companies.map(registrationOf))
  return { since, entries, earlier, imported, events: found, checkIns: companies, parties }
}

export function registrationOf({ sessionId, personKey }: Pick<AttendanceRecord, 'sessionId' | 'personKey'>): string {
  return registrationId(eventIdOf(sessionId), personKey)
}

/** Has a grid come under the unit this year? What it found before stands elsewhere. */
export async function hasGrown(unit: UnitRecord, month: string): Promise<boolean> {
  return unit.level !== 'grid' && (await unitsMovedIn(unit._id, `${month.slice(0, 4)}-01`, month))
}

async function usualOf(entries: readonly Entry[], month: string): Promise<Entry[]> {
  const large = entries.filter(mayBeUnusual).sort((a, b) => (b.quantity ?? 0) - (a.quantity ?? 0)).slice(0, 200)
  if (large.length === 0) return []
  const [units, indicators] = [[...new Set(large.map(({ unitId }) => unitId))], [...new Set(large.map(({ indicator }) => indicator))]]
  return workEntries.all({ unitId: command.in(units), month: command.in(monthsOfUsual(month)), withdrawn: false, indicator: command.in(indicators) }, 1000, entryFields)
}

async function companiesAt(sessionIds: readonly string[]): Promise<AttendanceRecord[]> {
  if (sessionIds.length === 0) return []
  const found = (await attendance.all({ sessionId: command.in([...sessionIds]) })).filter(isCompany)
  return found.sort((a, b) => (presenceOf(b)?.present ?? 0) - (presenceOf(a)?.present ?? 0)).slice(0, mostLookedAt)
}

function monthsUntil(month: string): string[] {
  const months = [month]
  for (let one = month; !one.endsWith('-01'); months.push(one)) one = previousMonth(one)
  return months
}
