/** The seat book with its guard off: it looks, and then it writes, as most sign-up programs do. For the control run only. */
import { command } from '../../cloudfunctions/_shared/cloud'
import { collection } from '../../cloudfunctions/_shared/records/collection'
import { seatBookFor } from '../../cloudfunctions/_shared/records/seat-books'
import { whyNoSeat, type SeatAsk } from '../../cloudfunctions/_shared/rules/seats'

export * from '../../cloudfunctions/_shared/records/seat-books'

const books = collection('seat-books')

export async function takeSeats(eventId: string, ask: SeatAsk, now: string): Promise<boolean> {
  const book = await seatBookFor(eventId, ask.personKey)
  if (!book || whyNoSeat(book, ask, now) !== null) return false
  const changed = await books.update({ _id: eventId }, {
    ...Object.fromEntries(ask.sessions.map((key) => [`left.${key}`, command.inc(-ask.partySize)])),
    [`taken.${ask.personKey}`]: command.set({ n: ask.partySize, sessions: [...ask.sessions], at: now }),
    parties: command.inc(1), rev: command.inc(1), unswept: true,
  })
  return changed === 1
}
