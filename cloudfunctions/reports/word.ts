/**
 * The report as a Word file, kept under the hash of its bytes: asking again for the same month finds the same file. It is audited
 * first and kept then, so that nobody has a file of which nothing is known.
 */
import { createHash } from 'node:crypto'
import { wordReport } from '../../contract/reports/word'
import { takeAlong } from '../_shared/records/exports'
import { addressesOf } from '../_shared/records/files'
import { instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'
import { docxOf } from './document/docx-file'
import { askedReport, unitOfReport } from './shown-report'

export const handleWordReport: Handler<typeof wordReport> = async (input, scene) => {
  const unit = await unitOfReport(wordReport.name, input.unitId, scene)
  if (!unit) return scene.refuse('unit-not-found')
  const report = await askedReport(unit, input, scene.now)
  if (typeof report === 'string') return scene.refuse(report === 'no-such-snapshot' ? 'unit-not-found' : report)
  const { month, title } = report
  const docx = await docxOf(report)
  const sha256 = createHash('sha256').update(docx).digest('hex')
  const taken = { call: wordReport.name, by: scene.caller.personKey, sha256, unitPath: unit.path, facts: { month, unitId: unit._id }, at: instant(scene.now) }
  const fileId = await takeAlong(taken, { path: `reports/${unit._id}/${month}/${sha256}.docx`, bytes: docx })
  const url = (await addressesOf([fileId])).get(fileId)
  if (url === undefined) throw new Error('storage gave no address for a file that it has just kept')
  return { fileId, url, name: `${title}.docx`, bytes: docx.length }
}
