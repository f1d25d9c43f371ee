/**
 * Why a party gets no places, said from the event's seat book. The book itself decides by one conditional write
 * (records/seat-books.ts); this only finds the words afterwards, in the order in which people need them. Pure.
 */
import { unnamed } from '../../../contract/attendance/door-name'
import type { Question } from '../../../contract/events/questions'

export interface TakenSeats {
  /** 一行几人, children included. */
  n: number
  children: number
  /** `s1`, … in the order of the event. */
  sessions: string[]
  at: string
  /** Of the device's wish by which it stands. */
  recordId: string
  /** Who registered: the person, or the neighbour who did it for them. */
  by: string
  /** What the door calls them: in the book, so that whoever has a place has a name, whatever breaks off. */
  callName: string
  building: string | null
  /** Record id of what was said with it (records/answers.ts); null: nothing. */
  said: string | null
}

export interface SeatAsk extends Omit<TakenSeats, 'at'> { personKey: string }

export interface Seats {
  status: 'published' | 'cancelled'
  /** By session. Below 0 where the capacity was lowered: shown as 0, and nobody is thrown out. */
  left: Record<string, number>
  capacity: Record<string, number>
  startsAt: Record<string, string>
  taken: Record<string, TakenSeats>
  /** By person: record ids that were answered and take no places any more, so that a late repeat brings nobody back. */
  spent: Record<string, string[]>
  /** By person who waits: the party that they want to be from now on, for a document that does not say so yet. */
  changing: Record<string, { recordId: string; n: number; children: number }>
  parties: number
  /** Somebody waits, or did until the last sweep: nobody takes a place past them. */
  waiting: boolean
  /** How many parties wait, by `kindOf`. It moves in the very writes that decide, so it is never too low; too high after a crash, until the sweep counts anew. */
  queue: Record<string, number>
  partyLimit: number
  /** What is asked at registering: the event's own, which do not change once it is published. */
  questions: Question[]
  /** Some question must be answered. */
  asks: boolean
  /** The day of its last session. */
  lastOn: string
  /** '' = since publication. */
  opensAt: string
  /** `noClosing` = until the session starts. */
  closesAt: string
  /** `noClosing` = until the session starts. */
  cancelUntil: string
}

export { unnamed }

/** After every instant that can be written. */
export const noClosing = '9999-12-31T23:59:59.999Z'

/** One document holds all confirmed parties of an event: above this it gets slow, and at 1 MB it ends (measured). */
export const mostParties = 2000

export type WhyNoSeat =
  | 'event-cancelled' | 'session-not-found' | 'registration-not-open' | 'registration-closed'
  | 'party-too-large' | 'already-registered' | 'answer-missing'

/**
 * Why a party may not even wait. null: nothing stands in the way as this book reads; `has-it`: the very same places are taken already
 * by this person; `spent`: this very wish was answered before.
 */
export function whyNot(book: Seats, ask: SeatAsk, now: string): WhyNoSeat | 'has-it' | 'spent' | null {
  if (book.spent[ask.personKey]?.includes(ask.recordId)) return 'spent'
  if (book.status === 'cancelled') return 'event-cancelled'
  if (ask.sessions.some((key) => !Object.hasOwn(book.left, key))) return 'session-not-found'
  const own = book.taken[ask.personKey]
  if (own) return isSame(own, ask) ? 'has-it' : 'already-registered'
  if (ask.n > book.partyLimit || ask.sessions.some((key) => ask.n > (book.capacity[key] ?? 0))) return 'party-too-large'
  if (book.opensAt > now) return 'registration-not-open'
  if (book.closesAt <= now || hasStarted(book, ask.sessions, now)) return 'registration-closed'
  return book.asks && ask.said === null ? 'answer-missing' : null
}

/** Do all sessions of the party have room for the whole of it? */
export function fits(left: Readonly<Record<string, number>>, party: { n: number; sessions: readonly string[] }): boolean {
  return party.sessions.every((key) => (left[key] ?? 0) >= party.n)
}

/** Parties that name the same sessions and are as large. Sessions in order; a field's name in the book. */
export function kindOf({ n, sessions }: { n: number; sessions: readonly string[] }): string {
  return `${sessions.join('_')}-${n}`
}

/** Would any party that waits fit into what is left? Who waits for something that has begun waits for nothing any more. */
export function isWanted(book: Pick<Seats, 'left' | 'queue' | 'startsAt'>, now: string): boolean {
  return Object.entries(book.queue).some(([kind, parties]) => {
    const [names = '', n] = kind.split('-')
    const party = { n: Number(n), sessions: names.split('_') }
    return parties > 0 && !hasStarted(book, party.sessions, now) && fits(book.left, party)
  })
}

/** `left` once the party is in. */
export function without(left: Readonly<Record<string, number>>, party: { n: number; sessions: readonly string[] }): Record<string, number> {
  return { ...left, ...Object.fromEntries(party.sessions.map((key) => [key, (left[key] ?? 0) - party.n])) }
}

/** From then on nobody who waits is confirmed unasked: they may be far away by now. In ms before the first session named. */
const automaticUntil = 12 * 3_600_000

export function isAutomatic(book: Pick<Seats, 'startsAt'>, sessions: readonly string[], now: string): boolean {
  const first = sessions.map((key) => book.startsAt[key] ?? '').sort()[0] ?? ''
  return Date.parse(first) - Date.parse(now) > automaticUntil
}

/** Is there room for a party that waits, to be taken by a tap? */
export function isOffered(book: Pick<Seats, 'left' | 'status' | 'startsAt'> | undefined, party: { n: number; sessions: readonly string[] }, now: string): boolean {
  return book?.status === 'published' && fits(book.left, party) && !isAutomatic(book, party.sessions, now) && !hasStarted(book, party.sessions, now)
}

/** Has any of these sessions started? */
export function hasStarted(book: Pick<Seats, 'startsAt'>, sessions: readonly string[], now: string): boolean {
  return sessions.some((key) => (book.startsAt[key] ?? '') <= now)
}

/** Whatever order a screen sent them in: `s2` before `s10`. */
export function inOrder(sessions: readonly string[]): string[] {
  return [...sessions].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}

export function isSame(own: Pick<TakenSeats, 'n' | 'children' | 'sessions'>, ask: Pick<TakenSeats, 'n' | 'children' | 'sessions'>): boolean {
  return own.n === ask.n && own.children === ask.children && inOrder(own.sessions).join() === inOrder(ask.sessions).join()
}
