import type { register } from '../../contract/registrations/register'
import { findEvent, sessionKey } from '../_shared/records/events'
import { keepWords } from '../_shared/records/people'
import { phoneRecord } from '../_shared/records/phones'
import { myRegistration } from '../_shared/records/registrations'
import { seatBookFor, spendOn, takeSeats } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import { inOrder, whyNoSeat, type SeatAsk, type TakenSeats } from '../_shared/rules/seats'
import type { Handler } from '../_shared/serve'
import { agreeWithBook } from './agree-with-book'

/** A refusal that no longer holds when the book is read (somebody cancelled just then) is tried again, this often. */
const mostTries = 3

export const handleRegister: Handler<typeof register> = async (input, { caller, now, refuse }) => {
  const { recordId, eventId, partySize } = input
  const at = instant(now)
  if (!input.sessionIds.every((id) => isSessionOf(eventId, id))) return refuse((await nothingAt(eventId)) ?? 'session-not-found')
  const ask: SeatAsk = { recordId, personKey: caller.personKey, sessions: inOrder(input.sessionIds.map(sessionKey)), partySize }
  const words = { callName: input.callName, building: input.building ?? null }
  const event = input.phone === undefined ? null : await findEvent(eventId)
  // Without keys this throws before anything is written.
  const phone = event && input.phone !== undefined ? phoneRecord(event, caller.personKey, input.phone) : null
  // First, so that the sweep knows a name whatever happens after the book was written.
  await keepWords(caller.personKey, words)

  for (let tries = 1; ; tries += 1) {
    if (await takeSeats(eventId, ask, at)) return confirmed({ n: partySize, sessions: [...ask.sessions], at, recordId })
    const book = await seatBookFor(eventId, caller.personKey)
    if (!book) return refuse((await nothingAt(eventId)) ?? 'event-not-found')
    const why = whyNoSeat(book, ask, at)
    const own = book.taken[caller.personKey]
    if (why === 'spent') return asItStands(own ?? null)
    if (why === 'has-it' && own) {
      // Its words first: once the wish is spent, a repeat of it says nothing more.
      const answer = await confirmed(own)
      if (own.recordId === recordId || (await spendOn(eventId, caller.personKey, own, recordId))) return answer
    }
    if (why !== null && why !== 'has-it') return refuse(why)
    if (tries === mostTries) return refuse('event-full')
  }

  async function confirmed(seats: TakenSeats) {
    const record = await agreeWithBook({ eventId, personKey: caller.personKey, seats, words, phone }, at)
    if (!record) throw new Error('registration vanished')
    return myRegistration(record)
  }

  /** A repeat that comes late changes nothing, not even the words. */
  async function asItStands(seats: TakenSeats | null) {
    const record = await agreeWithBook({ eventId, personKey: caller.personKey, seats, before: { n: partySize, sessions: [...ask.sessions], at, recordId } }, at)
    if (!record) throw new Error('registration vanished')
    return myRegistration(record)
  }
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
