import { sendBackReport } from '../../contract/reports/send-back'
import { stepsOf, takeStep } from '../_shared/records/reports'
import { instant, monthOf } from '../_shared/rules/calendar'
import { repeated, type Refusal } from '../_shared/rules/closing/way-up'
import type { Handler } from '../_shared/serve'
import { unitOfReport } from './shown-report'

type OfSendingBack = Extract<Refusal, 'not-submitted' | 'another-snapshot' | 'own-submission' | 'approved-from-above' | 'already-closed'>

export const handleSendBackReport: Handler<typeof sendBackReport> = async (input, scene) => {
  const { caller, now, refuse } = scene
  const { recordId, month, hash, remarks } = input
  const unit = await unitOfReport(sendBackReport.name, input.unitId, scene)
  if (!unit) return refuse('unit-not-found')
  const act = { what: 'send-back', recordId, by: caller.personKey, hash } as const
  const step = await takeStep({ unit, month, act, remarks, ground: { monthIsOver: month < monthOf(now), open: [], counted: '' }, at: instant(now) })
  if (typeof step === 'string') return refuse(step as OfSendingBack)
  const known = await stepsOf(unit._id, month)
  return { steps: known.indexOf(repeated(known, act)!) + 1 }
}
