import { reportTemplate } from '../../../contract/reports/template'
import { revOfTemplate, templateRecordFor, unitOfTemplate } from '../../_shared/records/report-templates'
import { findUnits, unitBrief } from '../../_shared/records/units'
import { plainText } from '../../_shared/rules/report/template/plain'
import type { Handler } from '../../_shared/serve'
import { unitOfReport } from '../shown-report'

export const handleReportTemplate: Handler<typeof reportTemplate> = async ({ unitId }, scene) => {
  const unit = await unitOfReport(reportTemplate.name, unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const [record, rev] = await Promise.all([templateRecordFor(unit.path), revOfTemplate(unitId)])
  const of = record && (await findUnits(unit.path)).get(unitOfTemplate(record))
  return { text: record?.text ?? plainText, of: of ? unitBrief(of) : null, rev }
}
