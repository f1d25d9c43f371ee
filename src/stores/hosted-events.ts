/** The events of a unit as its admin sees them: drafts, what is coming, what has been; and the three things done to them. */
import { create } from './forgettable'
import type { Input } from '#contract/call'
import { cancelEvent } from '#contract/events/cancel'
import { createEvent } from '#contract/events/create'
import { listDrafts } from '#contract/events/drafts'
import type { EventBrief } from '#contract/events/event'
import { listEvents } from '#contract/events/list'
import { publishEvent } from '#contract/events/publish'
import { addDays } from './calendar'
import { call, type Sent } from './call'
import type { Failed } from './failure-words'

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
export const publish = (eventId: string) => call(publishEvent, { eventId })
export const cancel = (eventId: string, reason: string) => call(cancelEvent, { eventId, reason })
