import { beginText } from '../../../contract/reports/text'
import { layDown, isEdited } from '../../_shared/records/report-texts'
import { stepsOf } from '../../_shared/records/reports'
import { instant } from '../../_shared/rules/calendar'
import { stateOf } from '../../_shared/rules/closing/way-up'
import { blocksOf, draftedFrom } from '../../_shared/rules/editing/blocks'
import type { Handler } from '../../_shared/serve'
import { draftOfMonth } from '../draft-of-month'
import { unitOfReport } from '../shown-report'
import { writtenText } from './written-text'

export const handleBeginText: Handler<typeof beginText> = async ({ unitId, month }, scene) => {
  const { caller, now, refuse } = scene
  const unit = await unitOfReport(beginText.name, unitId, scene)
  if (!unit) return refuse('unit-not-found')
  if (unit.level === 'grid') return refuse('no-report-of-a-grid')
  const state = stateOf(await stepsOf(unitId, month))
  if (state === 'approved') return refuse('already-closed')
  if (state === 'submitted') return refuse('handed-in')
  const { report, text } = await draftOfMonth(unit, { month, now })
  const laid = isEdited(text) ? text : await layDown({ unitId, month, path: unit.path, blocks: blocksOf(report, 1), drafted: draftedFrom(report), at: instant(now) })
  return writtenText({ unit, text: laid, report, me: caller.personKey })
}
