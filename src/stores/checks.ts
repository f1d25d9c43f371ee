/** What does not fit together in a month, and mending an entry of it on the spot. */
import type { Answer } from '#contract/call'
import { monthChecks } from '#contract/totals/checks'
import { correctWork } from '#contract/work/correct'
import type { WorkEntryView } from '#contract/work/entry'
import { listWork } from '#contract/work/list'
import { call, type Sent } from './call'
import { fetchStore } from './fetched'
import { stampedAt } from './stamped-at'
import { sentOnce } from './sent-once'
import { clockOffset } from './server-clock'

export const useMonthChecks = fetchStore(monthChecks)
/** Of the day of an entry. */
export const useEntriesOfDay = fetchStore(listWork)

type Said = Pick<Sent<typeof correctWork>, 'quantity' | 'softness' | 'withdrawn' | 'reason'>

export function correctEntry({ id, rev, on }: WorkEntryView, said: Said): Promise<Answer<typeof correctWork>> {
  return sentOnce(['correct', id, rev, said], (recordId) => call(correctWork, { recordId, entryId: id, rev, on, ...said, ...stampedAt(Date.now(), clockOffset()) }))
}
