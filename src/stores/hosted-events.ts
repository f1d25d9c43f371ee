/** The events of a unit as its admin sees them: drafts, what is coming, what has been; and the three things done to them. */
import { create } from './forgettable'
import type { Input } from '#contract/call'
import { cancelEvent } from '#contract/events/cancel'
import { createEvent } from '#contract/events/create'
import { listDrafts } from '#contract/events/drafts'
import type { EventBrief } from '#contract/events/event'
import { getEvent } from '#contract/events/get'
import { listEvents } from '#contract/events/list'
import { pastEvents } from '#contract/events/past'
import { publishEvent } from '#contract/events/publish'
import { rewriteDraft } from '#contract/events/rewrite'
import { addDays } from './calendar'
import { call, type Sent } from './call'
import type { Failed } from './failure-words'
import { fetchStore } from './fetched'

const daysBack = 31
const daysAhead = 180

interface HostedEvents {
  unitId: string | null
  published: EventBrief[] | null
  drafts: EventBrief[] | null
  /** More than the first pages hold: said on the screen. */
  more: boolean
  failed: Failed<typeof listEvents> | Failed<typeof listDrafts> | null
  loading: boolean
  load(unitId: string, today: string): Promise<void>
}

export const useHostedEvents = create<HostedEvents>()((set, get) => ({
  unitId: null,
  published: null,
  drafts: null,
  more: false,
  failed: null,
  loading: false,
  load: async (unitId, today) => {
    if (unitId !== get().unitId) set({ unitId, published: null, drafts: null })
    set({ loading: true, failed: null })
    const range = { from: addDays(today, -daysBack), to: addDays(today, daysAhead), hosts: [unitId] }
    const [published, drafts] = await Promise.all([call(listEvents, range), call(listDrafts, { unitId })])
    if (get().unitId !== unitId) return
    if (!published.ok) return set({ failed: published, loading: false })
    if (!drafts.ok) return set({ failed: drafts, loading: false })
    set({
      published: published.value.events,
      drafts: drafts.value.events,
      more: published.value.after !== null || drafts.value.more,
      loading: false,
    })
  },
}))

export const createDraft = (input: Input<typeof createEvent>) => call(createEvent, input as Sent<typeof createEvent>)
export const rewrite = (input: Input<typeof rewriteDraft>) => call(rewriteDraft, input as Sent<typeof rewriteDraft>)
/** As it stands at this moment: to be copied, or to be met again after somebody else changed it. */
export const fetchEvent = (eventId: string) => call(getEvent, { eventId })
/** Held before, the latest first. */
export const usePastHosted = fetchStore(pastEvents)
export const publish = (eventId: string) => call(publishEvent, { eventId })
export const cancel = (eventId: string, reason: string) => call(cancelEvent, { eventId, reason })
