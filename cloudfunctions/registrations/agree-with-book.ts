/**
 * Makes the registration document say what the seat book says, and returns it. The book may change while the document is
 * written (two devices, a sweep), so the book is read again afterwards: whoever writes last has seen the book last.
 */
import { findPerson } from '../_shared/records/people'
import { dropPhone, putPhone, type PhoneRecord } from '../_shared/records/phones'
import { cancelRegistrationRecord, findRegistration, putRegistration, registrationRecord, type DoorWords, type RegistrationRecord } from '../_shared/records/registrations'
import { takenBy } from '../_shared/records/seat-books'
import { areSameSeats, type TakenSeats } from '../_shared/rules/seats'

export interface BookEntry {
  eventId: string
  personKey: string
  /** As the book was just seen; null: gave the places back. */
  seats: TakenSeats | null
  /** What was given back, for a document that was never written. */
  before?: TakenSeats
  /** Absent: as the document of these places has them, or else the person. */
  words?: DoorWords
  /** Given with this wish. */
  phone?: PhoneRecord | null
}

/** Enough for any number of devices that one person holds; the sweep comes by anyway. */
const mostRounds = 5

export async function agreeWithBook(entry: BookEntry, now: string): Promise<RegistrationRecord | null> {
  const { eventId, personKey } = entry
  const words = entry.words ?? (await wordsOf(entry))
  let seats = entry.seats
  let before = entry.before
  for (let round = 1; ; round += 1) {
    const record = seats ? registrationRecord(eventId, personKey, seats, words) : null
    if (record) {
      // First: a crash after it leaves what the sweep completes.
      if (entry.phone) await putPhone(entry.phone)
      await putRegistration(record)
    } else await writeCancelled({ ...entry, ...(before && { before }) }, words, now)
    const inBook = await takenBy(eventId, personKey)
    if (areSameSeats(inBook, seats) || round === mostRounds) return record ?? findRegistration(eventId, personKey)
    before = seats ?? before
    seats = inBook
  }
}

async function writeCancelled({ eventId, personKey, before }: BookEntry, words: DoorWords, now: string): Promise<void> {
  // First: as long as the registration is not cancelled, a repeat and the sweep come by here again.
  await dropPhone(eventId, personKey)
  if ((await cancelRegistrationRecord(eventId, personKey, now)) > 0 || !before) return
  if (await findRegistration(eventId, personKey)) return
  await putRegistration({ ...registrationRecord(eventId, personKey, before, words), status: 'cancelled', cancelledAt: now })
}

/** A document of places that were given back since says how the person was called then. */
async function wordsOf({ eventId, personKey, seats }: BookEntry): Promise<DoorWords> {
  const written = await findRegistration(eventId, personKey)
  const person = written && (seats === null || written.registeredAt === seats.at) ? null : await findPerson(personKey)
  const known = person?.callName ? person : written
  return { callName: known?.callName ?? '居民', building: known?.building ?? null }
}
