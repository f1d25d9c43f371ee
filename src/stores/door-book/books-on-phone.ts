/**
 * The door books as they lie on the phone: each sealed under its own name, and beside them a list in clear that says of which session and until when (no word about anybody). What has
 * closed goes with the community's next word, and with the last book its key. A clock alone drops nothing, for it may have been set forward; but nothing is looked at for more than some days
 * after its end by it.
 */
import { empty, putAway, takeOut } from '../../platform/drawer'
import { dropBoxKey } from '../box-key'
import { dayOf } from '../calendar'
import { onForget } from '../forgettable'
import { heardAt, onMeasured } from '../server-clock'
import type { KeptSession } from './kept-sheets'

export const bookBox = 'door-books'
const list = 'door-books'
const nameOf = (sessionId: string) => `door-book ${sessionId}`

/** `until` in ms by the server's clock, from which this phone's was `offsetMs` off; `on`: the session's day; `keptAt`: device time in ms. */
export interface OnPhone { until: number; on: string; offsetMs: number; keptAt: number; /** Of a sign-in sheet (kept-sheets.ts): whose it is. */ sheet?: KeptSession; late?: Late }
/** Days on which the app was opened after `until` by this phone's clock, without a word from the community. */
interface Late { days: number; on: string }
/** `owner`: personKey of who had them fetched. */
export interface BooksOnPhone { owner: string; books: Record<string, OnPhone> }

// The drawers are empty by then, and with them the list of what there was.
onForget(() => void dropBoxKey(bookBox).catch(() => undefined))

export function booksOnPhone(): BooksOnPhone | null {
  const stored = takeOut(list) as Partial<BooksOnPhone> | null | undefined
  return typeof stored?.owner === 'string' && stored.books !== null && typeof stored.books === 'object' ? (stored as BooksOnPhone) : null
}

export function sealedBook(sessionId: string): string | null {
  const sealed = takeOut(nameOf(sessionId))
  return typeof sealed === 'string' && sealed !== '' ? sealed : null
}

export function putSealed(owner: string, sessionId: string, sealed: string, about: OnPhone): void {
  putAway(nameOf(sessionId), sealed)
  putAway(list, { owner, books: { ...booksOnPhone()?.books, [sessionId]: about } } satisfies BooksOnPhone)
}

export function dropBooks(sessionIds: readonly string[]): void {
  const stored = booksOnPhone()
  if (!stored || sessionIds.length === 0) return
  for (const sessionId of sessionIds) empty(nameOf(sessionId))
  const books = Object.fromEntries(Object.entries(stored.books).filter(([sessionId]) => !sessionIds.includes(sessionId)))
  if (Object.keys(books).length > 0) return putAway(list, { owner: stored.owner, books } satisfies BooksOnPhone)
  empty(list)
  // Whatever copy of a book is left somewhere, nothing opens it any more.
  void dropBoxKey(bookBox).catch(() => undefined)
}

export function dropAllBooks(): void {
  dropBooks(Object.keys(booksOnPhone()?.books ?? {}))
}

/** As long as paper is taken after a session. */
const mostLateDays = 7

/** `device`: its own clock, in ms. */
export function dropClosedBooks(device: number): void {
  const stored = booksOnPhone()
  if (!stored) return
  const books = Object.fromEntries(Object.entries(stored.books).map(([sessionId, one]) => [sessionId, lookedAt(one, device)]))
  if (Object.entries(books).some(([sessionId, one]) => one !== stored.books[sessionId])) putAway(list, { owner: stored.owner, books } satisfies BooksOnPhone)
  dropBooks(Object.keys(books).filter((sessionId) => isClosed(books[sessionId]!)))
}

function isClosed({ until, late }: OnPhone): boolean {
  return heardAt() > until || (late?.days ?? 0) > mostLateDays
}

/** A clock that was set forward is one day more, however far it was set. */
function lookedAt(one: OnPhone, device: number): OnPhone {
  const on = dayOf(device)
  if (device - one.offsetMs <= one.until || one.late?.on === on) return one
  return { ...one, late: { days: (one.late?.days ?? 0) + 1, on } }
}

onMeasured(() => dropClosedBooks(Date.now()))
