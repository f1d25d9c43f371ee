import { draftReport } from '../../contract/reports/draft'
import type { Handler } from '../_shared/serve'
import { askedReport, unitOfReport } from './shown-report'

export const handleDraftReport: Handler<typeof draftReport> = async (input, scene) => {
  const unit = await unitOfReport(draftReport.name, input.unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const shown = await askedReport(unit, input, scene.now)
  return typeof shown === 'string' ? scene.refuse(shown) : shown.report
}
