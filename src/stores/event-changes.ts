/** Another plan for a published event, and who is not known to have seen it. */
import { create } from './forgettable'
import type { Answer } from '#contract/call'
import { changeEvent } from '#contract/events/change'
import { unseenChange, unseenCounts } from '#contract/notices/unseen'
import { call, type Sent } from './call'
import { fetchStore } from './fetched'

export const change = (input: Sent<typeof changeEvent>): Promise<Answer<typeof changeEvent>> => call(changeEvent, input)

export const useUnseenChange = fetchStore(unseenChange)

interface Counts {
  /** People by event; absent: it never changed, or that is not known. */
  counts: Readonly<Record<string, number>>
  load(eventIds: readonly string[]): Promise<void>
}

/** What does not arrive stays unsaid: the list is of use without it. */
export const useUnseenCounts = create<Counts>()((set) => ({
  counts: {},
  load: async (eventIds) => {
    const asked = [...new Set(eventIds)].slice(0, 60)
    if (asked.length === 0) return
    const answer = await call(unseenCounts, { eventIds: asked })
    if (answer.ok) set({ counts: Object.fromEntries(answer.value.counts.map(({ eventId, people }) => [eventId, people])) })
  },
}))
