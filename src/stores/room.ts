/** What one record changes in a roster, once however often it is told: the same sums as the server's (product.md, 人次). Pure. */
import type { Output } from '#contract/call'
import type { roster } from '#contract/attendance/roster'
import type { undo } from '#contract/attendance/undo'
import { softnessOfSum } from '#contract/totals/figure'
import type { Softness } from '#contract/values'
import type { Sent } from './call'

export type Roster = Output<typeof roster>
type Room = Roster['room']
type LiveCount = Roster['headcounts'][number]

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

/** Who is in without having stood in the list: a 熟面孔. Once however often it is told. */
export function withOther(value: Roster, one: { personKey: string; present: number; at: string; recordId: string; callName: string; building: string | null }): Roster {
  if (value.rows.some(({ personKey }) => personKey === one.personKey)) return withCheckIn(value, one)
  const { personKey, callName, building, present, at, recordId } = one
  const rows = [...value.rows, { personKey, callName, building, phone: null, partySize: 0, present, checkedInAt: at, marks: [recordId] }]
  return { ...value, rows, room: summed(value.room, rows, value.walkIns) }
}

export function withUndo(value: Roster, of: Sent<typeof undo>['of']): Roster {
  if (of.what === 'headcount') return withoutCount(value, of.recordId)
  if (of.what === 'walk-in') {
    const walkIns = value.walkIns.filter((one) => one.recordId !== of.recordId)
    return { ...value, walkIns, room: summed(value.room, value.rows, walkIns) }
  }
  if (of.what === 'meet-face') return withoutFace(value, of.recordId)
  const { personKey, marks } = of
  const rows = value.rows.map((row) => {
    if (row.personKey !== personKey) return row
    const left = row.marks.filter((mark) => !marks.includes(mark))
    return left.length > 0 ? { ...row, marks: left } : { ...row, present: null, checkedInAt: null, marks: left }
  })
  return { ...value, rows, room: summed(value.room, rows, value.walkIns) }
}

/** Who was met and taken back was never in the list. */
function withoutFace(value: Roster, recordId: string): Roster {
  const rows = value.rows.filter(({ partySize, marks }) => partySize > 0 || marks.length !== 1 || marks[0] !== recordId)
    .map((row) => (row.marks.length > 1 ? { ...row, marks: row.marks.filter((mark) => mark !== recordId) } : row))
  return { ...value, rows, room: summed(value.room, rows, value.walkIns) }
}

export function withWalkIn(value: Roster, mark: { recordId: string; people: number; callName?: string | undefined; at: string }): Roster {
  if (value.walkIns.some(({ recordId }) => recordId === mark.recordId)) return value
  const walkIns = [...value.walkIns, { recordId: mark.recordId, people: mark.people, callName: mark.callName ?? null, at: mark.at }]
  return { ...value, walkIns, room: summed(value.room, value.rows, walkIns) }
}

export function withHeadcount(value: Roster, mark: { recordId: string; people: number; softness: Softness; source: LiveCount['source'] }): Roster {
  const { recordId, people, softness, source } = mark
  const room = { ...value.room, headcount: people, softness: softnessOfSum([softness]) }
  return { ...value, headcounts: [{ recordId, people, source }], room: summed(room, value.rows, value.walkIns) }
}

/** What was counted before it is known to the community only. */
function withoutCount(value: Roster, recordId: string): Roster {
  const headcounts = value.headcounts.filter((one) => one.recordId !== recordId)
  if (headcounts.length === value.headcounts.length) return value
  const room = { ...value.room, headcount: headcounts.length === 0 ? null : headcounts.reduce((sum, { people }) => sum + people, 0) }
  return { ...value, headcounts, room: summed(room, value.rows, value.walkIns) }
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
