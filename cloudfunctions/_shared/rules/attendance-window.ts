/**
 * When people may be recorded at a session, judged by when it happened (the device's time, corrected), never by when it
 * arrived: a phone may have been without signal for days. Never of the future: the latest corrected time decides, and one that
 * is yet to come would stand against every later correction. Pure.
 */
import { clockError, days, hours, instant, minutes } from './calendar'

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

export interface Times {
  /** What decides between two records of the same thing. */
  at: string
  /** When a paper sheet was typed in; absent where that is no other instant. */
  enteredAt?: string
}

/**
 * A tap counts as of when it happened. A sheet says that somebody came and not when, so a record from paper counts as of the moment
 * in which the door opened: whatever was tapped, scanned or counted there stands against it, however much later the sheet is typed in.
 */
export function timesOf(session: Gathering, source: Source, happenedAt: number): Times {
  return source === 'paper' ? { at: instant(windowOf(session, source).from), enteredAt: instant(happenedAt) } : { at: instant(happenedAt) }
}

/** The instant that the device gave, whatever became of the session's own time since: what makes a repeat the same record. */
export function saidAt({ at, enteredAt }: Times): string {
  return enteredAt ?? at
}
