import type { headcount } from '../../contract/attendance/headcount'
import { keepHeadcount } from '../_shared/records/counts'
import { headcountRecord } from '../_shared/records/facts'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import { timesOf } from '../_shared/rules/attendance-window'
import { correctedTime } from '../_shared/rules/calendar'
import { clocksOf } from '../_shared/rules/clocks'
import { receiptFor } from '../_shared/rules/receipt'
import type { Handler } from '../_shared/serve'
import { sessionAtWork, takesRecords } from './session-at-work'

export const handleHeadcount: Handler<typeof headcount> = async (input, { caller, now, refuse }) => {
  const at = await sessionAtWork('attendance/headcount', input.sessionId, caller)
  if (!at) return refuse('session-not-found')
  const { recordId, people, softness, area = null, source } = input
  const made = headcountRecord(at.event, at.session, { recordId, people, softness, area, ...timesOf(at.session, source, correctedTime(input)), source, by: caller.personKey, clocks: clocksOf(input, now) })
  const ahead = await reportsAhead('attendance/headcount', made, now)
  const kept = await keepHeadcount(made, { open: takesRecords(at, input, caller, now), ahead })
  return kept === 'record-id-taken' || kept === 'check-in-closed' ? refuse(kept) : receiptFor(input, kept)
}
