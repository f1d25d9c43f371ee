import { draftReport } from '../../contract/reports/draft'
import type { Handler } from '../_shared/serve'
import { shownReport, unitOfReport } from './shown-report'

export const handleDraftReport: Handler<typeof draftReport> = async (input, scene) => {
  const unit = await unitOfReport(draftReport.name, input.unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const report = await shownReport(unit, input, scene.now)
  return report === 'no-such-snapshot' ? scene.refuse(report) : report
}
