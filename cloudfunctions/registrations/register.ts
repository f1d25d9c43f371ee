import type { register } from '../../contract/registrations/register'
import { addAnswers, answersRecord, dropAnswers, findAnswers, putAnswers } from '../_shared/records/answers'
import { findEvent, sessionKey } from '../_shared/records/events'
import { speaksFor } from '../_shared/records/faces'
import { addRegistration, findRegistration, myRegistration, nothingSaid, registrationRecord, replaceRegistration, waitingRecord, type RegistrationRecord } from '../_shared/records/registrations'
import { giveBackSeats, markWaiting, seatBookFor, spendOn, startWaiting, takeSeats, type SeatBookRecord } from '../_shared/records/seat-books'
import { whatIsWrongWithAnswers, wordsTyped } from '../_shared/rules/answers'
import { instant } from '../_shared/rules/calendar'
import { fits, inOrder, isOffered, isSame, isWanted, mostParties, whyNot, type SeatAsk, type TakenSeats } from '../_shared/rules/seats'
import type { Handler } from '../_shared/serve'
import { agreeWithBook, saysSo } from '../_shared/seating/agree-with-book'
import { settle } from '../_shared/seating/settle'

/** More than one person's devices can do at once, and how often she looks again where somebody was faster. */
const mostTries = 3

/**
 * The book is read first: it says what is left and who waits. Then three operations where there is a place, up to five where she waits; one
 * more with answers; the same for a neighbour. Who has to wait: docs/decisions, the waitlist beside the book.
 */
export const handleRegister: Handler<typeof register> = async (input, { caller, now, refuse }) => {
  const { recordId, eventId, answers = {} } = input
  const at = instant(now)
  if (!input.sessionIds.every((id) => isSessionOf(eventId, id))) return refuse((await nothingAt(eventId)) ?? 'session-not-found')
  const personKey = input.personKey ?? caller.personKey
  if (personKey !== caller.personKey && !(await speaksFor(caller, personKey))) return refuse('person-not-found')
  const isSaid = input.phone !== undefined || Object.keys(answers).length > 0
  const ask: SeatAsk = {
    recordId, personKey, by: caller.personKey, sessions: inOrder(input.sessionIds.map(sessionKey)), n: input.partySize, children: input.children,
    callName: input.callName, building: input.building ?? null, said: isSaid ? recordId : null,
  }
  const seats: TakenSeats = { ...ask, sessions: [...ask.sessions], at }
  /** Whether what she says was looked at, also where the first look at the book was out of date; and when it went down: a wish that comes again finds it there. */
  const words = { asked: false, down: 'never' as 'never' | 'now' | 'before', briefly: nothingSaid }

  for (let tries = 1; tries <= mostTries; tries += 1) {
    const book = await seatBookFor(eventId, personKey)
    if (!book) return unsaid(refuse((await nothingAt(eventId)) ?? 'event-not-found'))
    const why = whyNot(book, ask, at)
    if (why !== null) {
      const outcome = await whatTheBookSays(book, why)
      if (outcome !== null) return outcome
      continue
    }
    const stopped = words.asked ? null : await sayIt(book)
    if (stopped !== null) return stopped
    const spent = book.spent[personKey] ?? []
    if (book.parties < mostParties && fits(book.left, ask) && !(book.waiting && isWanted(book, at))) {
      if (await takeSeats(eventId, ask, at, book.waiting ? book.rev : 'nobody-waits')) return confirmed(spent)
      if (tries < mostTries) continue // somebody was faster
    }
    // Whoever says something, and for the first time, most likely has nothing here; if they have, joining sees it.
    const written = words.down === 'now' && tries === 1 ? null : await findRegistration(eventId, personKey)
    const stands = written !== null && written.status !== 'cancelled' ? written : null
    if (stands?.recordId === recordId && stands.by === caller.personKey) return myRegistration(stands, null, isOffered(book, ask, at))
    if (stands?.status === 'waitlisted') return hasAnother(stands)
    if (!stands && (await startWaiting(eventId, ask, at)) && (await joins(written, spent))) return waited()
  }
  throw new Error('the seat book kept changing')

  /** What she says goes down before anything else, once; what is answered instead, or null. */
  async function sayIt(book: SeatBookRecord) {
    words.asked = true
    const wrong = isSaid ? whatIsWrongWithAnswers(book.questions, answers) : null
    if (wrong) return refuse(wrong)
    if (!(await caller.mayWrite([input.callName, input.building ?? '', ...wordsTyped(book.questions, answers)], 'profile'))) return refuse('words-refused')
    if (!isSaid) return null
    const record = answersRecord(book, { recordId, personKey, at, phone: input.phone ?? null, answers })
    words.briefly = { phoneMask: record.phone?.mask ?? null, eraseOn: record.eraseOn }
    words.down = 'now'
    const failure = await addAnswers(record)
    if (failure === null) return null
    // A repeat, most likely: the registration that names these words is the answer.
    const written = await findRegistration(eventId, personKey)
    if (written?.said === recordId && written.recordId === recordId && written.status !== 'cancelled') return myRegistration(written)
    const kept = await findAnswers(recordId)
    if (!kept) throw failure
    if (kept.personKey !== personKey || kept.eventId !== eventId) return refuse('already-registered') // another's record id
    words.down = 'before'
    // Said in a wish that broke off before anything named it: what is said now counts.
    if (written?.said !== recordId) await putAnswers(record)
    return null
  }

  async function joins(written: RegistrationRecord | null, spent: readonly string[]): Promise<boolean> {
    const record = waitingRecord(registrationRecord(eventId, personKey, seats, words.briefly))
    return written ? replaceRegistration(written, record) : (await addRegistration(record, spent)) === null
  }

  /** Whatever comes between the place and its document, the sweep compares with the book. */
  async function confirmed(spent: readonly string[]) {
    const record = registrationRecord(eventId, personKey, seats, words.briefly)
    const before = await addRegistration(record, spent)
    if (before === null) return myRegistration(record)
    if (before.status === 'waitlisted' && before.recordId !== recordId) {
      // By an earlier wish, or a neighbour's: nobody passes their own waiting, and what a neighbour said is theirs.
      await giveBackSeats(eventId, ask, at, 'waived')
      const after = await seatBookFor(eventId, personKey)
      if (after?.waiting) await settle(after, at)
      return hasAnother(before)
    }
    if (await replaceRegistration(before, record)) return myRegistration(record)
    const agreed = await agreeWithBook(eventId, personKey, seats, at)
    if (!agreed) throw new Error('registration vanished')
    return myRegistration(agreed)
  }

  /** Waits by another wish: the same party is answered with it. */
  function hasAnother(stands: RegistrationRecord) {
    return unsaid(stands.by === caller.personKey && isSameParty(stands, ask) ? myRegistration(stands) : refuse('already-registered'))
  }

  /** Full, and the party waits: unless room was made in between. */
  async function waited() {
    const waiting = myRegistration({ ...registrationRecord(eventId, personKey, seats, words.briefly), status: 'waitlisted' })
    const book = await seatBookFor(eventId, personKey)
    if (!book) return waiting
    if (!book.waiting) await markWaiting(eventId) // a sweep came between the two writes and saw nobody
    // Room that is enough for others only, whoever made it gives to them.
    if (!fits(book.left, ask)) return waiting
    const { confirmed: given, offered } = await settle(book, at, personKey)
    // In the last hours the place is offered to everybody whom it would fit, and she is one of them by now.
    return given.includes(personKey) ? { ...waiting, status: 'confirmed' as const } : { ...waiting, offered: offered.some((one) => one.personKey === personKey) }
  }

  /** Why there is nothing new for this wish; null: it reads as if it could be tried again. */
  async function whatTheBookSays(book: SeatBookRecord, why: NonNullable<ReturnType<typeof whyNot>>) {
    if (why !== 'spent' && why !== 'has-it') return unsaid(refuse(why))
    const own = book.taken[personKey] ?? null
    if (own && own.by !== caller.personKey) return unsaid(refuse('already-registered'))
    const written = await findRegistration(eventId, personKey)
    const isAgreed = own ? saysSo(written, own) : written !== null && written.status !== 'confirmed'
    const record = isAgreed ? written : await agreeWithBook(eventId, personKey, own, at)
    if (why === 'has-it' && own && own.recordId !== recordId && !(await spendOn(eventId, personKey, own, recordId))) return null
    // Where the crash came before there was a document: given back all the same.
    const asItStands = record ?? { ...registrationRecord(eventId, personKey, seats), status: 'cancelled' as const, cancelledAt: at }
    return unsaid(myRegistration(asItStands), asItStands.status === 'cancelled' ? null : asItStands.said)
  }

  /** A wish that brought nothing leaves no words, unless what stands was said with them. */
  async function unsaid<T>(outcome: T, keep: string | null = null): Promise<T> {
    if (words.down !== 'never' && keep !== recordId) await dropAnswers([recordId])
    return outcome
  }
}

function isSameParty({ partySize, children, sessions }: RegistrationRecord, ask: SeatAsk): boolean {
  return isSame({ n: partySize, children, sessions }, { ...ask, sessions: [...ask.sessions] })
}

/** Why an event has no seat book. */
async function nothingAt(eventId: string) {
  const event = await findEvent(eventId)
  if (!event || event.status === 'draft') return 'event-not-found' as const
  if (event.status === 'cancelled') return 'event-cancelled' as const
  return event.countOnly ? 'no-registration-needed' as const : null
}

export function isSessionOf(eventId: string, sessionId: string): boolean {
  return sessionId.startsWith(`${eventId}-`) && /^s\d{1,2}$/.test(sessionId.slice(eventId.length + 1))
}
