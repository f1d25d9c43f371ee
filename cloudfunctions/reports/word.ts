/** The draft as a Word file, kept under the hash of its bytes: asking again for the same month finds the same file. */
import { createHash } from 'node:crypto'
import { wordReport } from '../../contract/reports/word'
import { noteExport } from '../_shared/records/exports'
import { addressesOf, keepFile } from '../_shared/records/files'
import { findUnit } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { keysOf } from '../_shared/secrets/keys'
import type { Handler } from '../_shared/serve'
import { docxOf } from './document/docx-file'
import { reportNow } from './report-now'

export const handleWordReport: Handler<typeof wordReport> = async (input, scene) => {
  const report = await reportNow(wordReport.name, input, scene)
  if (!report) return scene.refuse('unit-not-found')
  keysOf('LINLI_AUDIT_KEY') // without it the export could not be noted, and no file may be left behind
  const docx = await docxOf(report)
  const sha256 = createHash('sha256').update(docx).digest('hex')
  const fileId = await keepFile(`reports/${report.unit.id}/${report.month}/${sha256}.docx`, docx)
  const path = (await findUnit(report.unit.id, monthOf(scene.now)))?.path ?? [report.unit.id]
  await noteExport({ call: wordReport.name, by: scene.caller.personKey, sha256, path, facts: { month: report.month, unitId: report.unit.id }, at: instant(scene.now) })
  const url = (await addressesOf([fileId])).get(fileId)
  if (url === undefined) throw new Error('storage gave no address for a file that it has just kept')
  return { fileId, url, name: `${report.title}.docx`, bytes: docx.length }
}
