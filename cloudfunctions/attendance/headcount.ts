import type { headcount } from '../../contract/attendance/headcount'
import { addHeadcount } from '../_shared/records/counts'
import { correctedTime, instant } from '../_shared/rules/calendar'
import { receiptFor } from '../_shared/rules/receipt'
import type { Handler } from '../_shared/serve'
import { sessionAtWork, takesRecords } from './session-at-work'

export const handleHeadcount: Handler<typeof headcount> = async (input, { caller, refuse }) => {
  const at = await sessionAtWork('attendance/headcount', input.sessionId, caller)
  if (!at) return refuse('session-not-found')
  if (!takesRecords(at, input, caller)) return refuse('check-in-closed')
  const { recordId, people, softness, area = null, source } = input
  const isNew = await addHeadcount(at.event, at.session, { recordId, people, softness, area, at: instant(correctedTime(input)), source, by: caller.personKey })
  return receiptFor(input, isNew ? 'counted' : 'already-there')
}
