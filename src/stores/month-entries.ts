/** What a unit logged in a month, and the versions of one entry. */
import { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import { listWork } from '#contract/work/list'
import { workVersions } from '#contract/work/versions'
import { fetchStore } from './fetched'

export const useMonthEntries = fetchStore(listWork)
export const useVersions = fetchStore(workVersions)
/** On the day of an entry: was it part of one of these? */
export const useSessionsOfEntry = fetchStore(sessionsOfDay)
