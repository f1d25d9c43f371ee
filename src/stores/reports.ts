/** A month's report as it stands, its way up, and its files. */
import type { Answer } from '#contract/call'
import { albumVolume } from '#contract/reports/album'
import { approveReport } from '#contract/reports/approve'
import { draftReport } from '#contract/reports/draft'
import { eventFile } from '#contract/reports/event-file'
import { excelReport } from '#contract/reports/excel'
import { sendBackReport } from '#contract/reports/send-back'
import { reportStanding } from '#contract/reports/standing'
import { submitReport } from '#contract/reports/submit'
import { wordReport } from '#contract/reports/word'
import { call, type Sent } from './call'
import { fetchStore } from './fetched'
import { sentOnce } from './sent-once'

export const useReportDraft = fetchStore(draftReport)
export const useReportStanding = fetchStore(reportStanding)

/** Of a month; or of some days or of a campaign, which close nothing. */
export type ReportOf = Sent<typeof wordReport>

/** Makes the file afresh each time it is asked for: its address expires after 10 minutes. */
export function makeWord(of: ReportOf) {
  return call(wordReport, of)
}

export function makeExcel(of: ReportOf) {
  return call(excelReport, of)
}

/** One volume. */
export function makeAlbum(unitId: string, month: string, volume: number) {
  return call(albumVolume, { unitId, month, volume })
}

export function makeEventFile(eventId: string) {
  return call(eventFile, { eventId })
}

export const submit = (said: Omit<Sent<typeof submitReport>, 'recordId'>): Promise<Answer<typeof submitReport>> =>
  sentOnce(['submit', said], (recordId) => call(submitReport, { recordId, ...said }))

export const approve = (said: Omit<Sent<typeof approveReport>, 'recordId'>): Promise<Answer<typeof approveReport>> =>
  sentOnce(['approve', said], (recordId) => call(approveReport, { recordId, ...said }))

export const sendBack = (said: Omit<Sent<typeof sendBackReport>, 'recordId'>): Promise<Answer<typeof sendBackReport>> =>
  sentOnce(['send-back', said], (recordId) => call(sendBackReport, { recordId, ...said }))
