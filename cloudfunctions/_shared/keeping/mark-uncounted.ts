/** What came since the last run is marked, so that it is counted; then its flag goes. A crash in between marks it once more. */
import { askMonths, type RootMonth } from '../records/month-marks'
import { askRooms } from '../records/session-rooms'
import { noteCounted, sourcesOfSessions, uncountedIn, type Source } from '../records/to-count'
import { monthOf } from '../rules/calendar'

/** true: there may be more. */
export async function markUncounted(): Promise<boolean> {
  const more = await Promise.all([
    ...sourcesOfSessions.map(markSessions), markOf('work-entries', (entry) => [entry.month, ...(entry.versions ?? []).map(({ on }) => monthOf(on))]),
    markOf('events', ({ months }) => months), markOf('reports', ({ month }) => [month]),
    // Of a longer period no month tells anything.
    markOf('imported', ({ from, to }) => (from === to ? [from] : [])),
  ])
  return more.includes(true)
}

/** What one get answers. */
const most = 1000

async function markSessions(source: (typeof sourcesOfSessions)[number]): Promise<boolean> {
  const found = await uncountedIn(source, most)
  if (found.length === 0) return false
  await askRooms(found.map(({ sessionId, eventId }) => ({ _id: sessionId, eventId })))
  await noteCounted(source, found.map(({ _id }) => _id))
  return found.length === most
}

async function markOf<S extends Exclude<Source, (typeof sourcesOfSessions)[number]>>(source: S, monthsOf: (found: Awaited<ReturnType<typeof uncountedIn<S>>>[number]) => readonly string[]): Promise<boolean> {
  const found = await uncountedIn(source, most)
  if (found.length === 0) return false
  await askMonths(found.flatMap((one): RootMonth[] => monthsOf(one).map((month) => ({ root: one.path[0] ?? '', month }))))
  await noteCounted(source, found.map(({ _id }) => _id))
  return found.length === most
}
