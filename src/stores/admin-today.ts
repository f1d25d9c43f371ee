/** An admin's first page. */
import { adminToday } from '#contract/totals/today'
import { fetchStore } from './fetched'

export const useAdminToday = fetchStore(adminToday)
