import { excelReport } from '../../contract/reports/excel'
import { partsOf } from '../_shared/records/unit-month-parts'
import { findUnits } from '../_shared/records/units'
import type { Handler } from '../_shared/serve'
import { xlsxOf } from './document/xlsx-file'
import { askedReport, unitOfReport } from './shown-report'
import { takeFile } from './take-file'

export const handleExcelReport: Handler<typeof excelReport> = async (input, scene) => {
  const { caller, now, refuse } = scene
  const unit = await unitOfReport(excelReport.name, input.unitId, scene)
  if (!unit) return refuse('unit-not-found')
  const shown = await askedReport(unit, input, now)
  if (typeof shown === 'string') return refuse(shown === 'no-such-snapshot' ? 'unit-not-found' : shown)
  const { report, month } = shown
  const [parts, units] = await Promise.all([shown.parts ?? partsOf(unit, report.month, month), findUnits(month.entries.map(({ path }) => path[path.length - 1] ?? ''))])
  const bytes = await xlsxOf({ report, parts, entries: month.entries, unitNames: new Map([...units].map(([id, { name }]) => [id, name])) })
  return takeFile({ call: excelReport.name, by: caller.personKey, unit, month: report.month, now, title: report.title, kind: 'xlsx', bytes })
}
