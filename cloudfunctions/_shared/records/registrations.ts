/** `registrations/<eventId>:<personKey>`: derived from the event's seat book, for lists and rosters. It stays when cancelled. */
import type { MyRegistration } from '../../../contract/events/event'
import { command } from '../cloud'
import type { TakenSeats } from '../rules/seats'
import { collection } from './collection'

export interface RegistrationRecord {
  _id: string
  eventId: string
  personKey: string
  status: 'confirmed' | 'cancelled'
  /** `s1`, … */
  sessions: string[]
  partySize: number
  callName: string
  building: string | null
  registeredAt: string
  cancelledAt: string | null
}

/** What the registrant wants to be called at the door. */
export interface DoorWords { callName: string; building: string | null }

export const registrations = collection<RegistrationRecord>('registrations')

export function registrationId(eventId: string, personKey: string): string {
  return `${eventId}:${personKey}`
}

export function registrationRecord(eventId: string, personKey: string, seats: TakenSeats, words: DoorWords): RegistrationRecord {
  return {
    _id: registrationId(eventId, personKey), eventId, personKey, status: 'confirmed', sessions: seats.sessions, partySize: seats.n,
    callName: words.callName, building: words.building, registeredAt: seats.at, cancelledAt: null,
  }
}

export function findRegistration(eventId: string, personKey: string): Promise<RegistrationRecord | null> {
  return registrations.find(registrationId(eventId, personKey))
}

/** The person's registrations at these events, by event id. */
export async function registrationsAt(eventIds: readonly string[], personKey: string): Promise<Map<string, RegistrationRecord>> {
  if (eventIds.length === 0) return new Map()
  const found = await registrations.list({ _id: command.in(eventIds.map((id) => registrationId(id, personKey))) })
  return new Map(found.map((one) => [one.eventId, one]))
}

/** The newest 200, cancelled ones included. */
export function registrationsOf(personKey: string): Promise<RegistrationRecord[]> {
  return registrations.list({ personKey }, { orderBy: [['registeredAt', 'desc'], ['_id', 'asc']], limit: 200 })
}

export function registrationsFor(eventId: string): Promise<RegistrationRecord[]> {
  return registrations.all({ eventId })
}

export const putRegistration = registrations.put

export function cancelRegistrationRecord(eventId: string, personKey: string, at: string): Promise<number> {
  return registrations.update({ _id: registrationId(eventId, personKey), status: 'confirmed' }, { status: 'cancelled', cancelledAt: at })
}

/** As its owner sees it. */
export function myRegistration(record: RegistrationRecord): MyRegistration {
  return { status: record.status, sessionIds: record.sessions.map((key) => `${record.eventId}-${key}`), partySize: record.partySize, registeredAt: record.registeredAt }
}
