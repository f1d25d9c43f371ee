/** Who a code brings in: the party as registered for this session, or, where there is none (any more), the person alone. */
import type { EventRecord, SessionRecord } from '../_shared/records/events'
import { sessionKey } from '../_shared/records/events'
import { findRegistration } from '../_shared/records/registrations'
import { takenBy } from '../_shared/records/seat-books'

export interface PartyAtDoor {
  /** As registered for this session; 0: not registered for it. */
  partySize: number
  present: number
  /** What to call them, also by a registration that was cancelled; null: there never was one. */
  words: { callName: string; building: string | null } | null
}

export async function partyAtDoor(event: EventRecord, session: SessionRecord, personKey: string): Promise<PartyAtDoor> {
  const registration = await findRegistration(event._id, personKey)
  const key = sessionKey(session.id)
  if (registration) return party(registration.status === 'confirmed' && registration.sessions.includes(key) ? registration.partySize : 0, registration)
  // The book knows better where the registration document is not written yet.
  const seats = await takenBy(event._id, personKey)
  return party(seats?.sessions.includes(key) ? seats.n : 0, seats)
}

function party(partySize: number, words: PartyAtDoor['words']): PartyAtDoor {
  return { partySize, present: Math.max(1, partySize), words }
}
