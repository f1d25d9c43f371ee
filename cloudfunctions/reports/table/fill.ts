import { fillTable } from '../../../contract/reports/tables'
import { findTable } from '../../_shared/records/report-tables'
import { partsOf } from '../../_shared/records/unit-month-parts'
import { figureCatalogue } from '../../_shared/rules/figure-catalogue'
import { wordsOfScope } from '../../_shared/rules/report/words-of-scope'
import { filledTable } from '../../_shared/rules/table/filled'
import type { Handler } from '../../_shared/serve'
import { askedReport, unitOfReport } from '../shown-report'
import { takeFile } from '../take-file'
import { filledFile, gridOfFile } from './sheet-file'

const money = new Set(figureCatalogue.flatMap((figure) => (figure.money ? [figure.name] : [])))

export const handleFillTable: Handler<typeof fillTable> = async (input, scene) => {
  const { caller, now, refuse } = scene
  const unit = await unitOfReport(fillTable.name, input.unitId, scene)
  if (!unit) return refuse('unit-not-found')
  const table = await findTable(input.tableId)
  // Of the unit or of one above it.
  if (!table || table.gone || !unit.path.includes(table.unitId)) return refuse('no-such-table')
  const shown = await askedReport(unit, input, now)
  if (typeof shown === 'string') return refuse(shown === 'no-such-snapshot' ? 'unit-not-found' : shown)
  const { report, month } = shown
  const file = Buffer.from(table.file, 'base64')
  const { when } = wordsOfScope(report)
  const { cells, empty } = filledTable({
    grid: gridOfFile(file)!, layout: table.layout, heads: table.heads, unit: report.unit, period: when, table: report.table,
    parts: shown.parts ?? (await partsOf(unit, report.month, month)), money,
  })
  const taken = await takeFile({ call: fillTable.name, by: caller.personKey, unit, month: report.month, now, title: `${table.name} ${report.unit.name}${when}`, kind: 'xlsx', bytes: filledFile(file, cells) })
  return { ...taken, filled: cells.size, empty: empty.slice(0, 200) }
}
