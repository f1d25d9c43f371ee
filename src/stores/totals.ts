/** A unit's figures of a month or a longer time, and what one of them counts, page by page. */
import { create } from './forgettable'
import type { Output } from '#contract/call'
import { figureFacts } from '#contract/totals/facts'
import { monthTotals } from '#contract/totals/month'
import { periodTotals } from '#contract/totals/of-period'
import { call, type Sent } from './call'
import { fetchStore, type Fetched } from './fetched'

export const useMonthTotals = fetchStore(monthTotals)
export const usePeriodTotals = fetchStore(periodTotals)

interface FigureFacts extends Fetched<typeof figureFacts> {
  /** The next page, under what stands. */
  more(): Promise<void>
}

const firstPage = fetchStore(figureFacts)

export const useFigureFacts = create<FigureFacts>()((set, get) => {
  firstPage.subscribe(({ input, value, failed, loading }) => set({ input, value, failed, loading }))
  return {
    ...firstPage.getState(),
    more: async () => {
      const { input, value } = get()
      if (input === null || value === null || value.notListed === 0) return
      set({ loading: true, failed: null })
      const listed = value.sessions.length + value.entries.length
      const answer = await call(figureFacts, { ...input, page: Math.round(listed / perPage) } satisfies Sent<typeof figureFacts>)
      if (get().input !== input || get().value !== value) return
      set(answer.ok ? { value: together(value, answer.value), loading: false } : { failed: answer, loading: false })
    },
  }
})

/** As the function gives them. */
const perPage = 100

type Facts = Output<typeof figureFacts>

function together(before: Facts, page: Facts): Facts {
  return { ...before, sessions: [...before.sessions, ...page.sessions], entries: [...before.entries, ...page.entries], notListed: page.notListed }
}
