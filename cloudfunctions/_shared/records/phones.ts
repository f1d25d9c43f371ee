/**
 * `phones/<eventId>:<personKey>`: a number that somebody gave with a registration, sealed. It goes when the registration is
 * cancelled, and 90 days after the event; only `registrations/reveal-phone` opens it.
 */
import { phoneDays } from '../rules/retention'
import { dayAfter } from '../rules/calendar'
import { masked, sealPhone } from '../secrets/phone'
import { collection } from './collection'
import type { EventRecord } from './events'
import { registrationId } from './registrations'

export interface PhoneRecord {
  _id: string
  eventId: string
  personKey: string
  sealed: string
  /** What people see: 138****5678. */
  mask: string
  /** The day on which it is removed. */
  eraseOn: string
}

export const phones = collection<PhoneRecord>('phones')

/** Throws NoKeys. */
export function phoneRecord(event: Pick<EventRecord, '_id' | 'lastOn'>, personKey: string, phone: string): PhoneRecord {
  return {
    _id: registrationId(event._id, personKey), eventId: event._id, personKey,
    sealed: sealPhone(personKey, phone), mask: masked(phone), eraseOn: dayAfter(event.lastOn, phoneDays),
  }
}

export const putPhone = phones.put

export async function dropPhone(eventId: string, personKey: string): Promise<void> {
  await phones.remove({ _id: registrationId(eventId, personKey) })
}

/** Masks by person. */
export async function phoneMasksAt(eventId: string): Promise<Map<string, string>> {
  const found = await phones.all({ eventId }, undefined, ['personKey', 'mask'])
  return new Map(found.map(({ personKey, mask }) => [personKey, mask]))
}

/** The person's own masks, by event. */
export async function ownPhoneMasks(eventIds: readonly string[], personKey: string): Promise<Map<string, string>> {
  const found = await phones.findMany(eventIds.map((eventId) => registrationId(eventId, personKey)))
  return new Map([...found.values()].map(({ eventId, mask }) => [eventId, mask]))
}
