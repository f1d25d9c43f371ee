import type { cancelEvent } from '../../contract/events/cancel'
import { calledOff } from '../_shared/records/event-changes'
import { findEvent, moveEvent } from '../_shared/records/events'
import { closeSeatBook, isSeatBookClosed } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

/**
 * The seat book first, so that nobody registers for what is off; and again, in case it was published in between. The book keeps the
 * reason, and after a crash the sweep calls the event off with it.
 */
export const handleCancelEvent: Handler<typeof cancelEvent> = async ({ eventId, reason }, { caller, now, refuse }) => {
  const event = await findEvent(eventId)
  if (!event || !caller.may('events/cancel', event.path)) return refuse('event-not-found')
  const at = instant(now)
  const hasStarted = event.status === 'published' && event.sessions.some((session) => session.startsAt <= at)
  // A closed book of a published event: it was called off in time and a crash came between. That is completed.
  if (hasStarted && !(await isSeatBookClosed(eventId))) return refuse('already-started')
  // A repeat of what is called off already changes no word.
  if (event.status !== 'cancelled' && !(await caller.mayWrite([reason], 'comment'))) return refuse('words-refused')
  const cancellation = { by: caller.personKey, at, reason }
  await closeSeatBook(eventId, cancellation)
  await moveEvent(eventId, ['draft', 'published'], calledOff(cancellation))
  await closeSeatBook(eventId, cancellation)
  return { eventId, status: 'cancelled' }
}
