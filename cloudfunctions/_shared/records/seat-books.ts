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
  /** Changed since the sweep last compared it with the registration documents and its event. */
  unswept: boolean
  /** Why it is closed, so that the sweep can say so of the event when a crash came between. */
  cancellation: EventRecord['cancellation']
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
    taken: {}, spent: {}, parties: 0, waiting: false, partyLimit: event.partyLimit, opensAt: event.opensAt ?? '', closesAt: event.closesAt ?? noClosing,
    // A draft that gets its book is being published.
    rev: 0, unswept: event.status === 'draft', cancellation: null,
  }
}

/** The book without the other parties: a full book is some hundred KB. */
export async function seatBookFor(eventId: string, personKey: string): Promise<SeatBookRecord | null> {
  const fields = ['status', 'left', 'startsAt', 'parties', 'waiting', 'partyLimit', 'opensAt', 'closesAt', 'rev', taken(personKey), spent(personKey)]
  const [book] = await books.list({ _id: eventId }, { fields })
  return book ? { ...book, taken: book.taken ?? {}, spent: book.spent ?? {} } : null
}

/** What the person has, or null. */
export async function takenBy(eventId: string, personKey: string): Promise<TakenSeats | null> {
  const [book] = await books.list({ _id: eventId }, { fields: [taken(personKey)] })
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
  const { recordId, personKey, sessions, partySize: n } = ask
  const everySession = <T>(name: string, value: T) => Object.fromEntries(sessions.map((key) => [`${name}.${key}`, value]))
  const changed = await books.update(
    {
      _id: eventId, status: 'published', waiting: false, parties: command.lt(mostParties), partyLimit: command.gte(n),
      opensAt: command.lte(now), closesAt: command.gt(now), [taken(personKey)]: command.exists(false),
      // On a list: no element of it is this one.
      [spent(personKey)]: command.neq(recordId),
      ...everySession('left', command.gte(n)), ...everySession('startsAt', command.gt(now)),
    },
    {
      ...everySession('left', command.inc(-n)), [taken(personKey)]: command.set({ n, sessions: [...sessions], at: now, recordId }),
      parties: command.inc(1), rev: command.inc(1), unswept: true,
    },
  )
  return changed === 1
}

/** Gives back exactly what was seen, once, and not after a session of it has started. What took it is spent in the same write. */
export async function giveBackSeats(eventId: string, personKey: string, seen: TakenSeats, now: string): Promise<boolean> {
  const everySession = <T>(name: string, value: T) => Object.fromEntries(seen.sessions.map((key) => [`${name}.${key}`, value]))
  const mine = taken(personKey)
  const changed = await books.update(
    { _id: eventId, [`${mine}.at`]: seen.at, [`${mine}.n`]: seen.n, [`${mine}.sessions`]: command.eq(seen.sessions), ...everySession('startsAt', command.gt(now)) },
    { ...everySession('left', command.inc(seen.n)), [mine]: command.remove(), ...spending(personKey, seen.recordId), parties: command.inc(-1), rev: command.inc(1), unswept: true },
  )
  return changed === 1
}

/** A second wish for what the person has already is answered by that: it takes nothing, now or when a repeat of it comes late. */
export async function spendOn(eventId: string, personKey: string, seen: TakenSeats, recordId: string): Promise<boolean> {
  const where = { _id: eventId, [`${taken(personKey)}.recordId`]: seen.recordId, [spent(personKey)]: command.neq(recordId) }
  return (await books.update(where, spending(personKey, recordId))) === 1
}

export async function closeSeatBook(eventId: string, cancellation: EventRecord['cancellation']): Promise<void> {
  await books.update({ _id: eventId, status: 'published' }, { status: 'cancelled', cancellation: command.set(cancellation), rev: command.inc(1), unswept: true })
}

export async function isSeatBookClosed(eventId: string): Promise<boolean> {
  return (await books.list({ _id: eventId, status: 'cancelled' }, { fields: ['status'] })).length > 0
}

/** Events whose parties changed since the last sweep; the oldest ids first. */
export async function unsweptBooks(limit: number): Promise<string[]> {
  return (await books.list({ unswept: true }, { fields: ['rev'], orderBy: [['_id', 'asc']], limit })).map((book) => book._id)
}

/** Done with this book, unless it changed while it was compared. */
export async function markSwept(eventId: string, rev: number): Promise<void> {
  await books.update({ _id: eventId, rev }, { unswept: false })
}

/** No repeat is on its way for longer than it takes somebody to sign up this often; the book stays small. */
const mostSpent = 20

function spending(personKey: string, recordId: string) {
  return { [spent(personKey)]: command.push({ each: [recordId], slice: -mostSpent }) }
}

const taken = (personKey: string) => `taken.${fieldName(personKey)}`
const spent = (personKey: string) => `spent.${fieldName(personKey)}`

function fieldName(personKey: string): string {
  // A dot or a dollar would name another field of the book.
  if (!/^[A-Za-z0-9_:-]+$/.test(personKey)) throw new Error('person key cannot be a field name')
  return personKey
}
