/** What a unit logged in a month, and the versions of one entry. */
import { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import { listWork } from '#contract/work/list'
import { workVersions } from '#contract/work/versions'
import { fetchStore } from './fetched'
import { onReceipt } from './queue/queue-of-phone'
import { entryOf } from './queue/queued-record'

export const useMonthEntries = fetchStore(listWork)
export const useVersions = fetchStore(workVersions)
/** On the day of an entry: was it part of one of these? */
export const useSessionsOfEntry = fetchStore(sessionsOfDay)

let quiet: ReturnType<typeof setTimeout> | undefined

// After the last receipt of many: the list has the new version.
onReceipt((record) => {
  if (entryOf(record) === null) return
  clearTimeout(quiet)
  quiet = setTimeout(() => void useMonthEntries.getState().reload(), 1_000)
})
