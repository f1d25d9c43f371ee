import { reportTemplate } from '../../../contract/reports/template'
import { nearestWithTemplate } from '../../_shared/records/report-templates'
import { findUnits, unitBrief } from '../../_shared/records/units'
import { plainText } from '../../_shared/rules/report/template/plain'
import type { Handler } from '../../_shared/serve'
import { unitOfReport } from '../shown-report'

export const handleReportTemplate: Handler<typeof reportTemplate> = async ({ unitId }, scene) => {
  const unit = await unitOfReport(reportTemplate.name, unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const of = nearestWithTemplate(unit.path, await findUnits(unit.path))
  return { text: of?.template?.text ?? plainText, of: of && unitBrief(of), rev: unit.template?.rev ?? 0 }
}
