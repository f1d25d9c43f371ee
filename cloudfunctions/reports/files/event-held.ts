/** The sessions of one event that were held, as they count: approved ones as they were approved, the rest from the facts; and what is otherwise by now. */
import { attendanceAt } from '../../_shared/records/attendance'
import { readClosed } from '../../_shared/records/counted-month'
import { headcountsAt, walkInsAt } from '../../_shared/records/counts'
import type { EventRecord } from '../../_shared/records/events'
import type { AttendanceRecord, WalkInRecord } from '../../_shared/records/facts'
import { findReports, reportId } from '../../_shared/records/reports'
import { countedSessions, heldSessions, type HeldSession } from '../../_shared/rules/held-sessions'
import { sessionFiguresOf } from '../../_shared/rules/report/content-hash'

interface EventHeld {
  held: HeldSession[]
  /** Of sessions of a closed month that are otherwise by now: how; null: it does not count as held any more. */
  now: Map<string, HeldSession | null>
  checkIns: AttendanceRecord[]
  walkIns: WalkInRecord[]
}

export async function eventHeld(event: EventRecord, now: number): Promise<EventHeld> {
  const ids = event.sessions.map(({ id }) => id)
  const units = [...event.path].reverse()
  const [checkIns, walkIns, headcounts, reports] = await Promise.all([
    attendanceAt(ids), walkInsAt(ids), headcountsAt(ids), findReports(event.months.flatMap((month) => units.map((unitId) => reportId(unitId, month)))),
  ])
  const sessions = countedSessions({ attendance: checkIns, walkIns, headcounts })
  const live = event.months.flatMap((month) => heldSessions({ events: [event], entries: [], sessions }, { month, now }))
  const closed = await readClosed(event.months.flatMap((month) => units.flatMap((unitId) => reports.get(reportId(unitId, month)) ?? []).filter((one) => one.closed).slice(0, 1)))
  const frozen = closed.flatMap(({ month }) => month.held.filter((one) => one.event._id === event._id))
  const isClosed = (one: HeldSession) => closed.some(({ report }) => report.month === one.session.month)
  const held = [...frozen, ...live.filter((one) => !isClosed(one))].sort((a, b) => (a.session.startsAt < b.session.startsAt ? -1 : 1))
  const otherwise = frozen.flatMap((was): [string, HeldSession | null][] => {
    const is = live.find(({ session }) => session.id === was.session.id) ?? null
    return is && sessionFiguresOf([is]) === sessionFiguresOf([was]) ? [] : [[was.session.id, is]]
  })
  return { held, now: new Map(otherwise), checkIns, walkIns }
}
