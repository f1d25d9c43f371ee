import type { sessionsOfDay } from '../../contract/attendance/sessions-of-day'
import { attendanceAt } from '../_shared/records/attendance'
import { headcountsAt, walkInsAt } from '../_shared/records/counts'
import { eventsOn, sessionKey } from '../_shared/records/events'
import { standings } from '../_shared/records/seat-books'
import { findUnits, unitBrief } from '../_shared/records/units'
import { compare } from '../_shared/rules/presence'
import { roomOf } from '../_shared/rules/room'
import type { Handler } from '../_shared/serve'

export const handleSessionsOfDay: Handler<typeof sessionsOfDay> = async ({ on }, { caller }) => {
  const events = await eventsOn(on, caller.grants.map((grant) => grant.unitId))
  const today = events
    .flatMap((event) => event.sessions.map((session, index) => ({ event, session, number: index + 1 })))
    .filter(({ session }) => session.on === on)
    .sort((a, b) => compare(a.session.startsAt, b.session.startsAt) || compare(a.session.id, b.session.id))
  if (today.length === 0) return { sessions: [] }
  const ids = today.map(({ session }) => session.id)
  const [checkIns, walkIns, headcounts, left, hosts] = await Promise.all([
    attendanceAt(ids), walkInsAt(ids), headcountsAt(ids),
    standings(today.map(({ event }) => event._id)), findUnits(today.map(({ event }) => event.hostUnit)),
  ])
  const at = <F extends { sessionId: string }>(facts: readonly F[], id: string) => facts.filter((fact) => fact.sessionId === id)
  return {
    sessions: today.map(({ event, session, number }) => {
      const host = hosts.get(event.hostUnit)
      if (!host) throw new Error('event without its host unit')
      return {
        id: session.id, eventId: event._id, kind: event.kind, title: event.title, placeName: event.placeName, hostUnit: unitBrief(host),
        countOnly: event.countOnly, startsAt: session.startsAt, endsAt: session.endsAt, number, of: event.sessions.length,
        // What the seat book gave away.
        expected: session.capacity === null ? 0 : session.capacity - (left.get(event._id)?.left[sessionKey(session.id)] ?? session.capacity),
        room: roomOf(at(checkIns, session.id), at(walkIns, session.id), at(headcounts, session.id)),
      }
    }),
  }
}
