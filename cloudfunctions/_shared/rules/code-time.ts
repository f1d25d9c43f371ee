/** Codes that residents scan themselves, by time. Pure. */
import { windowOf } from './attendance-window'
import { minutes } from './calendar'

/** A self check-in is of now, give or take a phone that tries again: a code that was kept and sent later proves nothing about who was there. */
export function isOfNow(scannedAt: number, now: number): boolean {
  return Math.abs(now - scannedAt) <= minutes(3)
}

/** A code on paper can be photographed and forwarded: it is taken until the session ends and not, like one that a worker shows, for hours after. In ms, both included. */
export function hungWindowOf(session: { startsAt: string; endsAt: string }): { from: number; until: number } {
  return { from: windowOf(session, 'code').from, until: Date.parse(session.endsAt) }
}
