import { undoWithin, type undoCancel } from '../../contract/registrations/undo-cancel'
import { askOf, findRegistration, myRegistration, registrationRecord, replaceRegistration } from '../_shared/records/registrations'
import { seatBookFor, takeSeatsAgain } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import { fits, hasStarted, isWanted } from '../_shared/rules/seats'
import type { Handler } from '../_shared/serve'
import { agreeWithBook } from '../_shared/seating/agree-with-book'

/** The same party takes its places anew: no window binds it, but whoever waits goes first. */
export const handleUndoCancel: Handler<typeof undoCancel> = async ({ eventId, recordId, was, ...input }, { caller, now, refuse }) => {
  const personKey = input.personKey ?? caller.personKey
  const at = instant(now)
  const before = await findRegistration(eventId, personKey)
  if (!before || before.by !== caller.personKey) return refuse('not-registered')
  if (before.recordId === recordId && before.status === 'confirmed') return myRegistration(before) // a repeat
  if (before.status !== 'cancelled' || before.recordId !== was || before.cancelledAt === null) return refuse('not-registered')
  const ask = { ...askOf(before), recordId }
  const isRepeat = async () => (await seatBookFor(eventId, personKey))?.taken[personKey]?.recordId === recordId
  const isLate = now - Date.parse(before.cancelledAt) > undoWithin
  if (isLate && !(await isRepeat())) return refuse('too-late')
  if (!isLate && ((await takeSeatsAgain(eventId, ask, at)) || (await takeWhatNobodyWants()))) {
    const record = registrationRecord(eventId, personKey, { ...ask, sessions: [...ask.sessions], at }, { phoneMask: before.phoneMask, eraseOn: before.eraseOn })
    if (await replaceRegistration(before, record)) return myRegistration(record)
  }
  const book = await seatBookFor(eventId, personKey)
  const seats = book?.taken[personKey]
  if (book && !seats) return refuse(book.status !== 'published' || hasStarted(book, ask.sessions, at) ? 'too-late' : 'no-room')
  const record = await agreeWithBook(eventId, personKey, seats ?? null, at)
  return record?.status === 'confirmed' ? myRegistration(record) : refuse('not-registered')

  /** Somebody waits, and would not fit. */
  async function takeWhatNobodyWants(): Promise<boolean> {
    const inBook = await seatBookFor(eventId, personKey)
    if (!inBook?.waiting || inBook.taken[personKey] || !fits(inBook.left, ask)) return false
    return !isWanted(inBook, at) && takeSeatsAgain(eventId, ask, at, inBook.rev)
  }
}
