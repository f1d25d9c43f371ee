import type { register } from '../../contract/registrations/register'
import { addAnswers, answersRecord, dropAnswers, findAnswers, putAnswers } from '../_shared/records/answers'
import { findEvent, sessionKey } from '../_shared/records/events'
import { findPerson } from '../_shared/records/people'
import { findRegistration, joinWaitlist, myRegistration, nothingSaid, registrationRecord, registrations, replaceRegistration, type RegistrationRecord } from '../_shared/records/registrations'
import { markWaiting, seatBookFor, spendOn, startWaiting, takeSeats } from '../_shared/records/seat-books'
import { whatIsWrongWithAnswers, wordsTyped } from '../_shared/rules/answers'
import { instant } from '../_shared/rules/calendar'
import { fits, inOrder, isSame, whyNot, type SeatAsk } from '../_shared/rules/seats'
import type { Handler } from '../_shared/serve'
import { agreeWithBook } from '../_shared/seating/agree-with-book'
import { settle } from '../_shared/seating/settle'
import { takePastOthers } from '../_shared/seating/take-past-others'

/** More than one person's devices can do at once. */
const mostTries = 3

/**
 * Two operations where there are places and nothing more is said, four where others wait who would not fit and the screen said that they
 * wait; two more with answers. Who has to wait: docs/decisions, the waitlist beside the book.
 */
export const handleRegister: Handler<typeof register> = async (input, { caller, now, refuse }) => {
  const { recordId, eventId } = input
  const at = instant(now)
  if (!input.sessionIds.every((id) => isSessionOf(eventId, id))) return refuse((await nothingAt(eventId)) ?? 'session-not-found')
  const personKey = input.personKey ?? caller.personKey
  if (personKey !== caller.personKey && !(await findPerson(personKey))?.vouchedBy.includes(caller.personKey)) return refuse('person-not-found')
  const isSaid = input.phone !== undefined || Object.keys(input.answers ?? {}).length > 0
  const ask: SeatAsk = {
    recordId, personKey, by: caller.personKey, sessions: inOrder(input.sessionIds.map(sessionKey)), n: input.partySize, children: input.children,
    callName: input.callName, building: input.building ?? null, said: isSaid ? recordId : null,
  }
  const mayBeSaid = (more: readonly string[] = []) => caller.mayWrite([input.callName, input.building ?? '', ...more], 'profile')
  let said = nothingSaid
  let isRepeat = false
  if (!isSaid && !(await mayBeSaid())) return refuse('words-refused')
  if (isSaid) {
    const event = await findEvent(eventId)
    if (!event || event.status !== 'published' || event.countOnly) return refuse((await nothingAt(eventId)) ?? 'event-not-found')
    const wrong = whatIsWrongWithAnswers(event.questions, input.answers ?? {})
    if (wrong) return refuse(wrong)
    if (!(await mayBeSaid(wordsTyped(event.questions, input.answers ?? {})))) return refuse('words-refused')
    const record = answersRecord(event, { recordId, personKey, at, phone: input.phone ?? null, answers: input.answers ?? {} })
    const failure = await addAnswers(record)
    if (failure !== null) {
      // A repeat, most likely: the registration that names these words is the answer.
      const written = await findRegistration(eventId, personKey)
      if (written?.said === recordId && written.recordId === recordId && written.status !== 'cancelled') return myRegistration(written)
      const kept = await findAnswers(recordId)
      if (!kept) throw failure
      if (kept.personKey !== personKey || kept.eventId !== eventId) return refuse('already-registered') // another's record id
      isRepeat = true
      // Said in a wish that broke off before anything named it: what is said now counts.
      if (written?.said !== recordId) await putAnswers(record)
    }
    said = { phoneMask: record.phone?.mask ?? null, eraseOn: record.eraseOn }
  }

  for (let tries = 1; tries <= mostTries; tries += 1) {
    const past = tries === 1 && input.othersWait === true ? await takePastOthers(eventId, ask, at) : null
    if (past?.is === 'taken') return confirmed(past.own)
    if ((past === null || past.is === 'nobody-waits') && (await takeSeats(eventId, ask, at))) return confirmed()
    // Whoever says something, and for the first time, most likely has nothing here; if they have, the next round sees it.
    const written = past?.is === 'wanted' ? past.own : !isSaid || isRepeat || tries > 1 ? await findRegistration(eventId, personKey) : null
    const stands = written !== null && written.status !== 'cancelled' ? written : null
    // Another neighbour was faster: what they said is theirs.
    if (stands && stands.by !== caller.personKey) return unsaid(refuse('already-registered'))
    if (stands?.recordId === recordId) return myRegistration(stands)
    if (stands?.status === 'waitlisted') return unsaid(isSameParty(stands, ask) ? myRegistration(stands) : refuse('already-registered'))
    if (stands && isSameParty(stands, ask) && (await spendOn(eventId, personKey, stands, recordId))) return unsaid(myRegistration(stands), stands.said)
    if (!stands && (await startWaiting(eventId, ask, at))) {
      if (await joinWaitlist(eventId, ask, said, at, written)) return waited()
    } else {
      const outcome = await whatTheBookSays()
      if (outcome !== null) return outcome
    }
  }
  throw new Error('the seat book kept changing')

  /** The usual way in one write; a cancelled registration of before gives way in one more. Whatever comes between, the sweep compares with the book. */
  async function confirmed(seen: RegistrationRecord | null = null) {
    const record = registrationRecord(eventId, personKey, { ...ask, at, sessions: [...ask.sessions] }, said)
    if (seen && (await replaceRegistration(seen, record))) return myRegistration(record)
    const { added, record: before } = await registrations.addOnce(record)
    if (added || (await replaceRegistration(before, record))) return myRegistration(record)
    const agreed = await agreeWithBook(eventId, personKey, { ...ask, sessions: [...ask.sessions], at }, at)
    if (!agreed) throw new Error('registration vanished')
    return myRegistration(agreed)
  }

  /** Full, and the party waits: unless room was made in between. */
  async function waited() {
    const waiting = myRegistration({ ...registrationRecord(eventId, personKey, { ...ask, at, sessions: [...ask.sessions] }, said), status: 'waitlisted' })
    const book = await seatBookFor(eventId, personKey)
    if (!book) return waiting
    if (!book.waiting) await markWaiting(eventId) // a sweep came between the two writes and saw nobody
    // Room that is enough for others only, whoever made it gives to them.
    if (!fits(book.left, ask)) return waiting
    const { confirmed: given } = await settle(book, at, personKey)
    return given.includes(personKey) ? { ...waiting, status: 'confirmed' as const } : waiting
  }

  /** Why there is nothing for this wish; null: it reads as if it could be tried again. */
  async function whatTheBookSays() {
    const book = await seatBookFor(eventId, personKey)
    if (!book) return unsaid(refuse((await nothingAt(eventId)) ?? 'event-not-found'))
    const why = whyNot(book, ask, at)
    if (why === null) return null
    if (why !== 'spent' && why !== 'has-it') return unsaid(refuse(why))
    const own = book.taken[personKey] ?? null
    if (own && own.by !== caller.personKey) return unsaid(refuse('already-registered'))
    const record = await agreeWithBook(eventId, personKey, own, at)
    if (why === 'has-it' && own && own.recordId !== recordId && !(await spendOn(eventId, personKey, own, recordId))) return null
    // Where the crash came before there was a document: given back all the same.
    const asItStands = record ?? { ...registrationRecord(eventId, personKey, { ...ask, at, sessions: [...ask.sessions] }), status: 'cancelled' as const, cancelledAt: at }
    return unsaid(myRegistration(asItStands), asItStands.status === 'cancelled' ? null : asItStands.said)
  }

  /** A wish that brought nothing leaves no words, unless what stands was said with them. */
  async function unsaid<T>(outcome: T, keep: string | null = null): Promise<T> {
    if (isSaid && keep !== recordId) await dropAnswers([recordId])
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

function isSessionOf(eventId: string, sessionId: string): boolean {
  return sessionId.startsWith(`${eventId}-`) && /^s\d{1,2}$/.test(sessionId.slice(eventId.length + 1))
}
