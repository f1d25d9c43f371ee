/**
 * Gives free places to those who wait: from the head, every party that fits whole; one that does not keeps its position. In the last
 * 12 hours before its first session a party is not confirmed unasked any more: it is told that there is room, and takes it by a tap
 * (take-offer). Any number of settlings at once do no harm: the book's one conditional write decides about each party.
 */
import { askOf, confirmWaiting, waitingAt, type RegistrationRecord } from '../records/registrations'
import { takeSeatsWaiting, type SeatBookRecord } from '../records/seat-books'
import { fits, hasStarted, isAutomatic, without } from '../rules/seats'
import { tellPromoted } from './tell-promoted'

export type BookToSettle = Pick<SeatBookRecord, '_id' | 'status' | 'left' | 'startsAt' | 'waiting' | 'rev'>

export interface Settled {
  /** Nobody waited for anything to come when it was looked: the book may stop waiting. */
  nobody: boolean
  /** Person keys, in order. */
  confirmed: string[]
  /** Who has room that is theirs by a tap only; the sweep tells them (shapes.md: the last 12 hours). */
  offered: RegistrationRecord[]
}

/** `book`: read after whatever made room. `joining`: who is asking at this moment, and is no stranger to an offer. */
export async function settle(book: BookToSettle, at: string, joining: string | null = null): Promise<Settled> {
  const settled: Settled = { nobody: true, confirmed: [], offered: [] }
  if (book.status !== 'published') return { ...settled, nobody: false }
  let left = book.left
  for (let page = await waitingAt(book._id); ;) {
    for (const waiting of page) {
      if (hasStarted(book, waiting.sessions, at)) continue // waits for nothing any more
      settled.nobody = false
      if (Object.values(left).every((places) => places <= 0)) return settled
      if (!fits(left, { n: waiting.partySize, sessions: waiting.sessions })) continue
      const isJoining = waiting.personKey === joining
      // Room that is offered to parties ahead a newcomer may not take unasked.
      if (!isAutomatic(book, waiting.sessions, at) && !(isJoining && settled.offered.length === 0)) {
        settled.offered.push(waiting)
        continue
      }
      if (!(await giveSeats(waiting, at))) continue // left, or somebody was faster: whoever was settles too
      settled.confirmed.push(waiting.personKey)
      left = without(left, { n: waiting.partySize, sessions: waiting.sessions })
    }
    const last = page.at(-1)
    if (page.length < 1000 || !last) return settled
    page = await waitingAt(book._id, last)
  }
}

/** The book first, then the notice, then the document: after a crash the sweep finds the party in the book and writes the rest. */
export async function giveSeats(waiting: RegistrationRecord, at: string): Promise<boolean> {
  if (!(await takeSeatsWaiting(waiting.eventId, askOf(waiting), at))) return false
  await tellPromoted(waiting, at)
  await confirmWaiting(waiting, at)
  return true
}
