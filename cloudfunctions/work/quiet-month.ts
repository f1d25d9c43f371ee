import type { quietMonth } from '../../contract/work/quiet-month'
import { sayQuiet } from '../_shared/records/quiet-months'
import { findUnit } from '../_shared/records/units'
import { instant, monthOf, recordedAt } from '../_shared/rules/calendar'
import { receiptFor } from '../_shared/rules/receipt'
import type { Handler } from '../_shared/serve'

export const handleQuietMonth: Handler<typeof quietMonth> = async (input, { caller, now, refuse }) => {
  const { recordId, unitId, month, nothing } = input
  const unit = await findUnit(unitId, month)
  if (!unit || !caller.may('work/quiet-month', unit.path)) return refuse('unit-not-found')
  if (month > monthOf(now)) return refuse('month-in-future')
  const outcome = await sayQuiet({ recordId, unitId, month, nothing, by: caller.personKey, at: instant(recordedAt(input, now)) })
  return outcome === 'record-id-taken' ? refuse(outcome) : receiptFor(input, outcome)
}
