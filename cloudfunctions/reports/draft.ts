import { draftReport } from '../../contract/reports/draft'
import type { Handler } from '../_shared/serve'
import { askedReport, shownReport, unitOfReport } from './shown-report'

export const handleDraftReport: Handler<typeof draftReport> = async (input, scene) => {
  // Whose right is granted on the unit itself needs no look at those above it first: it is read with the names of the others.
  if (!input.days && input.campaignId === undefined && scene.caller.may(draftReport.name, [input.unitId])) {
    const shown = await shownReport({ _id: input.unitId }, input, scene.now)
    return typeof shown === 'string' ? scene.refuse(shown) : shown.report
  }
  const unit = await unitOfReport(draftReport.name, input.unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const shown = await askedReport(unit, input, scene.now)
  return typeof shown === 'string' ? scene.refuse(shown) : shown.report
}
