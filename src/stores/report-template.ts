/** The sentences from which a unit's reports are drafted. */
import { reportTemplate, saveTemplate } from '#contract/reports/template'
import { call } from './call'
import { fetchStore } from './fetched'

export const useTemplate = fetchStore(reportTemplate)

/** null: back to the one from above. The same again is the same. */
export function keepTemplate(unitId: string, text: string | null, rev: number) {
  return call(saveTemplate, { unitId, text, rev })
}
