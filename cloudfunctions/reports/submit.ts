/** Hands a month in: the snapshot is written first, then the step that names it, and one that broke off between is swept. */
import { submitReport } from '../../contract/reports/submit'
import { lastEditor } from '../_shared/records/report-texts'
import { standInsFor } from '../_shared/records/imported'
import { takeStep, stepsOf } from '../_shared/records/reports'
import { settleSnapshot, writeSnapshot } from '../_shared/records/snapshots'
import { partsOf } from '../_shared/records/unit-month-parts'
import { unitBrief } from '../_shared/records/units'
import { shownOf } from '../_shared/records/counted-month'
import { instant, monthOf } from '../_shared/rules/calendar'
import { countedHash, linesOf } from '../_shared/rules/closing/frozen-month'
import { repeated, whyNot, type Act, type Refusal } from '../_shared/rules/closing/way-up'
import type { Handler } from '../_shared/serve'
import { draftOfMonth } from './draft-of-month'
import { openOf, partsBelow } from './parts-below'
import { unitOfReport } from './shown-report'

type OfSubmission = Extract<Refusal, 'month-not-over' | 'parts-not-closed' | 'changed-meanwhile' | 'already-closed' | 'too-many-rounds'>

export const handleSubmitReport: Handler<typeof submitReport> = async (input, scene) => {
  const { caller, now, refuse } = scene
  const { recordId, month, steps } = input
  const unit = await unitOfReport(submitReport.name, input.unitId, scene)
  if (!unit) return refuse('unit-not-found')
  if (unit.level === 'grid') return refuse('no-report-of-a-grid')
  const [known, parts] = await Promise.all([stepsOf(unit._id, month), partsBelow(unit, month)])
  const open = openOf(parts)
  const standIns = await standInsFor(open.map((one) => one.unit._id), month)
  const reasonOf = (unitId: string) => input.missing.find((one) => one.unitId === unitId)?.reason ?? standInWords(standIns.get(unitId))
  const missing = open.flatMap(({ unit: { _id } }) => (reasonOf(_id) === null ? [] : [_id]))
  const act: Act = { what: 'submit', recordId, by: caller.personKey, steps, missing }
  const ground = { monthIsOver: month < monthOf(now), open: open.map((one) => one.unit._id), counted: '' }
  const before = repeated(known, act)
  if (before) return { n: before.n, hash: before.hash }
  // Before anything is counted or written; the transaction judges once more.
  const refusal = whyNot(known, act, { ...ground, isFromAbove: false, adminsOfRoot: null })
  if (refusal) return refuse(refusal as OfSubmission)

  const { report: { asOf: _asOf, handedIn: _handedIn, editing: _editing, days: _days, ...report }, counted, text } = await draftOfMonth(unit, { month, now })
  const lines = linesOf(counted.month, shownOf)
  const reasons = open.flatMap(({ unit: part }) => { const reason = reasonOf(part._id); return reason === null ? [] : [{ unit: unitBrief(part), reason }] })
  const at = instant(now)
  const written = await writeSnapshot(unit._id, month, { report: { ...report, missing: reasons }, parts: await partsOf(unit, month, counted.month), lines }, at)
  const step = await takeStep({ unit, month, act, ground, submission: { ...written, counted: countedHash(lines), editedBy: lastEditor(text) }, textRev: text?.rev ?? null, at })
  if (typeof step === 'string') return refuse(step as OfSubmission)
  await settleSnapshot(unit._id, month, written)
  return { n: step.n, hash: step.hash }
}

/** Who is not on Linli, or has not closed, with its figures from elsewhere and their file. */
function standInWords(standIn: { figures: number; from: string[] } | undefined): string | null {
  return standIn ? `用 ${standIn.figures} 个引用数代替，有文件（来源：${standIn.from.slice(0, 3).join('、')}${standIn.from.length > 3 ? '等' : ''}）` : null
}
