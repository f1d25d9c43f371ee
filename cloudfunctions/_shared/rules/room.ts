/** 人次 of a session (product.md): everybody signed in or walked in, or everybody counted, whichever is more. Pure. */
import type { Room } from '../../../contract/attendance/room'
import { softnessOfSum } from '../../../contract/totals/figure'
import type { Softness } from '../../../contract/values'
import { compare, presenceOf, type Marked } from './presence'

export interface CountedWalkIn { people: number; undone: unknown }
export interface CountedRoom { recordId: string; people: number; softness: Softness; area: string | null; at: string; undone: unknown }

/** From all records of one session, undone ones included. */
export function roomOf(checkIns: readonly Marked[], walkIns: readonly CountedWalkIn[], headcounts: readonly CountedRoom[]): Room {
  const signedIn = sum(checkIns.map((record) => presenceOf(record)?.present ?? 0))
  const walkedIn = sum(walkIns.filter((walkIn) => walkIn.undone === null).map((walkIn) => walkIn.people))
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
  const live = headcounts.filter((one) => one.undone === null).sort((a, b) => compare(a.at, b.at) || compare(a.recordId, b.recordId))
  const last = live[live.length - 1]
  if (!last || last.area === null) return last ? [last] : []
  return [...new Map(live.filter((one) => one.area !== null).map((one) => [one.area, one])).values()]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
