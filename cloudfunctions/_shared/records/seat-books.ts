/**
 * `seat-books/<eventId>`: the confirmed parties of one event and the places left, in one document, so that one
 * conditional write decides (product.md, always true 1). The registration documents follow from it and can be rebuilt.
 * No transaction: one that reads a counter here and inserts elsewhere oversells under snapshot isolation.
 */
import { command } from '../cloud'
import { mostParties, noClosing, type SeatAsk, type Seats, type TakenSeats } from '../rules/seats'
import { collection } from './collection'
import { sessionKey, type EventRecord } from './events'

export interface SeatBookRecord extends Seats {
  _id: string
  /** Moves with every change of the parties. */
  rev: number
  /** Changed since the sweep last compared it with the registration documents. */
  unswept: boolean
}

const books = collection<SeatBookRecord>('seat-books')

export const findSeatBook = books.find
export const addSeatBookOnce = books.addOnce

/** null where nobody registers. */
export function seatBookRecord(event: EventRecord): SeatBookRecord | null {
  if (event.countOnly) return null
  const bySession = <T>(value: (session: EventRecord['sessions'][number]) => T) =>
    Object.fromEntries(event.sessions.map((session) => [sessionKey(session.id), value(session)]))
  return {
    _id: event._id, status: 'published', left: bySession((session) => session.capacity ?? 0), startsAt: bySession((session) => session.startsAt),
    taken: {}, parties: 0, waiting: false, partyLimit: event.partyLimit, opensAt: event.opensAt ?? '', closesAt: event.closesAt ?? noClosing,
    rev: 0, unswept: false,
  }
}

/** The book without the other parties: a full book is some hundred KB. */
export async function seatBookFor(eventId: string, personKey: string): Promise<SeatBookRecord | null> {
  const fields = ['status', 'left', 'startsAt', 'parties', 'waiting', 'partyLimit', 'opensAt', 'closesAt', 'rev', field(personKey)]
  const [book] = await books.list({ _id: eventId }, { fields })
  return book ? { ...book, taken: book.taken ?? {} } : null
}

/** What the person has, or null. */
export async function takenBy(eventId: string, personKey: string): Promise<TakenSeats | null> {
  const [book] = await books.list({ _id: eventId }, { fields: [field(personKey)] })
  return book?.taken?.[personKey] ?? null
}

/** Places left by event and session key; events without a book are absent. */
export async function placesLeft(eventIds: readonly string[]): Promise<Map<string, Record<string, number>>> {
  if (eventIds.length === 0) return new Map()
  const found = await books.list({ _id: command.in([...eventIds]) }, { fields: ['left'] })
  return new Map(found.map((book) => [book._id, book.left]))
}

/** The whole party at all its sessions, or nothing: ONE write, and every condition stands in it. */
export async function takeSeats(eventId: string, ask: SeatAsk, now: string): Promise<boolean> {
  const { personKey, sessions, partySize: n } = ask
  const everySession = <T>(name: string, value: T) => Object.fromEntries(sessions.map((key) => [`${name}.${key}`, value]))
  const changed = await books.update(
    {
      _id: eventId, status: 'published', waiting: false, parties: command.lt(mostParties), partyLimit: command.gte(n),
      opensAt: command.lte(now), closesAt: command.gt(now), [field(personKey)]: command.exists(false),
      ...everySession('left', command.gte(n)), ...everySession('startsAt', command.gt(now)),
    },
    {
      ...everySession('left', command.inc(-n)), [field(personKey)]: command.set({ n, sessions: [...sessions], at: now }),
      parties: command.inc(1), rev: command.inc(1), unswept: true,
    },
  )
  return changed === 1
}

/** Gives back exactly what was seen, once, and not after a session of it has started. */
export async function giveBackSeats(eventId: string, personKey: string, seen: TakenSeats, now: string): Promise<boolean> {
  const everySession = <T>(name: string, value: T) => Object.fromEntries(seen.sessions.map((key) => [`${name}.${key}`, value]))
  const mine = field(personKey)
  const changed = await books.update(
    { _id: eventId, [`${mine}.at`]: seen.at, [`${mine}.n`]: seen.n, [`${mine}.sessions`]: command.eq(seen.sessions), ...everySession('startsAt', command.gt(now)) },
    { ...everySession('left', command.inc(seen.n)), [mine]: command.remove(), parties: command.inc(-1), rev: command.inc(1), unswept: true },
  )
  return changed === 1
}

export async function closeSeatBook(eventId: string): Promise<void> {
  await books.update({ _id: eventId, status: 'published' }, { status: 'cancelled' })
}

/** Events whose parties changed since the last sweep; the oldest ids first. */
export async function unsweptBooks(limit: number): Promise<string[]> {
  return (await books.list({ unswept: true }, { fields: ['rev'], orderBy: [['_id', 'asc']], limit })).map((book) => book._id)
}

/** Done with this book, unless it changed while it was compared. */
export async function markSwept(eventId: string, rev: number): Promise<void> {
  await books.update({ _id: eventId, rev }, { unswept: false })
}

function field(personKey: string): string {
  // A dot or a dollar would name another field of the book.
  if (!/^[A-Za-z0-9_:-]+$/.test(personKey)) throw new Error('person key cannot be a field name')
  return `taken.${personKey}`
}
