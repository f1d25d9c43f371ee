/**
 * `registrations/<eventId>:<personKey>`. Of a confirmed or cancelled one the event's seat book is the truth, and it can be rebuilt from
 * there; of a waiting one (`waitlisted`) this document is all there is. It stays when cancelled.
 */
import type { MyRegistration } from '../../../contract/events/event'
import { command, db } from '../cloud'
import { unnamed, type SeatAsk, type TakenSeats } from '../rules/seats'
import { collection } from './collection'

export interface RegistrationRecord {
  _id: string
  eventId: string
  personKey: string
  /** Who registered: the person, or the neighbour who did it for them. */
  by: string
  status: 'confirmed' | 'waitlisted' | 'cancelled'
  /** `s1`, … */
  sessions: string[]
  /** Children included. */
  partySize: number
  children: number
  callName: string
  building: string | null
  /** Of the wish by which it stands. */
  recordId: string
  registeredAt: string
  cancelledAt: string | null
  /** Joined the waitlist, by the database's clock: the order of those who wait, ties by id. */
  joinedAt: Date | null
  /** What was said with it (answers.ts); null: nothing, or it is gone. */
  said: string | null
  /** The number given with it, masked. */
  phoneMask: string | null
  /** The day on which the mask goes; null: there is none. */
  eraseOn: string | null
}

export const registrations = collection<RegistrationRecord>('registrations')

export function registrationId(eventId: string, personKey: string): string {
  return `${eventId}:${personKey}`
}

/** What was said with it, as far as the document shows it. */
export interface SaidBriefly { phoneMask: string | null; eraseOn: string | null }
export const nothingSaid: SaidBriefly = { phoneMask: null, eraseOn: null }

export function registrationRecord(eventId: string, personKey: string, seats: TakenSeats, said: SaidBriefly = nothingSaid): RegistrationRecord {
  return {
    _id: registrationId(eventId, personKey), eventId, personKey, by: seats.by, status: 'confirmed', sessions: [...seats.sessions], partySize: seats.n, children: seats.children,
    callName: seats.callName, building: seats.building, recordId: seats.recordId, registeredAt: seats.at, cancelledAt: null, joinedAt: null, said: seats.said, ...said,
  }
}

/** The same party, as a wish for places. */
export function askOf(record: RegistrationRecord): SeatAsk {
  const { personKey, partySize: n, children, sessions, recordId, by, callName, building, said } = record
  return { personKey, n, children, sessions, recordId, by, callName, building, said }
}

/** The same party waits from now on, by the database's clock. */
export function waitingRecord(record: RegistrationRecord): RegistrationRecord {
  return { ...record, status: 'waitlisted', joinedAt: db.serverDate() as unknown as Date }
}

/**
 * Where nothing stands, or one that was cancelled after one of these wishes (`spent` in the book); in ONE operation where the book is right
 * about that. Else what stands there; a cancelled one as well, where the book has forgotten it.
 */
export async function addRegistration(record: RegistrationRecord, spent: readonly string[] = []): Promise<RegistrationRecord | null> {
  if (spent.length > 0 && (await replaceCancelled(record, spent))) return null
  const { added, record: before } = await registrations.addOnce(record)
  return added ? null : before
}

async function replaceCancelled({ _id, ...rest }: RegistrationRecord, wishes: readonly string[]): Promise<boolean> {
  return (await registrations.update({ _id, status: 'cancelled', recordId: command.in([...wishes]) }, { ...rest })) === 1
}

/** A new wish in the place of one that is over, or waits. false: another stands there by now. */
export async function replaceRegistration(before: RegistrationRecord, { _id, ...rest }: RegistrationRecord): Promise<boolean> {
  if (before.status === 'confirmed') return false
  // No field of it is an object that the SDK would merge; `command.set` would keep the server's date from being one.
  return (await registrations.update({ _id, status: before.status, recordId: before.recordId }, { ...rest })) === 1
}

/** The party that waits has its places: says so, unless it left or changed meanwhile. */
export async function confirmWaiting(record: RegistrationRecord, at: string): Promise<boolean> {
  const where = { _id: record._id, status: 'waitlisted', recordId: record.recordId }
  return (await registrations.update(where, { status: 'confirmed', registeredAt: at, joinedAt: command.set(null) })) === 1
}

/** Everybody who waits, in order, up to 1,000 after the one given. */
export function waitingAt(eventId: string, after: RegistrationRecord | null = null): Promise<RegistrationRecord[]> {
  const later = after?.joinedAt
    ? command.or([{ joinedAt: command.gt(after.joinedAt) }, { joinedAt: after.joinedAt, _id: command.gt(after._id) }])
    : null
  const orderBy: [string, 'asc'][] = [['joinedAt', 'asc'], ['_id', 'asc']]
  const where = { eventId, status: 'waitlisted' }
  return registrations.list(later ? command.and([where, later]) as unknown as Record<string, unknown> : where, { orderBy })
}

export function findRegistration(eventId: string, personKey: string): Promise<RegistrationRecord | null> {
  return registrations.find(registrationId(eventId, personKey))
}

/** The newest 200 that the person made, for themselves and for neighbours, cancelled ones included. */
export function allRegistrationsBy(personKey: string): Promise<RegistrationRecord[]> {
  return registrations.list({ by: personKey }, { orderBy: [['registeredAt', 'desc'], ['_id', 'asc']], limit: 200 })
}

export function registrationsFor(eventId: string): Promise<RegistrationRecord[]> {
  return registrations.all({ eventId })
}

export const putRegistration = registrations.put

/** The party that waits is another one from now on, and keeps its position. */
export async function resizeWaiting(record: RegistrationRecord, to: { partySize: number; children: number; recordId: string }): Promise<boolean> {
  return (await registrations.update({ _id: record._id, status: 'waitlisted', recordId: record.recordId }, to)) === 1
}

/** What was said with it is gone. */
export async function forgetSaid(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await registrations.update({ _id: command.in([...ids]), status: 'cancelled' }, { said: null, phoneMask: null, eraseOn: null })
}

/** From this wish on it is cancelled; 0: cancelled before, or another wish stands. */
export function cancelRegistrationRecord(eventId: string, personKey: string, recordId: string, at: string): Promise<number> {
  return registrations.update({ _id: registrationId(eventId, personKey), status: command.in(['confirmed', 'waitlisted']), recordId }, { status: 'cancelled', cancelledAt: at, joinedAt: command.set(null) })
}

/** As whoever made it sees it. `position`: where that was counted. */
export function myRegistration(record: RegistrationRecord, position: number | null = null, offered = false): MyRegistration {
  return {
    personKey: record.personKey, wish: record.recordId, status: record.status, sessionIds: record.sessions.map((key) => `${record.eventId}-${key}`),
    partySize: record.partySize, children: record.children, callName: record.callName, registeredAt: record.registeredAt, cancelledAt: record.cancelledAt,
    position: record.status === 'waitlisted' ? position : null, offered: record.status === 'waitlisted' && offered, phone: record.phoneMask,
  }
}

/** Theirs, and those that they made for neighbours; up to so many. */
export function registrationsOf(personKey: string, limit: number): Promise<RegistrationRecord[]> {
  return registrations.list(command.or([{ personKey }, { by: personKey }]) as unknown as Record<string, unknown>, { limit })
}

/** What a neighbour registered for them they hold themselves from now on. */
export async function handOverRegistration(eventId: string, personKey: string): Promise<void> {
  await registrations.update({ _id: registrationId(eventId, personKey), by: command.neq(personKey) }, { by: personKey })
}

/** Every one that the person made, for themselves and for neighbours. */
export function registrationsMadeBy(personKey: string): Promise<RegistrationRecord[]> {
  return registrations.all({ by: personKey })
}

/** Who it was and what they said is gone; `cancelledAt`: and so are its places. */
export async function forgetWords(id: string, cancelledAt: string | null): Promise<void> {
  const words = { callName: unnamed, building: command.set(null), said: command.set(null), phoneMask: command.set(null), eraseOn: command.set(null) }
  await registrations.update({ _id: id }, { ...words, ...(cancelledAt !== null && { status: 'cancelled', cancelledAt, joinedAt: command.set(null) }) })
}

/** Those with places and those who wait, 200 after the one with this id. */
export function standingAt(eventId: string, after = ''): Promise<RegistrationRecord[]> {
  const where = { eventId, status: command.in(['confirmed', 'waitlisted']), ...(after && { _id: command.gt(after) }) }
  return registrations.list(where, { orderBy: [['_id', 'asc']], limit: 200 })
}
