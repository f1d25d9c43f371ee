/** An admin's first page: what happens today, what waits, who was not told, what got stuck. Twelve operations at most besides who calls, some fewer on a quiet day. */
import { adminToday, countedTo } from '../../contract/totals/today'
import type { Caller } from '../_shared/caller'
import { messagesOf, photosToLookAt, readToday } from '../_shared/records/admin-today'
import { attendanceAt } from '../_shared/records/attendance'
import { eventsOn, sessionKey } from '../_shared/records/events'
import { lastChange, newsOf } from '../_shared/records/last-change'
import type { ReportRecord } from '../_shared/records/reports'
import { standings } from '../_shared/records/seat-books'
import { findUnitWithChildren, unitBrief, type UnitRecord } from '../_shared/records/units'
import { unseenCountsOf } from '../_shared/records/unseen-notices'
import { dayOf, instant, monthOf, previousMonth } from '../_shared/rules/calendar'
import { stateOf, submissionOf } from '../_shared/rules/closing/way-up'
import { compare, presenceOf } from '../_shared/rules/presence'
import type { Handler } from '../_shared/serve'

const mostSessions = 30

export const handleToday: Handler<typeof adminToday> = async ({ unitId }, { caller, now, refuse }) => {
  const found = await findUnitWithChildren(unitId, monthOf(now), monthOf(now))
  if (!found || !caller.may(adminToday.name, found.unit.path)) return refuse('unit-not-found')
  const { unit } = found
  const [read, today] = await Promise.all([readToday(unitId, now), sessionsOf(unitId, now)])
  const news = read.changed.flatMap((event) => { const change = lastChange(event); return change ? [newsOf(event._id, change)] : [] })
  const waiting = read.reports.filter((report) => stateOf(report.steps) === 'submitted' && mayApprove(report, unit, caller))
  const [unseen, messages] = await Promise.all([unseenCountsOf(news), messagesOf(unitId, read.uncarried)])
  const units = new Map([unit, ...found.children].map((one) => [one._id, one]))
  const month = previousMonth(monthOf(now))
  const own = stateOf(read.reports.find((report) => report.unitId === unitId && report.month === month)?.steps ?? [])
  const looked = photosToLookAt(read.photos, now)
  return {
    unit: unitBrief(unit), asOf: instant(now), ...today,
    own: unit.level === 'grid' || own === 'approved' ? null : { month, state: own },
    toApprove: waiting.flatMap((report) => { const of = units.get(report.unitId); return of ? [{ unit: unitBrief(of), month: report.month, order: of.order }] : [] })
      .sort((a, b) => a.order - b.order || compare(a.month, b.month)).map(({ order: _order, ...one }) => one),
    suggestions: read.suggestions, photos: Math.min(countedTo, looked.fresh),
    untold: read.changed.flatMap(({ _id, title }) => { const people = unseen.get(_id) ?? 0; return people > 0 ? [{ eventId: _id, title, people }] : [] }),
    stuck: { jobs: read.jobs, messages: Math.min(countedTo, messages), photos: Math.min(countedTo, looked.stuck) },
  }
}

/** Right below the unit, or the root's own report, which another admin of it handed in. */
function mayApprove({ unitId, path, steps }: ReportRecord, unit: UnitRecord, caller: Caller): boolean {
  if (submissionOf(steps)?.by === caller.personKey) return false
  const isBelow = path.at(-2) === unit._id
  const isRoot = unitId === unit._id && path.length === 1
  return (isBelow || isRoot) && caller.may('reports/approve', isRoot ? path : path.slice(0, -1))
}

async function sessionsOf(unitId: string, now: number) {
  const day = dayOf(now)
  const all = (await eventsOn(day, [unitId])).flatMap((event) => event.sessions.filter((session) => session.on === day).map((session) => ({ event, session })))
    .sort((a, b) => compare(a.session.startsAt, b.session.startsAt) || compare(a.session.id, b.session.id))
  const shown = all.slice(0, mostSessions)
  if (shown.length === 0) return { sessions: [], moreSessions: 0 }
  const [checkIns, books] = await Promise.all([attendanceAt(shown.map(({ session }) => session.id)), standings(shown.map(({ event }) => event._id))])
  return {
    sessions: shown.map(({ event, session }) => ({
      eventId: event._id, sessionId: session.id, kind: event.kind, title: event.title, placeName: event.placeName, hostName: event.host.name, startsAt: session.startsAt, endsAt: session.endsAt, countOnly: event.countOnly,
      expected: session.capacity === null ? 0 : session.capacity - (books.get(event._id)?.left[sessionKey(session.id)] ?? session.capacity),
      signedIn: checkIns.filter(({ sessionId }) => sessionId === session.id).reduce((sum, one) => sum + (presenceOf(one)?.present ?? 0), 0),
    })),
    moreSessions: all.length - shown.length,
  }
}
