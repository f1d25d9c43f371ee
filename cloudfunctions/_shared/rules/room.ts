/** 人次 of a session (product.md): everybody signed in or walked in, or everybody counted, whichever is more. Pure. */
import type { Room } from '../../../contract/attendance/room'
import { softnessOfSum } from '../../../contract/totals/figure'
import type { Softness } from '../../../contract/values'
import type { Times } from './attendance-window'
import { byTime, compare, presenceOf, type Marked } from './presence'

export interface CountedWalkIn extends Times {
  recordId: string
  people: number
  /** The blank row of a sign-in sheet in which they signed; null or absent: they were taken in at the door. */
  line?: number | null
  undone: unknown
}
export interface CountedRoom extends Times { recordId: string; people: number; softness: Softness; area: string | null; undone: unknown }

/** From all records of one session, undone ones included. */
export function roomOf(checkIns: readonly Marked[], walkIns: readonly CountedWalkIn[], headcounts: readonly CountedRoom[]): Room {
  const signedIn = sum(checkIns.map((record) => presenceOf(record)?.present ?? 0))
  const walkedIn = sum(walkInsThatStand(walkIns).map((walkIn) => walkIn.people))
  const counted = countsThatStand(headcounts)
  const headcount = counted.length > 0 ? sum(counted.map((one) => one.people)) : null
  const recorded = signedIn + walkedIn
  return {
    signedIn,
    walkIns: walkedIn,
    headcount,
    softness: softnessOfSum(counted.map((one) => one.softness)),
    unregistered: Math.max(0, (headcount ?? 0) - recorded),
    attendances: Math.max(recorded, headcount ?? 0),
  }
}

/**
 * The latest live count decides what is meant: the room as a whole, which then stands alone, or named areas, of which the
 * latest each are summed. A whole and an area of it are never added.
 */
export function countsThatStand<H extends CountedRoom>(headcounts: readonly H[]): H[] {
  const live = headcounts.filter((one) => one.undone === null).sort(inOrder)
  const last = live[live.length - 1]
  if (!last || last.area === null) return last ? [last] : []
  return [...new Map(live.filter((one) => one.area !== null).map((one) => [one.area, one])).values()]
}

/** Two workers who type in the same sheet, or one who does it twice, write the same rows of it: of each row the latest. */
export function walkInsThatStand<W extends CountedWalkIn>(walkIns: readonly W[]): W[] {
  const live = walkIns.filter((one) => one.undone === null).sort(inOrder)
  const atTheDoor = live.filter((one) => (one.line ?? null) === null)
  return [...atTheDoor, ...new Map(live.filter((one) => (one.line ?? null) !== null).map((one) => [one.line, one])).values()]
}

function inOrder(a: Times & { recordId: string }, b: Times & { recordId: string }): number {
  return byTime(a, b) || compare(a.recordId, b.recordId)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
