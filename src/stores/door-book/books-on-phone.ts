/**
 * The door books as they lie on the phone: each sealed under its own name, and beside them a list in clear that says of which session and until when (no word about anybody). What has
 * closed goes with the next look at the phone, and with the last book its key.
 */
import { empty, putAway, takeOut } from '../../platform/drawer'
import { dropBoxKey } from '../box-key'
import { onForget } from '../forgettable'
import type { KeptSession } from './kept-sheets'

export const bookBox = 'door-books'
const list = 'door-books'
const nameOf = (sessionId: string) => `door-book ${sessionId}`

/** `until` in ms by the server's clock, from which this phone's was `offsetMs` off; `on`: the session's day; `keptAt`: device time in ms. */
export interface OnPhone { until: number; on: string; offsetMs: number; keptAt: number; /** Of a sign-in sheet (kept-sheets.ts): whose it is. */ sheet?: KeptSession }
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

/** `device`: its own clock, in ms. */
export function dropClosedBooks(device: number): void {
  const closed = Object.entries(booksOnPhone()?.books ?? {}).filter(([, { until, offsetMs }]) => device - offsetMs > until)
  dropBooks(closed.map(([sessionId]) => sessionId))
}
