import type { walkIn } from '../../contract/attendance/walk-in'
import { keepWalkIn } from '../_shared/records/counts'
import { walkInRecord } from '../_shared/records/facts'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import { timesOf } from '../_shared/rules/attendance-window'
import { correctedTime } from '../_shared/rules/calendar'
import { clocksOf } from '../_shared/rules/clocks'
import { receiptFor } from '../_shared/rules/receipt'
import type { Handler } from '../_shared/serve'
import { sessionAtWork, takesRecords } from './session-at-work'

export const handleWalkIn: Handler<typeof walkIn> = async (input, { caller, now, refuse }) => {
  const at = await sessionAtWork('attendance/walk-in', input.sessionId, caller)
  if (!at) return refuse('session-not-found')
  if (at.event.countOnly && input.callName !== undefined) return refuse('names-not-kept')
  const { recordId, people, line = null, callName = null, source } = input
  const ahead = await reportsAhead('attendance/walk-in', { path: at.event.path, month: at.session.month }, now)
  const made = walkInRecord(at.event, at.session, { recordId, people, line, callName, ...timesOf(at.session, source, correctedTime(input)), source, by: caller.personKey, clocks: clocksOf(input, now) })
  const kept = await keepWalkIn(made, { open: takesRecords(at, input, caller, now), ahead })
  return kept === 'record-id-taken' || kept === 'check-in-closed' ? refuse(kept) : receiptFor(input, kept)
}
