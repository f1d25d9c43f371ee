/**
 * The seat book with its guard off: it counts who is in, and then it writes, as most sign-up programs do. For the control
 * run only.
 */
import { command } from '../../cloudfunctions/_shared/cloud'
import { collection } from '../../cloudfunctions/_shared/records/collection'
import { findSeatBook } from '../../cloudfunctions/_shared/records/seat-books'
import { fits, whyNot, type SeatAsk } from '../../cloudfunctions/_shared/rules/seats'

export * from '../../cloudfunctions/_shared/records/seat-books'

const books = collection('seat-books')
/** From looking to writing, in ms: long enough to show on any machine. */
const between = 1000

export async function takeSeats(eventId: string, ask: SeatAsk, now: string): Promise<boolean> {
  const book = await findSeatBook(eventId)
  if (!book) return false
  const inside = Object.values(book.taken)
  const left = Object.fromEntries(Object.entries(book.left).map(([key, places]) =>
    [key, places - inside.reduce((sum, party) => sum + (party.sessions.includes(key) ? party.n : 0), 0)]))
  if (book.waiting || !fits(left, ask) || whyNot(book, ask, now) !== null) return false
  await new Promise((resolve) => { setTimeout(resolve, between) })
  await books.update({ _id: eventId }, { [`taken.${ask.personKey}`]: command.set({ ...ask, sessions: [...ask.sessions], at: now }), rev: command.inc(1), unswept: true })
  return true
}
