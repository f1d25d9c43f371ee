import { draftReport } from '../../contract/reports/draft'
import type { Handler } from '../_shared/serve'
import { askedReport, unitOfReport } from './shown-report'

export const handleDraftReport: Handler<typeof draftReport> = async (input, scene) => {
  const unit = await unitOfReport(draftReport.name, input.unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const report = await askedReport(unit, input, scene.now)
  return typeof report === 'string' ? scene.refuse(report) : report
}
