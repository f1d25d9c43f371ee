import type { Input } from '../../contract/call'
import type { cancelRegistration } from '../../contract/registrations/cancel'
import { sessionKey } from '../_shared/records/events'
import { askOf, cancelRegistrationRecord, findRegistration, myRegistration, putRegistration, registrationRecord } from '../_shared/records/registrations'
import { giveBackSeats, leaveWaiting, seatBookFor, type SeenSeats } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import { hasStarted, inOrder, unnamed, type SeatAsk } from '../_shared/rules/seats'
import type { Handler, Scene } from '../_shared/serve'
import { agreeWithBook } from '../_shared/seating/agree-with-book'
import { settle } from '../_shared/seating/settle'

/** Four operations, and three for each party that gets the places. */
export const handleCancelRegistration: Handler<typeof cancelRegistration> = (input, scene) => cancelled(input, scene, { giveBack: giveBackSeats, leave: leaveWaiting })

/** How the book is told. */
interface Ways {
  giveBack(eventId: string, seen: SeenSeats, at: string): Promise<boolean>
  leave(eventId: string, ask: SeatAsk): Promise<boolean>
}

export async function cancelled(input: Input<typeof cancelRegistration>, { caller, now, refuse }: Pick<Scene<typeof cancelRegistration>, 'caller' | 'now' | 'refuse'>, { giveBack, leave }: Ways): ReturnType<Handler<typeof cancelRegistration>> {
  const { eventId, was } = input
  const personKey = input.personKey ?? caller.personKey
  const at = instant(now)
  const sessions = inOrder(input.sessionIds.map(sessionKey))
  if (sessions.some((key) => !/^s\d{1,2}$/.test(key))) return refuse('not-registered')
  const seen: SeenSeats = { personKey, by: caller.personKey, recordId: was, sessions, n: input.partySize }
  if (await giveBack(eventId, seen, at)) {
    if ((await cancelRegistrationRecord(eventId, personKey, was, at)) === 0) await leaveRecord()
    const book = await seatBookFor(eventId, personKey)
    if (book?.waiting) await settle(book, at)
    return { standing: null }
  }
  const written = await findRegistration(eventId, personKey)
  if (!written || written.by !== caller.personKey) return refuse('not-registered')
  if (written.status === 'waitlisted') {
    if (written.recordId !== was) return { standing: myRegistration(written) }
    if (await leave(eventId, askOf(written))) {
      await cancelRegistrationRecord(eventId, personKey, was, at)
      return { standing: null }
    }
  }
  const book = await seatBookFor(eventId, personKey)
  const seats = book?.taken[personKey] ?? null
  if (book && seats?.recordId === was && (book.cancelUntil <= at || hasStarted(book, seats.sessions, at))) return refuse('too-late')
  // Left the waitlist before, and the crash came between the book and the document.
  if (!seats && written.status === 'waitlisted') await cancelRegistrationRecord(eventId, personKey, was, at)
  // Cancelled before, or another registration stands by now: a late repeat must not take that away.
  const record = await agreeWithBook(eventId, personKey, seats, at)
  return { standing: record && record.status !== 'cancelled' ? myRegistration(record) : null }

  /** A repeat was faster, or the places were taken and the document never written: it stays as a record. */
  async function leaveRecord(): Promise<void> {
    if (await agreeWithBook(eventId, personKey, null, at)) return
    const seats = { n: input.partySize, children: 0, sessions, at, recordId: was, by: caller.personKey, callName: unnamed, building: null, said: null }
    await putRegistration({ ...registrationRecord(eventId, personKey, seats), status: 'cancelled', cancelledAt: at })
  }
}
