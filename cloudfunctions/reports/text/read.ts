/** What has changed since. While nothing has, it costs no counting. */
import { readText } from '../../../contract/reports/text'
import { findText, revOfText } from '../../_shared/records/report-texts'
import { unitBrief } from '../../_shared/records/units'
import type { Handler } from '../../_shared/serve'
import { draftOfMonth } from '../draft-of-month'
import { unitOfReport } from '../shown-report'
import { writtenText } from './written-text'

export const handleReadText: Handler<typeof readText> = async ({ unitId, month, since }, scene) => {
  const unit = await unitOfReport(readText.name, unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const rev = await revOfText(unitId, month)
  if (rev === null) return scene.refuse('not-begun')
  if (rev === since) return { unit: unitBrief(unit), month, rev, blocks: null, figures: [] }
  const [{ report }, text] = await Promise.all([draftOfMonth(unit, { month, now: scene.now }), findText(unitId, month)])
  return text ? writtenText({ unit, text, report, me: scene.caller.personKey }) : scene.refuse('not-begun')
}
