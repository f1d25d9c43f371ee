/** The draft as a Word file, kept under the hash of its bytes: asking again for the same month finds the same file. */
import { createHash } from 'node:crypto'
import type { wordReport } from '../../contract/reports/word'
import { addressesOf, keepFile } from '../_shared/records/files'
import type { Handler } from '../_shared/serve'
import { docxOf } from './document/docx-file'
import { reportNow } from './report-now'

export const handleWordReport: Handler<typeof wordReport> = async (input, scene) => {
  const report = await reportNow('reports/word', input, scene)
  if (!report) return scene.refuse('unit-not-found')
  const docx = await docxOf(report)
  const sha256 = createHash('sha256').update(docx).digest('hex')
  const fileId = await keepFile(`reports/${report.unit.id}/${report.month}/${sha256}.docx`, docx)
  const url = (await addressesOf([fileId])).get(fileId)
  if (url === undefined) throw new Error('storage gave no address for a file that it has just kept')
  return { fileId, url, name: `${report.title}.docx`, bytes: docx.length }
}
