/**
 * What the kept totals do not hold yet. Whatever a figure may follow from is written with `toCount: true` in the same document, so that no crash can
 * come between the two. The flag is taken away only after a lasting mark says what has to be counted again (keeping/keep-totals.ts).
 */
import { command } from '../cloud'
import { collection } from './collection'
import type { EventRecord } from './events'
import type { AttendanceRecord, HeadcountRecord, WalkInRecord, WorkEntryRecord } from './facts'
import type { ImportedRecord } from './imported'
import type { ReportRecord } from './reports'

type SessionFactFields = 'sessionId' | 'eventId' | 'path' | 'month' | 'kind'
interface Sources {
  attendance: Pick<AttendanceRecord, '_id' | SessionFactFields>
  'walk-ins': Pick<WalkInRecord, '_id' | SessionFactFields>
  headcounts: Pick<HeadcountRecord, '_id' | SessionFactFields>
  'work-entries': Pick<WorkEntryRecord, '_id' | 'month' | 'path' | 'versions'>
  events: Pick<EventRecord, '_id' | 'months' | 'path'>
  reports: Pick<ReportRecord, '_id' | 'month' | 'path'>
  imported: Pick<ImportedRecord, '_id' | 'from' | 'to' | 'path'>
}
export type Source = keyof Sources

const ofSession = ['sessionId', 'eventId', 'path', 'month', 'kind'] as const
const fields: { [S in Source]: readonly string[] } = {
  attendance: ofSession, 'walk-ins': ofSession, headcounts: ofSession,
  'work-entries': ['month', 'path', 'versions'], events: ['months', 'path'], reports: ['month', 'path'], imported: ['from', 'to', 'path'],
}
export const sourcesOfSessions = ['attendance', 'walk-ins', 'headcounts'] as const

/** At most `most`, of which 1,000 come; in no order that matters. */
export function uncountedIn<S extends Source>(source: S, most: number): Promise<Sources[S][]> {
  return collection<Sources[S]>(source).list({ toCount: true }, { fields: fields[source], limit: most })
}

/** After what they change was marked. What was changed once more meanwhile and is found counted was marked before that change was read. */
export async function noteCounted(source: Source, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += perWrite) await collection(source).update({ _id: command.in(ids.slice(i, i + perWrite)), toCount: true }, { toCount: false })
}

const perWrite = 500

/** Sessions of the unit and those below it with facts that no kept room holds. */
export async function uncountedSessions(unitId: string): Promise<Set<string>> {
  const found = await Promise.all(sourcesOfSessions.map((source) => collection<Sources[typeof source]>(source).all({ toCount: true, path: unitId }, 1000, ['sessionId'])))
  return new Set(found.flat().map((one) => one.sessionId))
}
