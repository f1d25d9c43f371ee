/**
 * Approves what was handed in and closes the month. The figures are counted once more: where they are others by now, it is handed in again. A fact that comes
 * between the counting and the closing has them counted again: what the closing has not seen came after it, and is noted as a 更正.
 */
import { approveReport } from '../../contract/reports/approve'
import { countedMonth, shownOf } from '../_shared/records/counted-month'
import { findReport, takeStep } from '../_shared/records/reports'
import { instant, monthOf } from '../_shared/rules/calendar'
import { countedHash, linesOf } from '../_shared/rules/closing/frozen-month'
import { stateOf, type Refusal } from '../_shared/rules/closing/way-up'
import type { Handler } from '../_shared/serve'
import { settleNames } from './settle-names'
import { openOf, partsBelow } from './parts-below'
import { unitOfReport } from './shown-report'

type OfApproval = Extract<Refusal, 'not-submitted' | 'another-snapshot' | 'changed-since' | 'parts-not-closed' | 'own-submission' | 'approved-from-above' | 'not-alone' | 'already-closed'>

/** Facts that come ever again change the figures, too; whoever approves hears of it. */
const mostCounts = 3

export const handleApproveReport: Handler<typeof approveReport> = async (input, scene) => {
  const { caller, now, refuse } = scene
  const { recordId, month, hash, alone } = input
  const unit = await unitOfReport(approveReport.name, input.unitId, scene)
  if (!unit) return refuse('unit-not-found')
  const act = { what: 'approve', recordId, by: caller.personKey, hash, alone } as const
  const countAndClose = async () => {
    const [known, parts] = await Promise.all([findReport(unit._id, month), partsBelow(unit, month)])
    // Counted only where it matters: of anything but a submitted report the transaction says no by itself, or knows the repeat.
    const counted = stateOf(known?.steps ?? []) === 'submitted' ? countedHash(linesOf((await countedMonth(unit._id, { month, now })).month, shownOf)) : ''
    const ground = { monthIsOver: month < monthOf(now), open: openOf(parts).map((one) => one.unit._id), counted }
    return takeStep({ unit, month, act, ground, arrivals: known?.arrivals ?? 0, at: instant(now) })
  }
  let step = await countAndClose()
  for (let counts = 1; step === 'arrived-meanwhile' && counts < mostCounts; counts += 1) step = await countAndClose()
  if (step === 'arrived-meanwhile') return refuse('changed-since')
  if (typeof step === 'string') return refuse(step as OfApproval)
  if (step.what !== 'approve') throw new Error('an approval that is none')
  // Out of the database at once: in the function's log it stands apart (docs/decisions, audit).
  console.log(JSON.stringify({ auditCheckpoint: step.checkpoint }))
  await settleNames({ unitId: unit._id, month })
  return { checkpoint: step.checkpoint }
}
