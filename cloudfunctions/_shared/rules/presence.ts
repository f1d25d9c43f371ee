import type { Times } from './attendance-window'

/**
 * Who is in: one record per person and session, with marks and undone marks by the device's record id. The record is live
 * while any mark is not undone, so marks and undos may come in any order and any number of times. Pure.
 */
export interface Marked {
  marks: Record<string, { present: number } & Times>
  undone: Record<string, unknown>
}

export interface Presence {
  /** How many of the party are in: the number of the live mark with the latest corrected time, ties by when it was typed in, then by record id. */
  present: number
  /** Corrected time of that mark. */
  at: string
  /** Live marks, oldest first: what an undo has to name. */
  marks: string[]
}

/** null: not in. */
export function presenceOf(record: Marked): Presence | null {
  const live = Object.entries(record.marks)
    .filter(([recordId]) => !Object.hasOwn(record.undone, recordId))
    .sort(([idA, a], [idB, b]) => byTime(a, b) || compare(idA, idB))
  const last = live[live.length - 1]
  return last ? { present: last[1].present, at: last[1].at, marks: live.map(([recordId]) => recordId) } : null
}

/** Of two records from paper the one typed in later is the later one. */
export function byTime(a: Times, b: Times): number {
  return compare(a.at, b.at) || compare(a.enteredAt ?? a.at, b.enteredAt ?? b.at)
}

/** By code unit, so that every machine agrees. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
