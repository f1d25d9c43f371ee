/** A month's report as it stands, and its Word file. */
import { draftReport } from '#contract/reports/draft'
import { wordReport } from '#contract/reports/word'
import { call } from './call'
import { fetchStore } from './fetched'

export const useReportDraft = fetchStore(draftReport)

/** Makes the file afresh each time it is asked for: its address expires after 10 minutes. */
export function makeWord(unitId: string, month: string) {
  return call(wordReport, { unitId, month })
}
