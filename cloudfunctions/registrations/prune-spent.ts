/**
 * Keeps the seat book small: wishes of people who left long ago go out of `spent`. A repeat as late as that does not come any more, and a
 * book that remembers everybody who ever left passes what one answer may hold.
 */
import type { RegistrationRecord } from '../_shared/records/registrations'
import { forgetSpent, type SeatBookRecord } from '../_shared/records/seat-books'
import { hours } from '../_shared/rules/calendar'

const noRepeatAfter = hours(24)
/** So many who left are no burden, and who comes back is known by it (records/registrations.ts, addRegistration). */
const fewWhoLeft = 200
/** Fields that one write names; the rest waits for the next sweep. */
const mostAtOnce = 1000

/**
 * `written`: every registration of the book's event, read after the book. `now` in ms. One write where somebody's wishes are to go, none
 * otherwise; nothing goes where the book changed since it was read. Does not move `rev`: call it before or after markSwept. `few`: up to so many who left, nothing goes.
 */
export async function pruneSpent(book: Pick<SeatBookRecord, '_id' | 'rev' | 'spent' | 'taken'>, written: ReadonlyMap<string, RegistrationRecord>, now: number, few = fewWhoLeft): Promise<void> {
  if (Object.keys(book.spent).length <= few) return
  const gone = Object.entries(book.spent).filter(([personKey, wishes]) => !Object.hasOwn(book.taken, personKey) && isLongOver(wishes, written.get(personKey), now))
  if (gone.length > 0) await forgetSpent(book._id, book.rev, gone.slice(0, mostAtOnce).map(([personKey]) => personKey))
}

function isLongOver(wishes: readonly string[], record: RegistrationRecord | undefined, now: number): boolean {
  // Where the last wish is another one, a crash kept the document from saying what was given back since, and when.
  return record?.status === 'cancelled' && record.cancelledAt !== null && wishes[wishes.length - 1] === record.recordId && Date.parse(record.cancelledAt) + noRepeatAfter < now
}
