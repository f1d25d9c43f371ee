/**
 * Gives free places to those who wait: from the head, every party that fits whole; one that does not keeps its position. In the last
 * 12 hours before its first session a party is not confirmed unasked any more: it is told that there is room, and takes it by a tap
 * (take-offer). Any number of settlings at once do no harm: the book's one conditional write decides about each party.
 */
import { addNoticeOnce, noticeRecord } from '../_shared/records/notices'
import { askOf, confirmWaiting, waitingAt, type RegistrationRecord } from '../_shared/records/registrations'
import { takeSeatsWaiting, type SeatBookRecord } from '../_shared/records/seat-books'
import { fits, hasStarted, isAutomatic, without } from '../_shared/rules/seats'
import { tellPromoted } from './tell-promoted'

export type BookToSettle = Pick<SeatBookRecord, '_id' | 'status' | 'left' | 'startsAt' | 'waiting' | 'rev'>

export interface Settled {
  /** Nobody waited when it was looked: the book may stop waiting. */
  nobody: boolean
  /** Person keys, in order. */
  confirmed: string[]
}

/** `book`: read after whatever made room. `joining`: who is asking at this moment, and is no stranger to an offer. */
export async function settle(book: BookToSettle, at: string, joining: string | null = null): Promise<Settled> {
  const settled: Settled = { nobody: false, confirmed: [] }
  if (book.status !== 'published') return settled
  let left = book.left
  /** Room that is offered to parties ahead: a newcomer may not take it unasked. */
  let isOffered = false
  for (let page = await waitingAt(book._id), first = true; ; first = false) {
    if (first) settled.nobody = page.length === 0
    for (const waiting of page) {
      if (Object.values(left).every((places) => places <= 0)) return settled
      if (!fits(left, { n: waiting.partySize, sessions: waiting.sessions }) || hasStarted(book, waiting.sessions, at)) continue
      const isJoining = waiting.personKey === joining
      if (!isAutomatic(book, waiting.sessions, at) && !(isJoining && !isOffered)) {
        isOffered = true
        if (!isJoining) await addNoticeOnce(noticeRecord(book._id, waiting, 'offered', waiting.recordId, at))
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
