/** The code that stands in every file of a report. */
import type { Report } from '../../../contract/reports/report'
import type * as v from 'valibot'
import { fileCodeOf, type FileCode } from '../../_shared/records/file-codes'
import { reportId } from '../../_shared/records/reports'
import { contentHashOf } from '../../_shared/rules/report/content-hash'

/** `<unit>:<month>`; of some days with both of them and of a campaign with its id, for they close nothing. */
export function idOfReport({ unit, month, days, campaign }: Pick<v.InferOutput<typeof Report>, 'unit' | 'month' | 'days' | 'campaign'>): string {
  if (campaign) return `${unit.id}:${campaign.id}`
  return days ? `${unit.id}:${days.from}:${days.to}` : reportId(unit.id, month)
}

export function codeOfReport(report: v.InferOutput<typeof Report>): Promise<FileCode> {
  return fileCodeOf(idOfReport(report), contentHashOf(report), { what: 'report', unitId: report.unit.id, month: report.days ? null : report.month })
}
