/**
 * When people may be recorded at a session, judged by when it happened (the device's time, corrected), never by when it
 * arrived: a phone may have been without signal for days. Never of the future: the latest corrected time decides, and one that
 * is yet to come would stand against every later correction. Pure.
 */
import { clockError, days, hours, minutes } from './calendar'

interface Gathering { startsAt: string; endsAt: string }

const before = minutes(60)
/** How long after the end, by source. */
const after = {
  /** A tap at the door. */
  tap: hours(6),
  /** A code that was scanned there. */
  code: hours(6),
  /** A paper sheet, typed in by a worker. */
  paper: days(7),
  /** 补录 by an admin, whenever the paper turns up. */
  backfill: Number.POSITIVE_INFINITY,
}

export type Source = keyof typeof after

/** Both ends in ms, both included. */
export function windowOf(session: Gathering, source: Source): { from: number; until: number } {
  return { from: Date.parse(session.startsAt) - before, until: Date.parse(session.endsAt) + after[source] }
}

export function isOpenForRecords(session: Gathering, source: Source, happenedAt: number, now: number): boolean {
  const { from, until } = windowOf(session, source)
  return happenedAt <= now + clockError && happenedAt >= from && happenedAt <= until
}
