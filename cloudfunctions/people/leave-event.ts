/**
 * Takes a person out of one event: places to come are given back and go to those who wait; of what is over only the words go, so that
 * what was counted stays. The book first and the document after it, as everywhere: a sweep that comes between finds no words to bring back.
 */
import { dropAnswers } from '../_shared/records/answers'
import { askOf, findRegistration, forgetWords, type RegistrationRecord } from '../_shared/records/registrations'
import { giveBackSeats, leaveWaiting, seatBookFor, unnameSeats, type SeatBookRecord } from '../_shared/records/seat-books'
import { hasStarted, unnamed, type TakenSeats } from '../_shared/rules/seats'
import { settle } from '../_shared/seating/settle'

/** More than other devices and settlings can come in between. */
const mostTries = 5

/** Safe to repeat; throws where the book kept changing. */
export async function leaveEvent(eventId: string, personKey: string, at: string): Promise<void> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const book = await seatBookFor(eventId, personKey)
    const own = book?.taken[personKey] ?? null
    const isFree = own !== null && book !== null && book.status === 'published' && !hasStarted(book, own.sessions, at)
    if (own && !(await (isFree ? giveBackSeats(eventId, { ...own, personKey }, at, 'waived') : unname(own)))) continue
    const written = await findRegistration(eventId, personKey)
    const isWaiting = !own && written?.status === 'waitlisted'
    // false where it left before, too: then nothing stands in the book and the document only has to say so.
    if (isWaiting && !(await leaveWaiting(eventId, askOf(written))) && (await seatBookFor(eventId, personKey))?.taken[personKey]) continue
    if (written) await forgetDocument(written, own && !isFree ? 'stays' : 'given back')
    if ((isFree || isWaiting) && book?.waiting) await settleAnew(book)
    return
  }
  throw new Error('the seat book kept changing')

  async function unname(own: TakenSeats): Promise<boolean> {
    if (own.callName === unnamed && own.building === null && own.said === null) return true
    return unnameSeats(eventId, personKey, own.recordId)
  }

  async function forgetDocument(written: RegistrationRecord, places: 'stays' | 'given back'): Promise<void> {
    await forgetWords(written._id, places === 'given back' && written.status !== 'cancelled' ? at : null)
    await dropAnswers(written.said === null ? [] : [written.said])
  }

  async function settleAnew({ _id }: SeatBookRecord): Promise<void> {
    const after = await seatBookFor(_id, personKey)
    if (after) await settle(after, at)
  }
}
