import type { Output } from '../../contract/call'
import { eventNames } from '../../contract/registrations/names'
import { findEvent, isDraft, type EventRecord } from '../_shared/records/events'
import { registrationsFor, type RegistrationRecord } from '../_shared/records/registrations'
import { instant } from '../_shared/rules/calendar'
import { compare } from '../_shared/rules/presence'
import type { Handler } from '../_shared/serve'

/** Two operations for up to 1,000 parties. */
export const handleNames: Handler<typeof eventNames> = async ({ eventId }, { caller, now, refuse }) => {
  const event = await findEvent(eventId)
  if (!event || isDraft(event) || !caller.may(eventNames.name, event.path)) return refuse('event-not-found')
  return { title: event.title, sessions: event.sessions.map(({ id, on, startsAt }) => ({ id, on, startsAt })), asOf: instant(now), rows: (await standingAtEvent(event)).map(nameRow) }
}

/** Those with places first, then those who wait in their order. */
export async function standingAtEvent(event: EventRecord): Promise<RegistrationRecord[]> {
  const cameAt = ({ status, joinedAt, registeredAt }: RegistrationRecord) => (status === 'waitlisted' ? new Date(joinedAt ?? 0).toISOString() : registeredAt)
  const rank = ({ status }: RegistrationRecord) => (status === 'confirmed' ? '0' : '1')
  return (await registrationsFor(event._id))
    .filter(({ status }) => status !== 'cancelled')
    .sort((a, b) => compare(rank(a), rank(b)) || compare(cameAt(a), cameAt(b)) || compare(a._id, b._id))
}

function nameRow(one: RegistrationRecord): Output<typeof eventNames>['rows'][number] {
  const { personKey, recordId: wish, status, callName, building, phoneMask: phone, partySize, children, sessions, eventId, registeredAt, by } = one
  return {
    personKey, wish, status: status === 'waitlisted' ? status : 'confirmed', callName, building, phone, partySize, children, sessionIds: sessions.map((key) => `${eventId}-${key}`), registeredAt,
    // A neighbour without WeChat registers nowhere by themselves.
    onBehalf: by === personKey && personKey.startsWith('f'),
  }
}
