/**
 * Compares the registration documents of changed seat books, and their events, with the books and writes what is missing or wrong:
 * what a crash between the two left behind; gives places that are free to those who wait; and drops what was said with a wish that
 * brought nothing. Any number of sweeps at once do no harm, and a book that cannot be swept keeps no other waiting: the run fails at
 * its end, with its name, and it comes again.
 */
import { undoWithin } from '../../contract/registrations/undo-cancel'
import { dropAnswers, settleAnswers, unsettledAnswers } from '../_shared/records/answers'
import { calledOff } from '../_shared/records/event-changes'
import { findEvent, moveEvent } from '../_shared/records/events'
import { noticeRecord, notices } from '../_shared/records/notices'
import { cancelRegistrationRecord, forgetSaid, registrationId, registrations, registrationsFor, resizeWaiting, type RegistrationRecord } from '../_shared/records/registrations'
import { closeSeatBook, findSeatBook, forgetChanging, markSwept, markWaiting, putQueue, stopWaiting, unsweptBooks, type SeatBookRecord } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import { kindOf } from '../_shared/rules/seats'
import type { Job } from '../_shared/serve'
import { agreeWithBook, saysSo } from '../_shared/seating/agree-with-book'
import { settle } from '../_shared/seating/settle'
import { pruneSpent } from './prune-spent'

const booksAtATime = 20
/** No book is begun later than this, in ms of the run's own time: far below the function's 20 s. The rest waits for the next run. */
const sweepsFor = 10_000
const mostRounds = 3
const answersPerRun = 100
/** No call takes as long as this, in ms: what was said and is named by no registration then never will be. */
const callIsOver = 60_000

async function run(now: number): Promise<void> {
  const failed: string[] = []
  const note = (what: string) => (error: unknown) => { failed.push(`${what}: ${error instanceof Error ? error.message : String((error as { errMsg?: unknown } | null)?.errMsg)}`) }
  const until = performance.now() + sweepsFor
  // Those that have to come again stand before others, and must not keep them waiting.
  for (let page = await unsweptBooks(booksAtATime); page.length > 0; page = page.length < booksAtATime ? [] : await unsweptBooks(booksAtATime, page.at(-1))) {
    for (const eventId of page) if (performance.now() < until) await sweepEvent(eventId, now).catch(note(eventId))
    if (performance.now() >= until) break
  }
  await sweepAnswers(now).catch(note('answers'))
  if (failed.length > 0) throw new Error(`not swept: ${failed.join('; ')}`)
}

export const sweep: Job = { name: 'registrations/sweep', run }

async function sweepEvent(eventId: string, now: number): Promise<void> {
  // Giving places changes the book once more.
  for (let round = 1; round <= mostRounds; round += 1) if (await isSwept(eventId, now)) return
}

/** false: the book changed meanwhile, or something has to wait; it comes again. */
async function isSwept(eventId: string, now: number): Promise<boolean> {
  const at = instant(now)
  const book = await findSeatBook(eventId)
  if (!book) return true
  await agreeEvent(book, at)
  const written = new Map((await registrationsFor(eventId)).map((record) => [record.personKey, record]))
  for (const [personKey, seats] of Object.entries(book.taken)) {
    if (!saysSo(written.get(personKey), seats)) await agreeWithBook(eventId, personKey, seats, at)
  }
  for (const record of written.values()) {
    if (!Object.hasOwn(book.taken, record.personKey)) await agreeWithoutSeats(record, book, at)
    else if (book.changing[record.personKey]) await forgetChanging(eventId, record.personKey, book.changing[record.personKey]?.recordId ?? '')
  }
  if (book.status === 'published') {
    const { nobody, offered } = await settle(book, at)
    await tellOffered(offered, at)
    // Somebody may have joined between the two looks: their `waiting` came before the book was read.
    if (nobody && (await stopWaiting(eventId, book.rev)) && !(await settle(book, at)).nobody) await markWaiting(eventId)
    if (!nobody && !book.waiting) await markWaiting(eventId)
    if (!(await countsWhoWaits(book, written, now))) return false
  }
  await pruneSpent(book, written, now)
  const gone = [...written.values()].filter(({ personKey }) => !Object.hasOwn(book.taken, personKey))
  return (await forgetCancelled(gone, now)) && markSwept(eventId, book.rev)
}

/** A crash between the book and a document leaves a party in the count that waits no more. false: it is to be counted when every call of now is over. */
async function countsWhoWaits(book: SeatBookRecord, written: ReadonlyMap<string, RegistrationRecord>, now: number): Promise<boolean> {
  const queue: Record<string, number> = {}
  for (const { personKey, status, recordId, sessions, partySize } of written.values()) {
    const isSpent = book.spent[personKey]?.includes(recordId) === true
    const to = book.changing[personKey]
    if (status !== 'waitlisted' || Object.hasOwn(book.taken, personKey) || (isSpent && !to)) continue
    const kind = kindOf({ n: isSpent && to ? to.n : partySize, sessions })
    queue[kind] = (queue[kind] ?? 0) + 1
  }
  const kinds = new Set([...Object.keys(queue), ...Object.keys(book.queue)])
  const isRight = [...kinds].every((kind) => (queue[kind] ?? 0) === (book.queue[kind] ?? 0))
  return isRight || putQueue(book._id, book.rev, queue, instant(now - callIsOver))
}

/** Once a wish. */
async function tellOffered(offered: readonly RegistrationRecord[], at: string): Promise<void> {
  const told = offered.map((waiting) => noticeRecord(waiting.eventId, waiting, 'offered', waiting.recordId, at))
  const known = await notices.findMany(told.map(({ _id }) => _id))
  for (let i = 0; i < told.length; i += 200) {
    const news = told.slice(i, i + 200).filter(({ _id }) => !known.has(_id))
    if (news.length > 0) await notices.addAllOnce(news)
  }
}

async function agreeWithoutSeats(record: RegistrationRecord, book: SeatBookRecord, at: string): Promise<void> {
  if (record.status === 'confirmed') await agreeWithBook(record.eventId, record.personKey, null, at)
  if (record.status !== 'waitlisted') return
  const to = book.changing[record.personKey]
  if (to && to.recordId === record.recordId) return forgetChanging(record.eventId, record.personKey, to.recordId)
  if (!book.spent[record.personKey]?.includes(record.recordId)) return
  // Changed the party or left the waitlist, and the crash came before the document said so.
  if (!to) return void (await cancelRegistrationRecord(record.eventId, record.personKey, record.recordId, at))
  await resizeWaiting(record, { partySize: to.n, children: to.children, recordId: to.recordId })
  await forgetChanging(record.eventId, record.personKey, to.recordId)
}

/** What was said goes with the cancelling, once that cannot be undone any more. false: some still can. */
async function forgetCancelled(written: readonly RegistrationRecord[], now: number): Promise<boolean> {
  const cancelled = written.filter(({ status, said }) => status !== 'waitlisted' && said !== null)
  // Confirmed as it was read, and cancelled just now by the sweep itself: nobody heard of it who could undo it.
  const over = cancelled.filter(({ status, cancelledAt }) => status === 'confirmed' || Date.parse(cancelledAt ?? '') + undoWithin < now)
  await dropAnswers(over.flatMap(({ said }) => said ?? []))
  await forgetSaid(over.map(({ _id }) => _id))
  return over.length === cancelled.length
}

async function sweepAnswers(now: number): Promise<void> {
  const loose = await unsettledAnswers(instant(now - callIsOver), answersPerRun)
  if (loose.length === 0) return
  const named = await registrations.findMany(loose.map(({ eventId, personKey }) => registrationId(eventId, personKey)))
  const isNamed = ({ _id, eventId, personKey }: (typeof loose)[number]) => named.get(registrationId(eventId, personKey))?.said === _id
  await settleAnswers(loose.filter(isNamed).map(({ _id }) => _id))
  await dropAnswers(loose.filter((one) => !isNamed(one)).map(({ _id }) => _id))
}

/** The book is opened before its event is published and closed before it is called off: what broke off in between is carried on. */
async function agreeEvent(book: SeatBookRecord, at: string): Promise<void> {
  if (book.status === 'cancelled') {
    if (book.cancellation) await moveEvent(book._id, ['draft', 'published'], calledOff(book.cancellation))
    return
  }
  if (await moveEvent(book._id, ['draft'], { status: 'published', publishedAt: at })) return
  const event = await findEvent(book._id)
  if (event?.status === 'cancelled') await closeSeatBook(book._id, event.cancellation)
}
