import type { takeOffer } from '../../contract/registrations/take-offer'
import { findRegistration, myRegistration } from '../_shared/records/registrations'
import { seatBookFor } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import { hasStarted, isAutomatic } from '../_shared/rules/seats'
import type { Handler } from '../_shared/serve'
import { agreeWithBook } from '../_shared/seating/agree-with-book'
import { giveSeats } from '../_shared/seating/settle'

export const handleTakeOffer: Handler<typeof takeOffer> = async ({ eventId, was, ...input }, { caller, now, refuse }) => {
  const personKey = input.personKey ?? caller.personKey
  const at = instant(now)
  const waiting = await findRegistration(eventId, personKey)
  if (!waiting || waiting.by !== caller.personKey || waiting.recordId !== was || waiting.status === 'cancelled') return refuse('not-registered')
  if (waiting.status === 'confirmed') return myRegistration(waiting) // a repeat, or given meanwhile
  const book = await seatBookFor(eventId, personKey)
  if (!book || book.status !== 'published' || hasStarted(book, waiting.sessions, at)) return refuse('too-late')
  const seats = book.taken[personKey]
  if (!seats) {
    // Earlier the order of those who wait decides, and nobody taps past it.
    if (isAutomatic(book, waiting.sessions, at)) return refuse('no-room')
    if (!(await giveSeats(waiting, at))) return refuse('no-room')
  }
  const record = seats ? await agreeWithBook(eventId, personKey, seats, at) : await findRegistration(eventId, personKey)
  return record?.status === 'confirmed' ? myRegistration(record) : refuse('no-room')
}
