import type { entryKey } from '../../contract/registrations/entry-key'
import { findEvent, isDraft, sessionKey } from '../_shared/records/events'
import { findRegistration } from '../_shared/records/registrations'
import { entryCodeKey } from '../_shared/secrets/entry-code'
import type { Handler } from '../_shared/serve'

export const handleEntryKey: Handler<typeof entryKey> = async ({ eventId }, { caller, refuse }) => {
  const [event, registration] = await Promise.all([findEvent(eventId), findRegistration(eventId, caller.personKey)])
  if (!event || isDraft(event)) return refuse('event-not-found')
  if (event.status === 'cancelled') return refuse('event-cancelled')
  if (registration?.status !== 'confirmed') return refuse('not-registered')
  return {
    eventId, title: event.title, placeName: event.placeName, callName: registration.callName, partySize: registration.partySize,
    sessions: event.sessions.filter(({ id }) => registration.sessions.includes(sessionKey(id)))
      .map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt, code: entryCodeKey(id, caller.personKey) })),
  }
}
