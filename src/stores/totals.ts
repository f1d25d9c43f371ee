/** A month's figures of a unit, and what one of them counts. */
import { figureFacts } from '#contract/totals/facts'
import { monthTotals } from '#contract/totals/month'
import { fetchStore } from './fetched'

export const useMonthTotals = fetchStore(monthTotals)
export const useFigureFacts = fetchStore(figureFacts)
