/**
 * Makes the registration document say what the seat book says, and returns it. The book may change while the document is
 * written (two devices, a sweep), so the book is read again afterwards: whoever writes last has seen the book last.
 */
import { findAnswers } from '../records/answers'
import { cancelRegistrationRecord, findRegistration, nothingSaid, putRegistration, registrationRecord, type RegistrationRecord, type SaidBriefly } from '../records/registrations'
import { takenBy } from '../records/seat-books'
import type { TakenSeats } from '../rules/seats'
import { tellPromoted } from './tell-promoted'

/** Enough for any number of devices that one person holds; the sweep comes by anyway. */
const mostRounds = 5

/** `seats`: as the book was just seen; null: gave the places back, or waits. Costs three operations and more: for what broke off, not for the usual way. */
export async function agreeWithBook(eventId: string, personKey: string, seats: TakenSeats | null, now: string): Promise<RegistrationRecord | null> {
  for (let round = 1; ; round += 1) {
    const written = await findRegistration(eventId, personKey)
    // Had its places in the book, and the crash came before anybody was told.
    if (seats && written?.status === 'waitlisted' && written.recordId === seats.recordId) await tellPromoted(written, now)
    // Given back and forgotten since the book was read: what was in it then must not come back, so it is read again.
    const isOver = round === 1 && seats !== null && written?.status === 'cancelled' && written.recordId === seats.recordId
    if (seats && !isOver && !saysSo(written, seats)) await putRegistration(registrationRecord(eventId, personKey, seats, await saidBriefly(seats, written)))
    if (!seats && written?.status === 'confirmed') await cancelRegistrationRecord(eventId, personKey, written.recordId, now)
    const inBook = await takenBy(eventId, personKey)
    if ((!isOver && inBook?.recordId === seats?.recordId && inBook?.n === seats?.n && inBook?.callName === seats?.callName) || round === mostRounds) return findRegistration(eventId, personKey)
    seats = inBook
  }
}

/** Does the document say what the book says of the person? */
export function saysSo(record: RegistrationRecord | null | undefined, seats: TakenSeats): boolean {
  return record?.status === 'confirmed' && record.recordId === seats.recordId && record.partySize === seats.n && record.children === seats.children
    && record.callName === seats.callName && record.registeredAt === seats.at && record.sessions.join() === seats.sessions.join()
}

async function saidBriefly(seats: TakenSeats, written: RegistrationRecord | null): Promise<SaidBriefly> {
  if (seats.said === null) return nothingSaid
  if (written?.said === seats.said) return { phoneMask: written.phoneMask, eraseOn: written.eraseOn }
  const said = await findAnswers(seats.said)
  return said ? { phoneMask: said.phone?.mask ?? null, eraseOn: said.eraseOn } : nothingSaid
}

