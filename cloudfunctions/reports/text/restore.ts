import { restoreText } from '../../../contract/reports/text'
import { findVersion, replaceText } from '../../_shared/records/report-texts'
import { instant } from '../../_shared/rules/calendar'
import { blocksOf } from '../../_shared/rules/editing/blocks'
import type { Handler } from '../../_shared/serve'
import { draftAfresh } from '../draft-of-month'
import { unitOfReport } from '../shown-report'
import { writtenText } from './written-text'

export const handleRestoreText: Handler<typeof restoreText> = async (input, scene) => {
  const { caller, now, refuse } = scene
  const { recordId, month, rev, n } = input
  const unit = await unitOfReport(restoreText.name, input.unitId, scene)
  if (!unit) return refuse('unit-not-found')
  if (unit.level === 'grid') return refuse('no-report-of-a-grid')
  const { report } = await draftAfresh(unit, { month, now })
  const blocks = n === 0 ? blocksOf(report, 0) : (await findVersion(unit._id, month, n))?.blocks
  if (!blocks) return refuse('no-such-version')
  const restored = await replaceText({ call: restoreText.name, unit, month, recordId, by: caller.personKey, at: instant(now), seen: rev, blocks })
  if (typeof restored === 'string') return refuse(restored)
  return writtenText({ unit, text: restored.text, report, me: caller.personKey })
}
