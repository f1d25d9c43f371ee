import type { changeParty } from '../../contract/registrations/change'
import { findEvent } from '../_shared/records/events'
import { askOf, findRegistration, myRegistration, resizeWaiting } from '../_shared/records/registrations'
import { changeWaiting, resizeSeats, seatBookFor, type SeatBookRecord } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import { fits, hasStarted, isSame, isWanted, type TakenSeats } from '../_shared/rules/seats'
import type { Handler } from '../_shared/serve'
import { agreeWithBook } from '../_shared/seating/agree-with-book'
import { settle } from '../_shared/seating/settle'

const mostTries = 3

export const handleChangeParty: Handler<typeof changeParty> = async ({ eventId, recordId, was, partySize: n, children, ...input }, { caller, now, refuse }) => {
  const personKey = input.personKey ?? caller.personKey
  const at = instant(now)
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const book = await seatBookFor(eventId, personKey)
    if (!book || book.status !== 'published') return refuse('not-registered')
    const own = book.taken[personKey]
    if (!own) {
      const outcome = await changeWhileWaiting(book)
      if (outcome !== null) return outcome
      continue
    }
    if (own.by !== caller.personKey) return refuse('not-registered')
    if (own.recordId === recordId || own.recordId !== was) return asItStands(own) // a repeat, or changed elsewhere since
    if (isSame(own, { ...own, n, children })) return asItStands(own)
    if (n > book.partyLimit) return refuse('party-too-large')
    if (hasStarted(book, own.sessions, at)) return refuse('too-late')
    const more = { n: n - own.n, sessions: own.sessions }
    // A confirmed party grows only when nobody who waits would fit.
    if (more.n > 0 && (!fits(book.left, more) || (book.waiting && isWanted(book, at)))) return refuse('no-room')
    if (!(await resizeSeats(eventId, personKey, own, { n, children, recordId }, book.waiting ? book.rev : 'nobody-waits', at))) continue
    if (more.n < 0 && book.waiting) {
      const after = await seatBookFor(eventId, personKey)
      if (after) await settle(after, at)
    }
    return asItStands({ ...own, n, children, recordId })
  }
  return refuse('no-room')

  async function asItStands(seats: TakenSeats) {
    const record = await agreeWithBook(eventId, personKey, seats, at)
    if (!record) throw new Error('registration vanished')
    return myRegistration(record)
  }

  /** Keeps its position. null: look again. */
  async function changeWhileWaiting(book: SeatBookRecord) {
    const written = await findRegistration(eventId, personKey)
    if (!written || written.by !== caller.personKey || written.status !== 'waitlisted') return refuse('not-registered')
    if (written.recordId !== recordId) {
      if (written.recordId !== was) return myRegistration(written)
      const event = await findEvent(eventId)
      if (n > (event?.partyLimit ?? 0) || written.sessions.some((key) => n > (book.capacity[key] ?? 0))) return refuse('party-too-large')
      if (hasStarted(book, written.sessions, at)) return refuse('too-late')
      if (!(await changeWaiting(eventId, askOf(written), { recordId, n, children }))) {
        const inBook = await seatBookFor(eventId, personKey)
        if (inBook?.changing[personKey]?.recordId !== recordId) return null // has places by now, or left
      }
      await resizeWaiting(written, { partySize: n, children, recordId })
    }
    const after = await seatBookFor(eventId, personKey)
    if (after) await settle(after, at, personKey)
    const record = await findRegistration(eventId, personKey)
    return record ? myRegistration(record) : refuse('not-registered')
  }
}
