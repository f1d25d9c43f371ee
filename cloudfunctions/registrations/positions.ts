import type { myPositions } from '../../contract/registrations/positions'
import { standings } from '../_shared/records/seat-books'
import { registrationsBy } from '../_shared/records/standing-of'
import { instant } from '../_shared/rules/calendar'
import { isOffered } from '../_shared/rules/seats'
import type { Handler } from '../_shared/serve'

/** Two operations, however many events and however many wait. */
export const handlePositions: Handler<typeof myPositions> = async ({ eventIds }, { caller, now }) => {
  const books = await standings(eventIds)
  const waiting = eventIds.filter((eventId) => books.get(eventId)?.waiting)
  const made = waiting.length === 0 ? [] : await registrationsBy(caller.personKey, waiting, waiting)
  return {
    positions: made.flatMap(({ record, position }) => (position === null ? [] : [{
      eventId: record.eventId, personKey: record.personKey, position, offered: isOffered(books.get(record.eventId), { n: record.partySize, sessions: record.sessions }, instant(now)),
    }])),
  }
}
