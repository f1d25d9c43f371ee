import { excelReport } from '../../contract/reports/excel'
import { findUnits, type UnitRecord } from '../_shared/records/units'
import type { Handler } from '../_shared/serve'
import { xlsxOf, type Book } from './document/xlsx-file'
import { partsToPrint } from './parts-to-print'
import { askedReport, unitOfReport, type Shown } from './shown-report'
import { codeOfReport } from './files/report-code'
import { takeFile } from './take-file'

export const handleExcelReport: Handler<typeof excelReport> = async (input, scene) => {
  const { caller, now, refuse } = scene
  const unit = await unitOfReport(excelReport.name, input.unitId, scene)
  if (!unit) return refuse('unit-not-found')
  const shown = await askedReport(unit, input, now)
  if (typeof shown === 'string') return refuse(shown === 'no-such-snapshot' ? 'unit-not-found' : shown)
  const { report } = shown
  const bytes = await xlsxOf(await bookOf(unit, shown), await codeOfReport(report))
  return takeFile({ call: excelReport.name, by: caller.personKey, unit, month: report.month, now, title: report.title, kind: 'xlsx', bytes })
}

export async function bookOf(unit: UnitRecord, shown: Shown): Promise<Book> {
  const { report, month } = shown
  const [parts, units] = await Promise.all([partsToPrint(unit, shown), findUnits(month.entries.map(({ path }) => path[path.length - 1] ?? ''))])
  return { report, parts, entries: month.entries, unitNames: new Map([...units].map(([id, { name }]) => [id, name])) }
}
