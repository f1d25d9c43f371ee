/**
 * Why a party gets no places, said from the event's seat book. The book itself decides by one conditional write
 * (records/seat-books.ts); this only finds the words afterwards, in the order in which people need them. Pure.
 */
export interface TakenSeats {
  /** 一行几人. */
  n: number
  /** `s1`, … in the order of the event. */
  sessions: string[]
  at: string
  /** Of the device's wish that took them. */
  recordId: string
}

export interface SeatAsk { recordId: string; personKey: string; sessions: readonly string[]; partySize: number }

export interface Seats {
  status: 'published' | 'cancelled'
  left: Record<string, number>
  startsAt: Record<string, string>
  taken: Record<string, TakenSeats>
  /** By person: record ids that were answered and take no places any more, so that a late repeat brings nobody back. */
  spent: Record<string, string[]>
  parties: number
  waiting: boolean
  partyLimit: number
  /** '' = since publication. */
  opensAt: string
  /** `noClosing` = until the session starts. */
  closesAt: string
}

/** After every instant that can be written. */
export const noClosing = '9999-12-31T23:59:59.999Z'

/** One document holds all confirmed parties of an event: above this it gets slow, and at 1 MB it ends (measured). */
export const mostParties = 2000

export type WhyNoSeat =
  | 'event-cancelled' | 'session-not-found' | 'registration-not-open' | 'registration-closed'
  | 'party-too-large' | 'event-full' | 'already-registered'

/**
 * null: nothing stands in the way as this book reads; `has-it`: the very same places are taken already by this person;
 * `spent`: this very wish was answered before.
 */
export function whyNoSeat(book: Seats, ask: SeatAsk, now: string): WhyNoSeat | 'has-it' | 'spent' | null {
  if (book.spent[ask.personKey]?.includes(ask.recordId)) return 'spent'
  if (book.status === 'cancelled') return 'event-cancelled'
  if (ask.sessions.some((key) => !Object.hasOwn(book.left, key))) return 'session-not-found'
  const own = book.taken[ask.personKey]
  if (own) return isSame(own, ask) ? 'has-it' : 'already-registered'
  if (ask.partySize > book.partyLimit) return 'party-too-large'
  if (book.opensAt > now) return 'registration-not-open'
  if (book.closesAt <= now || hasStarted(book, ask.sessions, now)) return 'registration-closed'
  if (book.waiting || book.parties >= mostParties || ask.sessions.some((key) => (book.left[key] ?? 0) < ask.partySize)) return 'event-full'
  return null
}

/** Has any of these sessions started? */
export function hasStarted(book: Pick<Seats, 'startsAt'>, sessions: readonly string[], now: string): boolean {
  return sessions.some((key) => (book.startsAt[key] ?? '') <= now)
}

/** The very same taking of places, not only as many of them. */
export function areSameSeats(a: TakenSeats | null, b: TakenSeats | null): boolean {
  return a === null || b === null ? a === b : a.recordId === b.recordId && a.at === b.at && a.n === b.n && a.sessions.join() === b.sessions.join()
}

/** Whatever order a screen sent them in: `s2` before `s10`. */
export function inOrder(sessions: readonly string[]): string[] {
  return [...sessions].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}

function isSame(own: TakenSeats, ask: SeatAsk): boolean {
  return own.n === ask.partySize && inOrder(own.sessions).join() === inOrder(ask.sessions).join()
}
