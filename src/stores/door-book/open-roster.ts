/** The roster of a session, at once and without signal where its door book is on the phone; what the community answers takes its place. */
import { facesOfBook } from '../faces-at-door'
import { useRoster, type Roster, type RosterRow } from '../attendance'
import { forgetBook, keepDoorBook, openDoorBook } from './door-books'
import type { DoorBook } from './packed-book'

export async function openRoster(sessionId: string): Promise<void> {
  const asked = useRoster.getState().load({ sessionId })
  const kept = await openDoorBook(sessionId)
  void facesOfBook(sessionId)
  const { input, value } = useRoster.getState()
  if (kept && value === null && input?.sessionId === sessionId) useRoster.setState({ value: rosterOf(kept.book) })
  await asked
  const now = useRoster.getState()
  if (now.input?.sessionId !== sessionId) return
  if (now.failed === null) await keepDoorBook(sessionId)
  // No longer this worker's: what was kept of it is not shown either.
  else if (now.failed.failure === 'session-not-found' || now.failed.failure === 'not-allowed') {
    forgetBook(sessionId)
    useRoster.setState({ value: null })
  }
}

export function rosterRowOf({ personKey, callName, building, lastTwo, partySize, present, checkedInAt, marks }: DoorBook['rows'][number]): RosterRow {
  return { personKey, callName, building, phone: lastTwo === null ? null : `***${lastTwo}`, partySize, present, checkedInAt, marks }
}

/** As the roster's own call would say it, as far as the book knows. */
export function rosterOf({ session, asOf, rows, walkIns, headcounts, room }: DoorBook): Roster {
  return {
    session, asOf, headcounts, room,
    rows: rows.map(rosterRowOf),
    walkIns: walkIns.map((one) => ({ ...one, callName: null })),
  }
}
