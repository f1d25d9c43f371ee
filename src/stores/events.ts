/** What is on: every published event of the next two months, and one event opened. */
import { create } from 'zustand'
import type { Output } from '#contract/call'
import type { EventBrief, SessionView } from '#contract/events/event'
import { getEvent } from '#contract/events/get'
import { listEvents } from '#contract/events/list'
import { addDays } from './calendar'
import { call } from './call'
import type { Failed } from './failure-words'
import { fetchStore } from './fetched'

export const useEvent = fetchStore(getEvent)

const daysAhead = 62

interface Events {
  /** null until the first page came. */
  events: Output<typeof listEvents>['events'] | null
  after: string | null
  failed: Failed<typeof listEvents> | null
  loading: boolean
  load(from: string): Promise<void>
  more(): Promise<void>
}

/** The newest question wins; what stands stays on screen while it is asked again. */
let asked = 0

export const useEvents = create<Events>()((set, get) => {
  let from = ''
  const ask = async (after: string | null) => {
    asked += 1
    const mine = asked
    set({ loading: true, failed: null })
    const answer = await call(listEvents, { from, to: addDays(from, daysAhead), ...(after === null ? {} : { after }) })
    if (mine !== asked) return
    if (!answer.ok) return set({ failed: answer, loading: false })
    const before = after === null ? [] : get().events ?? []
    set({ events: [...before, ...answer.value.events], after: answer.value.after, loading: false })
  }
  return {
    events: null,
    after: null,
    failed: null,
    loading: false,
    load: async (day) => {
      from = day
      await ask(null)
    },
    more: async () => {
      const { after, loading } = get()
      if (after !== null && !loading) await ask(after)
    },
  }
})

/** One gathering on one day: what a card of the list shows. */
export interface DayItem { event: EventBrief; session: SessionView; number: number }
export interface DayOfEvents { on: string; items: DayItem[] }

/** Sessions from day to day under their days, each day by the hour. */
export function byDay(events: readonly EventBrief[], from: string, to: string): DayOfEvents[] {
  const days = new Map<string, DayItem[]>()
  for (const event of events) {
    event.sessions.forEach((session, index) => {
      if (session.on < from || session.on > to) return
      days.set(session.on, [...(days.get(session.on) ?? []), { event, session, number: index + 1 }])
    })
  }
  return [...days]
    .map(([on, items]) => ({ on, items: items.sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt)) }))
    .sort((a, b) => a.on.localeCompare(b.on))
}

export type SessionState =
  | { is: 'cancelled' } | { is: 'over' } | { is: 'registered'; partySize: number } | { is: 'waitlisted' }
  | { is: 'open-door' } | { is: 'full' } | { is: 'free'; left: number }

/** How a session stands for the person who looks. `now` in ms. */
export function stateOf(event: EventBrief, session: SessionView, now: number): SessionState {
  if (event.status === 'cancelled') return { is: 'cancelled' }
  const { mine } = event
  const named = mine !== null && mine.sessionIds.includes(session.id)
  if (named && mine.status === 'confirmed') return { is: 'registered', partySize: mine.partySize }
  if (Date.parse(session.endsAt) <= now) return { is: 'over' }
  if (named && mine.status === 'waitlisted') return { is: 'waitlisted' }
  if (event.countOnly || session.left === null) return { is: 'open-door' }
  return session.left === 0 ? { is: 'full' } : { is: 'free', left: session.left }
}
