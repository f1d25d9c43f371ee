/** Events as screens see them: places left from the seat books and the caller's own registrations, in two reads. */
import type { EventBrief, MyRegistration } from '../../contract/events/event'
import { sessionKey, type BriefEventRecord } from './records/events'
import { myRegistration } from './records/registrations'
import { standings, type Standing } from './records/seat-books'
import { registrationsBy, type Placed } from './records/standing-of'
import { isOffered } from './rules/seats'

export interface SeenEvent { brief: EventBrief; neighbours: MyRegistration[] }

/** In the order given. `at`: now. */
export async function eventBriefs(events: readonly BriefEventRecord[], personKey: string, at: string): Promise<SeenEvent[]> {
  const books = await standings(events.map((event) => event._id))
  const waiting = events.filter((event) => books.get(event._id)?.waiting).map((event) => event._id)
  const made = await registrationsBy(personKey, events.map((event) => event._id), waiting)
  return events.map((event) => {
    const book = books.get(event._id)
    const shown = made.filter(({ record }) => record.eventId === event._id).map((placed) => ({ ...placed, mine: asSeen(placed, book, at) }))
    return {
      brief: eventBrief(event, book, shown.find(({ record }) => record.personKey === personKey)?.mine ?? null),
      neighbours: shown.filter(({ record }) => record.personKey !== personKey).map(({ mine }) => mine),
    }
  })
}

function asSeen({ record, position }: Placed, book: Standing | undefined, at: string): MyRegistration {
  return myRegistration(record, position, isOffered(book, { n: record.partySize, sessions: record.sessions }, at))
}

function eventBrief(event: BriefEventRecord, book: Standing | undefined, mine: MyRegistration | null): EventBrief {
  return {
    id: event._id, kind: event.kind, title: event.title, placeName: event.placeName, hostUnit: { id: event.hostUnit, ...event.host }, status: event.status, countOnly: event.countOnly,
    ...(event.questions.length > 0 && { asks: true as const }), ...(event.opensAt !== null && { opensAt: event.opensAt }), ...(event.closesAt !== null && { closesAt: event.closesAt }),
    sessions: event.sessions.map(({ id, on, startsAt, endsAt, capacity }) => ({
      // A draft has no seat book yet: all its places are left.
      id, on, startsAt, endsAt, capacity, left: capacity === null ? null : Math.max(0, book ? book.left[sessionKey(id)] ?? 0 : capacity),
    })),
    waiting: book?.waiting ?? false,
    mine,
  }
}
