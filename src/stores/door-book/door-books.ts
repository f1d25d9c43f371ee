/**
 * The door books of this phone: fetched while there is signal, opened where there is none. In memory they are open, on the phone sealed (box.ts); a phone that can keep no key has them
 * for this run of the app only.
 */
import { doorBook } from '#contract/attendance/door-book'
import { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import { boxOf } from '../box'
import { addDays, dayOf, today } from '../calendar'
import { call } from '../call'
import { create } from '../forgettable'
import { keepDays } from '../kept-days'
import { loadMe, useMe } from '../people'
import { clockOffset, heardAt } from '../server-clock'
import { bookBox, booksOnPhone, dropAllBooks, dropBooks, dropClosedBooks, putSealed, sealedBook } from './books-on-phone'
import { forgetSheet, sessionOf, takeSheetAlong } from './kept-sheets'
import { packed, unpacked, type KeptBook } from './packed-book'

const box = boxOf(bookBox)

/** By session, those that were opened in this run. */
export const useDoorBooks = create<{ open: Record<string, KeptBook> }>()(() => ({ open: {} }))

/** A book is fetched anew when it is so old, in ms. */
const freshFor = { today: 10 * 60_000, tomorrow: 2 * 3_600_000 }

// The books of somebody else are nobody's here.
useMe.subscribe(({ value }) => {
  const stored = booksOnPhone()
  if (value && stored && stored.owner !== value.personKey) throwAway()
})

/** Fetches the books of the worker's sessions today and tomorrow, those that are missing or old. Call it whenever 今天 is opened; without signal nothing changes. */
export async function keepDoorBooks(): Promise<void> {
  dropClosedBooks(Date.now())
  await loadMe()
  const days = [today(), addDays(today(), 1)] as const
  const answers = await Promise.all(days.map((on) => call(sessionsOfDay, { on })))
  if (answers.some((answer) => !answer.ok && answer.failure === 'not-allowed')) return throwAway()
  const lists = answers.flatMap((answer) => (answer.ok ? [answer.value.sessions] : []))
  if (lists.length < days.length) return
  const owner = useMe.getState().value?.personKey
  if (owner !== undefined) keepDays(owner, Object.fromEntries(lists.map((sessions, index) => [days[index]!, { sessions }])))
  const ids = new Set(lists.flat().map(({ id }) => id))
  // Cancelled, or no longer this worker's.
  forget(Object.entries(booksOnPhone()?.books ?? {}).filter(([id, { on }]) => days.some((day) => day === on) && !ids.has(sessionOf(id))).map(([id]) => id))
  for (const [index, sessions] of lists.entries()) {
    for (const { id } of sessions) if (isOld(id, index === 0 ? freshFor.today : freshFor.tomorrow)) await fetchBook(id)
  }
}

/** One of them, whose door is being looked at. */
export async function keepDoorBook(sessionId: string): Promise<void> {
  if (isOld(sessionId, freshFor.today)) await fetchBook(sessionId)
}

/** Where it is no longer this worker's session, it goes. */
async function fetchBook(sessionId: string): Promise<void> {
  const answer = await call(doorBook, { sessionId })
  if (!answer.ok) {
    if (answer.failure === 'session-not-found' || answer.failure === 'not-allowed') forgetBook(sessionId)
    return
  }
  const kept = { book: answer.value, offsetMs: clockOffset() }
  useDoorBooks.setState(({ open }) => ({ open: { ...open, [sessionId]: kept } }))
  const owner = useMe.getState().value?.personKey
  const sealed = await box.seal(packed(kept))
  if (sealed === null || owner === undefined) return
  void takeSheetAlong(sessionId, kept.book.printed)
  putSealed(owner, sessionId, sealed, { until: Date.parse(kept.book.until), on: dayOf(kept.book.session.startsAt), offsetMs: kept.offsetMs, keptAt: Date.now() })
}

/** null: none was fetched, it has closed for certain, or it opens no more. */
export async function openDoorBook(sessionId: string): Promise<KeptBook | null> {
  dropClosedBooks(Date.now())
  const before = useDoorBooks.getState().open[sessionId]
  const kept = before ?? (await opened(sessionId))
  if (!kept || heardAt() > Date.parse(kept.book.until)) return null
  if (!before) useDoorBooks.setState(({ open }) => (open[sessionId] ? { open } : { open: { ...open, [sessionId]: kept } }))
  return useDoorBooks.getState().open[sessionId] ?? kept
}

async function opened(sessionId: string): Promise<KeptBook | null> {
  const sealed = sealedBook(sessionId)
  // A key that cannot be read just now: the next time, perhaps.
  return sealed === null ? null : unpacked(await box.open(sealed).catch(() => undefined))
}

function isOld(sessionId: string, after: number): boolean {
  const kept = booksOnPhone()?.books[sessionId]
  return kept === undefined || Math.abs(Date.now() - kept.keptAt) > after
}

/** Book and sheet: the session is no longer this worker's. */
export function forgetBook(sessionId: string): void {
  forget([sessionId])
  forgetSheet(sessionId)
}

function forget(sessionIds: readonly string[]): void {
  dropBooks(sessionIds)
  useDoorBooks.setState(({ open }) => ({ open: Object.fromEntries(Object.entries(open).filter(([id]) => !sessionIds.includes(id))) }))
}

function throwAway(): void {
  dropAllBooks()
  useDoorBooks.setState({ open: {} })
}
