/**
 * `seat-books/<eventId>`: the confirmed parties of one event and the places left, in one document, so that one
 * conditional write decides (product.md, always true 1). The registration documents follow from it and can be rebuilt.
 * No transaction takes places: one that reads a counter here and inserts elsewhere oversells under snapshot isolation.
 */
import { command } from '../cloud'
import { hasStarted, kindOf, mostParties, noClosing, unnamed, type SeatAsk, type Seats, type TakenSeats } from '../rules/seats'
import { collection } from './collection'
import { sessionKey, type EventRecord } from './events'
import { inTransaction, type Transaction } from './transaction'

export interface SeatBookRecord extends Seats {
  _id: string
  /** Moves with every change of the parties. */
  rev: number
  /** Changed since the sweep last compared it with the registration documents and its event. */
  unswept: boolean
  /** When a party last began to wait; '' = never. Its document may come until the call is over. */
  joinedAt: string
  /** Up to which change of the event it follows it. */
  planned: number
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
    _id: event._id, status: 'published', left: bySession((session) => session.capacity ?? 0), capacity: bySession((session) => session.capacity ?? 0),
    startsAt: bySession((session) => session.startsAt), taken: {}, spent: {}, changing: {}, parties: 0, waiting: false, queue: {}, joinedAt: '', partyLimit: event.partyLimit,
    questions: event.questions, lastOn: event.lastOn, asks: event.questions.some(({ required }) => required), opensAt: event.opensAt ?? '', closesAt: event.closesAt ?? noClosing, cancelUntil: event.cancelUntil ?? noClosing,
    // A draft that gets its book is being published.
    rev: 0, unswept: event.status === 'draft', planned: event.changed, cancellation: null,
  }
}

const ownFields = ['status', 'left', 'capacity', 'startsAt', 'parties', 'waiting', 'queue', 'partyLimit', 'questions', 'lastOn', 'asks', 'opensAt', 'closesAt', 'cancelUntil', 'rev'] as const

/** The book without the other parties: a full book is some hundred KB. */
export async function seatBookFor(eventId: string, personKey: string): Promise<SeatBookRecord | null> {
  const [book] = await books.list({ _id: eventId }, { fields: [...ownFields, taken(personKey), spent(personKey), changing(personKey)] })
  return book ? { ...book, taken: book.taken ?? {}, spent: book.spent ?? {}, changing: book.changing ?? {} } : null
}

/** What the person has, or null. */
export async function takenBy(eventId: string, personKey: string): Promise<TakenSeats | null> {
  const [book] = await books.list({ _id: eventId }, { fields: [taken(personKey)] })
  return book?.taken?.[personKey] ?? null
}

const standingFields = ['left', 'waiting', 'status', 'startsAt'] as const
export type Standing = Pick<SeatBookRecord, (typeof standingFields)[number]>

/** Places left and whether somebody waits, by event; events without a book are absent. */
export async function standings(eventIds: readonly string[]): Promise<Map<string, Standing>> {
  if (eventIds.length === 0) return new Map()
  const found = await books.list({ _id: command.in([...eventIds]) }, { fields: standingFields })
  return new Map(found.map((book) => [book._id, book]))
}

const every = <T>(sessions: readonly string[], name: string, value: T) => Object.fromEntries(sessions.map((key) => [`${name}.${key}`, value]))

/** What must hold for a party that takes places or waits for them, whatever is left. */
const open = ({ recordId, personKey, sessions, n, said }: SeatAsk, now: string) => ({
  status: 'published', partyLimit: command.gte(n), opensAt: command.lte(now), closesAt: command.gt(now), [taken(personKey)]: command.exists(false),
  // On a list: no element of it is this one.
  [spent(personKey)]: command.neq(recordId),
  ...every(sessions, 'startsAt', command.gt(now)), ...(said === null && { asks: false }),
})

/** One party more that waits, or one less. */
const queueing = (party: { n: number; sessions: readonly string[] }, by: 1 | -1) => ({ [`queue.${kindOf(party)}`]: command.inc(by) })

const taking = ({ personKey, n, children, sessions, recordId, by, callName, building, said }: SeatAsk, at: string) => ({
  ...every(sessions, 'left', command.inc(-n)), [taken(personKey)]: command.set({ n, children, sessions: [...sessions], at, recordId, by, callName, building, said } satisfies TakenSeats),
  parties: command.inc(1), rev: command.inc(1), unswept: true,
})

/**
 * The whole party at all its sessions, or nothing: ONE write, and every condition stands in it. `free`: nobody may wait, or else (a rev that
 * was read) nothing may have changed since.
 */
export async function takeSeats(eventId: string, ask: SeatAsk, now: string, free: 'nobody-waits' | number = 'nobody-waits'): Promise<boolean> {
  const where = { _id: eventId, ...open(ask, now), ...(free === 'nobody-waits' ? { waiting: false } : { rev: free }), parties: command.lt(mostParties), ...every(ask.sessions, 'left', command.gte(ask.n)) }
  return (await books.update(where, taking(ask, now))) === 1
}

/** The same for a party that waits: the registration window and whoever else waits are no hindrance any more. */
export async function takeSeatsWaiting(eventId: string, ask: SeatAsk, now: string): Promise<boolean> {
  const where = {
    _id: eventId, status: 'published', [taken(ask.personKey)]: command.exists(false), [spent(ask.personKey)]: command.neq(ask.recordId), parties: command.lt(mostParties),
    ...every(ask.sessions, 'startsAt', command.gt(now)), ...every(ask.sessions, 'left', command.gte(ask.n)),
  }
  return (await books.update(where, { ...taking(ask, now), ...queueing(ask, -1) })) === 1
}

/** The same once more, right after giving it back: the window is no hindrance, whoever waits is. `free` as in takeSeats. */
export async function takeSeatsAgain(eventId: string, ask: SeatAsk, now: string, free: 'nobody-waits' | number = 'nobody-waits'): Promise<boolean> {
  const where = {
    _id: eventId, status: 'published', ...(free === 'nobody-waits' ? { waiting: false } : { rev: free }), [taken(ask.personKey)]: command.exists(false), [spent(ask.personKey)]: command.neq(ask.recordId),
    parties: command.lt(mostParties), ...every(ask.sessions, 'startsAt', command.gt(now)), ...every(ask.sessions, 'left', command.gte(ask.n)),
  }
  return (await books.update(where, taking(ask, now))) === 1
}

/** From now on nobody takes a place past those who wait. false: this party may not even wait. */
export async function startWaiting(eventId: string, ask: SeatAsk, now: string): Promise<boolean> {
  const changed = await books.update({ _id: eventId, ...open(ask, now), ...every(ask.sessions, 'capacity', command.gte(ask.n)) }, { waiting: true, ...queueing(ask, 1), joinedAt: now, rev: command.inc(1), unswept: true })
  return changed === 1
}

/** Nobody waits any more, unless something changed since the book was read. */
export async function stopWaiting(eventId: string, rev: number): Promise<boolean> {
  return (await books.update({ _id: eventId, rev, waiting: true }, { waiting: false })) === 1
}

/** Who waits, counted anew from the documents; nothing where the book changed since it was read, or somebody began to wait after `before` and may have no document yet. */
export async function putQueue(eventId: string, rev: number, queue: Record<string, number>, before: string): Promise<boolean> {
  return (await books.update({ _id: eventId, rev, joinedAt: command.lt(before) }, { queue: command.set(queue) })) === 1
}

export async function markWaiting(eventId: string): Promise<void> {
  await books.update({ _id: eventId, waiting: false }, { waiting: true, rev: command.inc(1), unswept: true })
}

export interface SeenSeats { personKey: string; by: string; recordId: string; sessions: readonly string[]; n: number }

/** Gives back exactly what was seen, once, and not after the deadline (`waived`: whoever is forgotten never comes). What took it is spent in the same write. */
export async function giveBackSeats(eventId: string, seen: SeenSeats, now: string, deadline: 'holds' | 'waived' = 'holds'): Promise<boolean> {
  const mine = taken(seen.personKey)
  const changed = await books.update(
    {
      _id: eventId, [`${mine}.recordId`]: seen.recordId, [`${mine}.by`]: seen.by, [`${mine}.n`]: seen.n, [`${mine}.sessions`]: command.eq([...seen.sessions]),
      ...(deadline === 'holds' && { cancelUntil: command.gt(now) }), ...every(seen.sessions, 'startsAt', command.gt(now)),
    },
    givingBack(seen),
  )
  return changed === 1
}

const givingBack = ({ personKey, recordId, sessions, n }: SeenSeats) => ({
  ...every(sessions, 'left', command.inc(n)), [taken(personKey)]: command.remove(), ...spending(personKey, recordId), parties: command.inc(-1), rev: command.inc(1), unswept: true,
})

/** The same, or leaving the waitlist, by somebody who has to be told of: `note` writes that in the same transaction, or throws. It reads and writes this one book, so nothing oversells. */
export function giveBackNoted(eventId: string, seen: SeenSeats, now: string, note: Note): Promise<boolean> {
  return inBook(eventId, note, (book) => {
    const own = book.taken[seen.personKey]
    const stands = own?.recordId === seen.recordId && own.by === seen.by && own.n === seen.n && own.sessions.join() === seen.sessions.join()
    return stands && book.cancelUntil > now && !hasStarted(book, seen.sessions, now) ? givingBack(seen) : null
  })
}

export function leaveWaitingNoted(eventId: string, ask: SeatAsk, note: Note): Promise<boolean> {
  return inBook(eventId, note, (book) => (book.taken[ask.personKey] || book.spent[ask.personKey]?.includes(ask.recordId) ? null : leaving(ask)))
}

type Note = (transaction: Transaction) => Promise<void>

function inBook(eventId: string, note: Note, changeOf: (book: SeatBookRecord) => Record<string, unknown> | null): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const book = await transaction.find<SeatBookRecord>('seat-books', eventId)
    const change = book && changeOf(book)
    if (!change) return false
    await note(transaction)
    await transaction.update('seat-books', eventId, change)
    return true
  })
}

/** The places stay taken, by nobody who could be named. false: other places stand there by now. */
export async function unnameSeats(eventId: string, personKey: string, recordId: string): Promise<boolean> {
  const mine = taken(personKey)
  const where = { _id: eventId, [`${mine}.recordId`]: recordId }
  await books.update(where, { [`${mine}.callName`]: unnamed, [`${mine}.building`]: command.set(null), [`${mine}.said`]: command.set(null), rev: command.inc(1), unswept: true })
  return (await takenBy(eventId, personKey))?.recordId === recordId
}

const byOthers = (personKey: string) => ({ [taken(personKey)]: command.exists(true), [`${taken(personKey)}.by`]: command.neq(personKey) })

/** The places that neighbours took for somebody are theirs to give back from now on. */
export async function handOverSeats(eventId: string, personKey: string): Promise<void> {
  await books.update({ _id: eventId, ...byOthers(personKey) }, { [`${taken(personKey)}.by`]: personKey, rev: command.inc(1), unswept: true })
}

/** Events at which neighbours took places for the person, and that no sweep compared with their documents since. */
export async function unsweptBooksFor(personKey: string): Promise<string[]> {
  return (await books.list({ unswept: true, ...byOthers(personKey) }, { fields: ['rev'] })).map((book) => book._id)
}

/** Somebody's own places are, from now on, those of the key that their WeChat goes on under; what was said with them goes with the old key. false: other places stand there by now, or that key has its own. */
export async function passSeats(eventId: string, { personKey, recordId, n }: Pick<SeatAsk, 'personKey' | 'recordId' | 'n'>, to: string, own: TakenSeats): Promise<boolean> {
  const mine = taken(personKey)
  const where = { _id: eventId, [`${mine}.recordId`]: recordId, [`${mine}.n`]: n, [taken(to)]: command.exists(false) }
  return (await books.update(where, { [mine]: command.remove(), ...spending(personKey, recordId), [taken(to)]: command.set({ ...own, by: to, said: null }), rev: command.inc(1), unswept: true })) === 1
}

/** Events at which the person has places that `by` took for them, and that no sweep compared with their documents since. */
export async function unsweptBooksOf(personKey: string, by: string): Promise<string[]> {
  return (await books.list({ unswept: true, [`${taken(personKey)}.by`]: by }, { fields: ['rev'] })).map((book) => book._id)
}

/** The same places for another number of people. `free`: nobody may wait, or else (a rev that was read) nothing may have changed since. */
export async function resizeSeats(eventId: string, personKey: string, own: TakenSeats, to: { n: number; children: number; recordId: string }, free: 'nobody-waits' | number, now: string): Promise<boolean> {
  const mine = taken(personKey)
  const more = to.n - own.n
  const changed = await books.update(
    {
      _id: eventId, status: 'published', partyLimit: command.gte(to.n), [`${mine}.recordId`]: own.recordId, [`${mine}.n`]: own.n, ...every(own.sessions, 'startsAt', command.gt(now)),
      ...(more > 0 && { ...every(own.sessions, 'left', command.gte(more)), ...(free === 'nobody-waits' ? { waiting: false } : { rev: free }) }),
    },
    {
      ...every(own.sessions, 'left', command.inc(-more)), [`${mine}.n`]: to.n, [`${mine}.children`]: to.children, [`${mine}.recordId`]: to.recordId,
      ...spending(personKey, own.recordId), rev: command.inc(1), unswept: true,
    },
  )
  return changed === 1
}

/**
 * The times, windows and places that the event has by now, in ONE write, and never back to an older plan. Below 0 left nobody is thrown
 * out. Once it returns the book follows this plan or a newer one.
 */
export async function followPlan(event: EventRecord): Promise<void> {
  const plan = seatBookRecord(event)
  if (!plan) return
  for (;;) {
    const [book] = await books.list({ _id: event._id }, { fields: ['capacity', 'planned'] })
    if (!book || book.planned >= plan.planned) return
    const bySession = Object.entries(plan.capacity).map(([key, places]) => ({
      [`capacity.${key}`]: places, [`left.${key}`]: command.inc(places - (book.capacity[key] ?? 0)), [`startsAt.${key}`]: plan.startsAt[key],
    }))
    const { opensAt, closesAt, cancelUntil, lastOn, planned } = plan
    // Whoever else changes the capacity moves `planned` with it: what was read here still stands, or nothing is written.
    const changed = await books.update({ _id: event._id, planned: book.planned }, { ...Object.assign({}, ...bySession), opensAt, closesAt, cancelUntil, lastOn, planned, rev: command.inc(1), unswept: true })
    if (changed === 1) return
  }
}

/** A second wish for what the person has already is answered by that: it takes nothing, now or when a repeat of it comes late. */
export async function spendOn(eventId: string, personKey: string, seen: Pick<TakenSeats, 'recordId'>, recordId: string): Promise<boolean> {
  const where = { _id: eventId, [`${taken(personKey)}.recordId`]: seen.recordId, [spent(personKey)]: command.neq(recordId) }
  return (await books.update(where, spending(personKey, recordId))) === 1
}

/** The party that waits by this wish gets no place by it any more. false: has one, or left before. */
export async function leaveWaiting(eventId: string, ask: Leaving): Promise<boolean> {
  const where = { _id: eventId, [taken(ask.personKey)]: command.exists(false), [spent(ask.personKey)]: command.neq(ask.recordId) }
  return (await books.update(where, leaving(ask))) === 1
}

type Leaving = Pick<SeatAsk, 'personKey' | 'recordId' | 'n' | 'sessions'>
const leaving = ({ personKey, recordId, ...party }: Leaving) => ({ ...spending(personKey, recordId), ...queueing(party, -1), rev: command.inc(1), unswept: true })

/** Somebody's own position goes on under the key that their WeChat goes on under, whose document waits already: as many wait as before. false: has places by now, or left. */
export async function passWaiting(eventId: string, { personKey, recordId }: Pick<SeatAsk, 'personKey' | 'recordId'>): Promise<boolean> {
  const where = { _id: eventId, [taken(personKey)]: command.exists(false), [spent(personKey)]: command.neq(recordId) }
  return (await books.update(where, { ...spending(personKey, recordId), rev: command.inc(1), unswept: true })) === 1
}

/** The same, for another party in the same position: what it is to be stands in the book until the sweep has seen that the document says so. */
export async function changeWaiting(eventId: string, was: Pick<SeatAsk, 'personKey' | 'recordId' | 'n' | 'sessions'>, to: { recordId: string; n: number; children: number }): Promise<boolean> {
  const { personKey, sessions } = was
  const where = { _id: eventId, [taken(personKey)]: command.exists(false), [spent(personKey)]: command.neq(was.recordId) }
  const moved = to.n === was.n ? {} : { ...queueing(was, -1), ...queueing({ n: to.n, sessions }, 1) }
  return (await books.update(where, { ...spending(personKey, was.recordId), ...moved, [changing(personKey)]: command.set(to), rev: command.inc(1), unswept: true })) === 1
}

/** The document says it. */
export async function forgetChanging(eventId: string, personKey: string, recordId: string): Promise<void> {
  await books.update({ _id: eventId, [`${changing(personKey)}.recordId`]: recordId }, { [changing(personKey)]: command.remove() })
}

export async function closeSeatBook(eventId: string, cancellation: EventRecord['cancellation']): Promise<void> {
  await books.update({ _id: eventId, status: 'published' }, { status: 'cancelled', cancellation: command.set(cancellation), rev: command.inc(1), unswept: true })
}

export async function isSeatBookClosed(eventId: string): Promise<boolean> {
  return (await books.list({ _id: eventId, status: 'cancelled' }, { fields: ['status'] })).length > 0
}

/** Events whose parties changed since the last sweep, by id, after the one given. */
export async function unsweptBooks(limit: number, after = ''): Promise<string[]> {
  return (await books.list({ unswept: true, ...(after && { _id: command.gt(after) }) }, { fields: ['rev'], orderBy: [['_id', 'asc']], limit })).map((book) => book._id)
}

/** Done with this book, unless it changed while it was compared. */
export async function markSwept(eventId: string, rev: number): Promise<boolean> {
  return (await books.update({ _id: eventId, rev }, { unswept: false })) === 1
}

/** No repeat is on its way for longer than it takes somebody to sign up this often; the book stays small. */
const mostSpent = 20

function spending(personKey: string, recordId: string) {
  return { [spent(personKey)]: command.push({ each: [recordId], slice: -mostSpent }) }
}

/** The wishes of these people may be forgotten, unless the book changed since it was read. */
export async function forgetSpent(eventId: string, rev: number, personKeys: readonly string[]): Promise<void> {
  await books.update({ _id: eventId, rev }, Object.fromEntries(personKeys.map((personKey) => [spent(personKey), command.remove()])))
}

const changing = (personKey: string) => `changing.${fieldName(personKey)}`
const taken = (personKey: string) => `taken.${fieldName(personKey)}`
const spent = (personKey: string) => `spent.${fieldName(personKey)}`

function fieldName(personKey: string): string {
  // A dot or a dollar would name another field of the book.
  if (!/^[A-Za-z0-9_:-]+$/.test(personKey)) throw new Error('person key cannot be a field name')
  return personKey
}
