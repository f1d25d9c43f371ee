import type { walkIn } from '../../contract/attendance/walk-in'
import { addWalkIn } from '../_shared/records/counts'
import { correctedTime, instant } from '../_shared/rules/calendar'
import { receiptFor } from '../_shared/rules/receipt'
import type { Handler } from '../_shared/serve'
import { sessionAtWork, takesRecords } from './session-at-work'

export const handleWalkIn: Handler<typeof walkIn> = async (input, { caller, refuse }) => {
  const at = await sessionAtWork('attendance/walk-in', input.sessionId, caller)
  if (!at) return refuse('session-not-found')
  if (at.event.countOnly && input.callName !== undefined) return refuse('names-not-kept')
  if (!takesRecords(at, input, caller)) return refuse('check-in-closed')
  const { recordId, people, callName = null, source } = input
  const isNew = await addWalkIn(at.event, at.session, { recordId, people, callName, at: instant(correctedTime(input)), source, by: caller.personKey })
  return receiptFor(input, isNew ? 'counted' : 'already-there')
}
