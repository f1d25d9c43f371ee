/** Figures of a month or a longer time, as one thing to show. */
import { isMonth } from '#contract/totals/period'
import { useMonthTotals, usePeriodTotals } from '../../../stores/totals'

const nothingMore = { trend: [], closed: null, corrections: null } as const

export function useTotals(unitId: string | null, period: string, campaignId: string | undefined) {
  const [ofMonth, ofPeriod] = [useMonthTotals(), usePeriodTotals()]
  const month = isMonth(period)
  const { failed, loading } = month ? ofMonth : ofPeriod
  const value = month ? ofMonth.value : ofPeriod.value && { ...nothingMore, ...ofPeriod.value }
  return {
    value, failed, loading,
    /** `fresh`: counts first what came since. */
    async ask(fresh?: true): Promise<void> {
      if (unitId === null) return
      const more = fresh && { fresh }
      await (month ? ofMonth.load({ unitId, month: period, ...more }) : ofPeriod.load({ unitId, period, ...(campaignId && { campaignId }), ...more }))
    },
  }
}
