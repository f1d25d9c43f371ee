/** The table is read and kept in one write. The upload stays where it was sent, as a repeat may want it. */
import { createHash } from 'node:crypto'
import { addTable, mostTables, tableMaxBytes } from '../../../contract/reports/tables'
import { isUpload, readUpload } from '../../_shared/records/files'
import { addTableOnce, findTable, tablesOf, type TableRecord } from '../../_shared/records/report-tables'
import { instant } from '../../_shared/rules/calendar'
import { headingsOf, layoutsOf } from '../../_shared/rules/table/heads'
import type { Handler } from '../../_shared/serve'
import { unitOfReport } from '../shown-report'
import { gridOfFile } from './sheet-file'
import { shownTable } from './shown-table'

export const handleAddTable: Handler<typeof addTable> = async ({ recordId, unitId, name, fileId }, scene) => {
  const { caller, now, refuse } = scene
  const unit = await unitOfReport(addTable.name, unitId, scene)
  if (!unit) return refuse('unit-not-found')
  if (!isUpload(fileId, `${recordId}.xlsx`)) return refuse('upload-not-found')
  const known = await findTable(recordId)
  if (known) return kept(known)
  if ((await tablesOf([unitId], mostTables)).length >= mostTables) return refuse('too-many-tables')
  const bytes = await readUpload(fileId, tableMaxBytes)
  if (bytes === 'missing') return refuse('upload-not-found')
  if (bytes === 'too-large') return refuse('file-too-large')
  const grid = gridOfFile(bytes)
  if (!grid) return refuse('not-a-spreadsheet')
  const layouts = layoutsOf(grid)
  const [first] = layouts
  if (!first) return refuse('no-heads')
  const record: TableRecord = {
    _id: recordId, unitId, path: unit.path, name, file: bytes.toString('base64'), sha256: createHash('sha256').update(bytes).digest('hex'),
    layout: first.layout, layouts, heads: headingsOf(grid, first.layout), gone: false, rev: 1, by: caller.personKey, at: instant(now),
  }
  return kept((await addTableOnce(record)).record)

  function kept(record: TableRecord) {
    if (record.unitId !== unitId || record.by !== caller.personKey && record.rev === 1 || record.name !== name) return refuse('record-id-taken')
    return shownTable(record, unit!, caller)
  }
}
