import type { publishEvent } from '../../contract/events/publish'
import { findEvent, moveEvent } from '../_shared/records/events'
import { addSeatBookOnce, closeSeatBook, seatBookRecord } from '../_shared/records/seat-books'
import { instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

/** The seat book first: whoever sees the event can register. After a crash between the two the sweep publishes the event. */
export const handlePublishEvent: Handler<typeof publishEvent> = async ({ eventId }, { caller, now, refuse }) => {
  const event = await findEvent(eventId)
  if (!event || !caller.may('events/publish', event.path)) return refuse('event-not-found')
  if (event.status === 'cancelled') {
    await closeSeatBook(eventId, event.cancellation) // a crash may have left it open, below
    return refuse('event-cancelled')
  }
  if (event.status === 'published') return { eventId, status: 'published' }
  const book = seatBookRecord(event)
  if (book) await addSeatBookOnce(book)
  if (await moveEvent(eventId, ['draft'], { status: 'published', publishedAt: instant(now) })) return { eventId, status: 'published' }
  const after = await findEvent(eventId)
  if (after?.status === 'cancelled') {
    await closeSeatBook(eventId, after.cancellation) // cancelled in between, perhaps before there was a book to close
    return refuse('event-cancelled')
  }
  return { eventId, status: 'published' }
}
