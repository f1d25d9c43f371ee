/** What one receipt changes in a roster: the same sums as the server's (product.md, 人次). Pure. */
import type { Output } from '#contract/call'
import type { roster } from '#contract/attendance/roster'
import type { undo } from '#contract/attendance/undo'
import { softnessOfSum } from '#contract/totals/figure'
import type { Softness } from '#contract/values'
import type { Sent } from './call'

type Roster = Output<typeof roster>
type Room = Roster['room']

export function withCheckIn(value: Roster, mark: { personKey: string; present: number; at: string; recordId: string }): Roster {
  const rows = value.rows.map((row) => row.personKey === mark.personKey
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
  const rows = value.rows.map((row) => row.personKey === personKey ? { ...row, present: null, checkedInAt: null, marks: row.marks.filter((mark) => !marks.includes(mark)) } : row)
  return { ...value, rows, room: summed(value.room, rows, value.walkIns) }
}

export function withWalkIn(value: Roster, mark: { recordId: string; people: number; callName?: string | undefined; at: string }): Roster {
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
  const unregistered = Math.max(0, (room.headcount ?? 0) - signedIn - walkedIn)
  return { ...room, signedIn, walkIns: walkedIn, unregistered, attendances: signedIn + walkedIn + unregistered }
}
