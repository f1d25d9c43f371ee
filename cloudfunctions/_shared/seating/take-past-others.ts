/**
 * A newcomer where others wait has a place at once only when none of them would fit (shapes.md, Seats). The book is read, then those who
 * wait, and the places are taken in ONE write that holds only if the book is still the one that was read.
 *
 * Why nobody is passed over: whatever makes a place (cancelling, a smaller party, more capacity) and whoever begins to wait, leaves or wants
 * to be another party moves the book's `rev`, each before its document is written. So a party that came before the book was read and whose
 * document was not there yet when they were looked at has joined after this newcomer: its order is by the document. One that has its place
 * in the book and a document that still waits, or has left and its document says otherwise, is seen as waiting: a detour, never a wrong place.
 *
 * With no room those who wait are not even looked at: with 10,000 of them every newcomer of a rush would look at 10,000.
 */
import { findRegistration, kindsWaitingAt, type RegistrationRecord } from '../records/registrations'
import { seatBookFor, takeSeats } from '../records/seat-books'
import { fits, hasStarted, mostParties, whyNot, type SeatAsk } from '../rules/seats'

/** After these she waits, and is let in from the queue. */
const mostLooks = 2

export type Past =
  /** `own`: her registration of before. */
  | { is: 'taken'; own: RegistrationRecord | null }
  /** Somebody else would fit, or she waits herself. */
  | { is: 'wanted'; own: RegistrationRecord | null }
  /** Nothing for her in this book: full, or closed, or she has places. Nobody was looked at. */
  | { is: 'no-room' }
  | { is: 'nobody-waits' }

/** Three operations where it gives a place; one where there is none. */
export async function takePastOthers(eventId: string, ask: SeatAsk, at: string): Promise<Past> {
  for (let looks = 1; looks <= mostLooks; looks += 1) {
    const book = await seatBookFor(eventId, ask.personKey)
    if (!book || !book.waiting) return { is: 'nobody-waits' }
    if (whyNot(book, ask, at) !== null || book.parties >= mostParties || !fits(book.left, ask)) return { is: 'no-room' }
    const waiting = await kindsWaitingAt(eventId, ask.personKey)
    if (!waiting) break
    const isWanted = waiting.kinds.some((party) => !hasStarted(book, party.sessions, at) && fits(book.left, party))
    if (isWanted || waiting.own?.status === 'waitlisted') return { is: 'wanted', own: waiting.own }
    if (await takeSeats(eventId, ask, at, book.rev)) return { is: 'taken', own: waiting.own }
  }
  return { is: 'wanted', own: await findRegistration(eventId, ask.personKey) }
}
