import { undo } from '../../contract/attendance/undo'
import { undoAttendance, whoWasMarked } from '../_shared/records/attendance'
import { undoHeadcount, undoWalkIn } from '../_shared/records/counts'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import { instant, recordedAt } from '../_shared/rules/calendar'
import { clocksOf } from '../_shared/rules/clocks'
import { receiptFor } from '../_shared/rules/receipt'
import type { Handler } from '../_shared/serve'
import { sessionAtWork } from './session-at-work'

/** Not bound by the window: a mistake may be noticed late. Its time decides nothing, so one of the future is taken as now. */
export const handleUndo: Handler<typeof undo> = async (input, { caller, now, refuse }) => {
  const at = await sessionAtWork('attendance/undo', input.sessionId, caller)
  if (!at) return refuse('session-not-found')
  const { of } = input
  const ahead = await reportsAhead(undo.name, { path: at.event.path, month: at.session.month }, now)
  const undone = { at: instant(recordedAt(input, now)), by: caller.personKey, clocks: clocksOf(input, now) }
  const takenBack = async () => {
    if (of.what === 'walk-in') return undoWalkIn(at.event, at.session, of.recordId, undone, { at: instant(now), ahead })
    if (of.what === 'headcount') return undoHeadcount(at.event, at.session, of.recordId, undone, { at: instant(now), ahead })
    // Where no names are kept there is no check-in to take back, and no name is written for one.
    const seen = at.event.countOnly ? null : of.what === 'check-in' ? of : await markOf(at.session.id, of.recordId)
    return seen === null ? 'already-there' : undoAttendance(at.event, at.session, seen.personKey, { marks: [...new Set(seen.marks)], undone, at: instant(now), ahead })
  }
  return receiptFor(input, await takenBack())
}

async function markOf(sessionId: string, recordId: string): Promise<{ personKey: string; marks: string[] } | null> {
  const personKey = await whoWasMarked(sessionId, recordId)
  return personKey === null ? null : { personKey, marks: [recordId] }
}
