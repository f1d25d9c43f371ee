/** Events as screens see them: places left from the seat books and the caller's own registration, in three reads. */
import type { EventBrief } from '../../contract/events/event'
import type { UnitBrief } from '../../contract/values'
import { sessionKey, type BriefEventRecord } from './records/events'
import { myRegistration, registrationsAt, type RegistrationRecord } from './records/registrations'
import { placesLeft } from './records/seat-books'
import { findUnits, unitBrief } from './records/units'

/** In the order given. `mine`: registrations that the caller's are known by already. */
export async function eventBriefs(events: readonly BriefEventRecord[], personKey: string, mine?: ReadonlyMap<string, RegistrationRecord>): Promise<EventBrief[]> {
  const ids = events.map((event) => event._id)
  const [left, own, hosts] = await Promise.all([
    placesLeft(ids),
    mine ?? registrationsAt(ids, personKey),
    findUnits(events.map((event) => event.hostUnit)),
  ])
  return events.map((event) => {
    const host = hosts.get(event.hostUnit)
    if (!host) throw new Error('event without its host unit')
    return eventBrief(event, unitBrief(host), left.get(event._id), own.get(event._id))
  })
}

function eventBrief(event: BriefEventRecord, hostUnit: UnitBrief, left: Record<string, number> | undefined, mine: RegistrationRecord | undefined): EventBrief {
  return {
    id: event._id, kind: event.kind, title: event.title, placeName: event.placeName, hostUnit, status: event.status, countOnly: event.countOnly,
    sessions: event.sessions.map(({ id, on, startsAt, endsAt, capacity }) => ({
      // A draft has no seat book yet: all its places are left.
      id, on, startsAt, endsAt, capacity, left: capacity === null ? null : Math.max(0, left ? left[sessionKey(id)] ?? 0 : capacity),
    })),
    mine: mine ? myRegistration(mine) : null,
  }
}
