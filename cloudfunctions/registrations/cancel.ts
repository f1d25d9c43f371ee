import type { cancelRegistration } from '../../contract/registrations/cancel'
import { myRegistration } from '../_shared/records/registrations'
import { giveBackSeats, seatBookFor } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import { hasStarted } from '../_shared/rules/seats'
import type { Handler } from '../_shared/serve'
import { agreeWithBook } from './agree-with-book'

/** More than one person's devices can do at once. */
const mostTries = 5

export const handleCancelRegistration: Handler<typeof cancelRegistration> = async ({ eventId, registeredAt }, { caller, now, refuse }) => {
  const { personKey } = caller
  const at = instant(now)
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const book = await seatBookFor(eventId, personKey)
    if (!book) return refuse('not-registered')
    const seats = book.taken[personKey]
    if (!seats) {
      // Cancelled before; a crash may have left the document behind.
      const record = await agreeWithBook({ eventId, personKey, seats: null }, at)
      return record ? myRegistration(record) : refuse('not-registered')
    }
    if (seats.at !== registeredAt) {
      // Signed up anew since: a late repeat must not take that away.
      const record = await agreeWithBook({ eventId, personKey, seats }, at)
      if (!record) throw new Error('registration vanished')
      return myRegistration(record)
    }
    if (hasStarted(book, seats.sessions, at)) return refuse('already-started')
    if (!(await giveBackSeats(eventId, personKey, seats, at))) continue // another device was faster: look again
    const record = await agreeWithBook({ eventId, personKey, seats: null, before: seats }, at)
    if (!record) throw new Error('registration vanished')
    return myRegistration(record)
  }
  throw new Error('the seat book kept changing')
}
