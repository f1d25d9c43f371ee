/**
 * Compares the registration documents of changed seat books, and their events, with the books and writes what is missing or wrong:
 * what a crash between the two left behind. Any number of sweeps at once do no harm, and a book that cannot be swept keeps no
 * other waiting: the run fails at its end, with its name, and it comes again.
 */
import { findEvent, moveEvent } from '../_shared/records/events'
import { registrationsFor } from '../_shared/records/registrations'
import { closeSeatBook, findSeatBook, markSwept, unsweptBooks, type SeatBookRecord } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import type { Job } from '../_shared/serve'
import { agreeWithBook } from './agree-with-book'

/** A run stays far below the function's time limit; the rest waits for the next one. */
const booksPerRun = 20

async function run(now: number): Promise<void> {
  const failed: string[] = []
  for (const eventId of await unsweptBooks(booksPerRun)) {
    await sweepEvent(eventId, instant(now)).catch((error: unknown) => failed.push(`${eventId}: ${error instanceof Error ? error.message : String((error as { errMsg?: unknown } | null)?.errMsg)}`))
  }
  if (failed.length > 0) throw new Error(`not swept: ${failed.join('; ')}`)
}

export const sweep: Job = { name: 'registrations/sweep', run }

async function sweepEvent(eventId: string, at: string): Promise<void> {
  const book = await findSeatBook(eventId)
  if (!book) return
  await agreeEvent(book, at)
  const written = new Map((await registrationsFor(eventId)).map((record) => [record.personKey, record]))
  for (const [personKey, seats] of Object.entries(book.taken)) {
    const record = written.get(personKey)
    const agrees = record?.status === 'confirmed' && record.partySize === seats.n && record.registeredAt === seats.at && record.sessions.join() === seats.sessions.join()
    if (!agrees) await agreeWithBook({ eventId, personKey, seats }, at)
  }
  for (const record of written.values()) {
    if (record.status === 'confirmed' && !Object.hasOwn(book.taken, record.personKey)) await agreeWithBook({ eventId, personKey: record.personKey, seats: null }, at)
  }
  await markSwept(eventId, book.rev)
}

/** The book is opened before its event is published and closed before it is called off: what broke off in between is carried on. */
async function agreeEvent(book: SeatBookRecord, at: string): Promise<void> {
  if (book.status === 'cancelled') {
    if (book.cancellation) await moveEvent(book._id, ['draft', 'published'], { status: 'cancelled', cancellation: book.cancellation })
    return
  }
  if (await moveEvent(book._id, ['draft'], { status: 'published', publishedAt: at })) return
  const event = await findEvent(book._id)
  if (event?.status === 'cancelled') await closeSeatBook(book._id, event.cancellation)
}
