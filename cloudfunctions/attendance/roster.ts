import type { roster } from '../../contract/attendance/roster'
import type { Output } from '../../contract/call'
import { attendanceAt } from '../_shared/records/attendance'
import { headcountsAt, walkInsAt } from '../_shared/records/counts'
import { sessionKey } from '../_shared/records/events'
import { findPeople } from '../_shared/records/people'
import { registrationsFor } from '../_shared/records/registrations'
import { byName } from '../_shared/rules/name-order'
import { instant } from '../_shared/rules/calendar'
import { compare, presenceOf } from '../_shared/rules/presence'
import { countsThatStand, roomOf, walkInsThatStand } from '../_shared/rules/room'
import type { Handler } from '../_shared/serve'
import { sessionAtWork, type SessionAtWork } from './session-at-work'

type Row = Output<typeof roster>['rows'][number]

/** Who came without a name that we know. */
const unnamed = '居民'

export const handleRoster: Handler<typeof roster> = async ({ sessionId }, { caller, now, refuse }) => {
  const at = await sessionAtWork('attendance/roster', sessionId, caller)
  return at ? readRoster(at, now) : refuse('session-not-found')
}

/** In full, for whoever may see it. `now` in ms. */
export async function readRoster({ event, session }: SessionAtWork, now: number): Promise<Output<typeof roster>> {
  const [registered, checkIns, walkIns, headcounts] = await Promise.all([
    registrationsFor(event._id), attendanceAt([session.id]), walkInsAt([session.id]), headcountsAt([session.id]),
  ])
  const expected = registered.filter((one) => one.status === 'confirmed' && one.sessions.includes(sessionKey(session.id)))
  const expectedKeys = new Set(expected.map((one) => one.personKey))
  const presences = new Map(checkIns.map((record) => [record.personKey, presenceOf(record)]))
  const records = new Map(checkIns.map((record) => [record.personKey, record]))
  const others = checkIns.map((record) => record.personKey).filter((key) => !expectedKeys.has(key) && presences.get(key))
  const people = await findPeople(others)
  const words = new Map(registered.map((one) => [one.personKey, one]))

  const row = (personKey: string, partySize: number, phone: string | null = null): Row => {
    const known = words.get(personKey) ?? people.get(personKey)
    const presence = presences.get(personKey)
    const isFromPaper = records.get(personKey)?.marks[presence?.marks.at(-1) ?? '']?.source === 'paper'
    return {
      personKey, callName: known?.callName ?? unnamed, building: known?.building ?? null, phone, partySize,
      present: presence?.present ?? null, checkedInAt: isFromPaper ? null : presence?.at ?? null, marks: presence?.marks ?? [],
    }
  }
  const rows = [...expected.map((one) => row(one.personKey, one.partySize, one.phoneMask)), ...others.map((key) => row(key, 0))]
  return {
    session: {
      id: session.id, eventId: event._id, kind: event.kind, title: event.title, placeName: event.placeName,
      startsAt: session.startsAt, endsAt: session.endsAt, countOnly: event.countOnly, held: session.held,
    },
    asOf: instant(now),
    rows: rows.sort(byName),
    walkIns: walkInsThatStand(walkIns).sort((a, b) => compare(a.at, b.at) || compare(a._id, b._id))
      .map(({ recordId, people: n, callName, at: walkedInAt }) => ({ recordId, people: n, callName, at: walkedInAt })),
    headcounts: countsThatStand(headcounts).map(({ recordId, people: n, source }) => ({ recordId, people: n, source })),
    room: roomOf(checkIns, walkIns, headcounts),
  }
}
