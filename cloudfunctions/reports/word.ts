import { wordReport } from '../../contract/reports/word'
import type { Handler } from '../_shared/serve'
import { docxOf } from './document/docx-file'
import { tellsParts } from './document/unit-tables'
import { partsToPrint } from './parts-to-print'
import { askedReport, unitOfReport } from './shown-report'
import { codeOfReport } from './files/report-code'
import { takeFile } from './take-file'

export const handleWordReport: Handler<typeof wordReport> = async (input, scene) => {
  const { caller, now, refuse } = scene
  const unit = await unitOfReport(wordReport.name, input.unitId, scene)
  if (!unit) return refuse('unit-not-found')
  const shown = await askedReport(unit, input, now)
  if (typeof shown === 'string') return refuse(shown === 'no-such-snapshot' ? 'unit-not-found' : shown)
  const { report } = shown
  const [code, parts] = await Promise.all([codeOfReport(report), tellsParts(unit) ? partsToPrint(unit, shown) : []])
  return takeFile({ call: wordReport.name, by: caller.personKey, unit, month: report.month, now, title: report.title, kind: 'docx', bytes: await docxOf(report, code, parts) })
}
