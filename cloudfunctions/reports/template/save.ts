/** A template with a mistake is not kept: what stands can always be written from. */
import { saveTemplate } from '../../../contract/reports/template'
import { keepTemplate } from '../../_shared/records/report-templates'
import { instant } from '../../_shared/rules/calendar'
import { templateOf } from '../../_shared/rules/report/template/grammar'
import type { Handler } from '../../_shared/serve'
import { unitOfReport } from '../shown-report'

/** As many as one mends at a time. */
const mostMistakes = 20

export const handleSaveTemplate: Handler<typeof saveTemplate> = async ({ unitId, text, rev }, scene) => {
  const { caller, now, refuse } = scene
  const unit = await unitOfReport(saveTemplate.name, unitId, scene)
  if (!unit) return refuse('unit-not-found')
  const read = text === null ? null : templateOf(text)
  if (Array.isArray(read)) return { mistakes: read.slice(0, mostMistakes), rev }
  const kept = await keepTemplate({ unitId, text, by: caller.personKey, at: instant(now), seen: rev })
  return kept === null ? refuse('changed-meanwhile') : { mistakes: [], rev: kept }
}
