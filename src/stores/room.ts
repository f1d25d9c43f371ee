/** What one record changes in a roster, once however often it is told: the same sums as the server's (product.md, 人次). Pure. */
import type { Output } from '#contract/call'
import type { roster } from '#contract/attendance/roster'
import type { undo } from '#contract/attendance/undo'
import { softnessOfSum } from '#contract/totals/figure'
import type { Softness } from '#contract/values'
import type { Sent } from './call'

export type Roster = Output<typeof roster>
type Room = Roster['room']

/** Sums alone, where there is no list: so many more came in. `signedIn`, `walkedIn`: people. */
export function withMore(room: Room, more: { signedIn: number; walkedIn: number; headcount: { people: number; softness: Softness } | null }): Room {
  const { headcount } = more
  const counted = headcount ? { ...room, headcount: headcount.people, softness: softnessOfSum([headcount.softness]) } : room
  return sums(counted, room.signedIn + more.signedIn, room.walkIns + more.walkedIn)
}

export function withCheckIn(value: Roster, mark: { personKey: string; present: number; at: string; recordId: string }): Roster {
  const rows = value.rows.map((row) => row.personKey === mark.personKey && !row.marks.includes(mark.recordId)
    ? { ...row, present: mark.present, checkedInAt: mark.at, marks: [...row.marks, mark.recordId] }
    : row)
  return { ...value, rows, room: summed(value.room, rows, value.walkIns) }
}

export function withUndo(value: Roster, of: Sent<typeof undo>['of']): Roster {
  if (of.what === 'headcount') return value
  if (of.what === 'walk-in') {
    const walkIns = value.walkIns.filter((one) => one.recordId !== of.recordId)
    return { ...value, walkIns, room: summed(value.room, value.rows, walkIns) }
  }
  const { personKey, marks } = of
  const rows = value.rows.map((row) => {
    if (row.personKey !== personKey) return row
    const left = row.marks.filter((mark) => !marks.includes(mark))
    return left.length > 0 ? { ...row, marks: left } : { ...row, present: null, checkedInAt: null, marks: left }
  })
  return { ...value, rows, room: summed(value.room, rows, value.walkIns) }
}

export function withWalkIn(value: Roster, mark: { recordId: string; people: number; callName?: string | undefined; at: string }): Roster {
  if (value.walkIns.some(({ recordId }) => recordId === mark.recordId)) return value
  const walkIns = [...value.walkIns, { recordId: mark.recordId, people: mark.people, callName: mark.callName ?? null, at: mark.at }]
  return { ...value, walkIns, room: summed(value.room, value.rows, walkIns) }
}

export function withHeadcount(value: Roster, mark: { people: number; softness: Softness }): Roster {
  const room = { ...value.room, headcount: mark.people, softness: softnessOfSum([mark.softness]) }
  return { ...value, room: summed(room, value.rows, value.walkIns) }
}

function summed(room: Room, rows: Roster['rows'], walkIns: Roster['walkIns']): Room {
  const signedIn = rows.reduce((sum, row) => sum + (row.present ?? 0), 0)
  const walkedIn = walkIns.reduce((sum, one) => sum + one.people, 0)
  return sums(room, signedIn, walkedIn)
}

function sums(room: Room, signedIn: number, walkedIn: number): Room {
  const unregistered = Math.max(0, (room.headcount ?? 0) - signedIn - walkedIn)
  return { ...room, signedIn, walkIns: walkedIn, unregistered, attendances: signedIn + walkedIn + unregistered }
}
