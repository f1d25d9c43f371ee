/** What is on: published events from a day on, page by page, and one event opened. */
import { create, onForget } from './forgettable'
import type { Output } from '#contract/call'
import type { EventBrief, SessionView } from '#contract/events/event'
import { getEvent } from '#contract/events/get'
import type { EventKind } from '#contract/events/kinds'
import { listEvents } from '#contract/events/list'
import { addDays } from './calendar'
import { call } from './call'
import type { Failed } from './failure-words'
import { fetchStore } from './fetched'

export const useEvent = fetchStore(getEvent)

export const daysAhead = 365

/** `hosts` absent: everybody's. */
export interface EventsQuestion { from: string; hosts?: string[] | undefined; kind?: EventKind | undefined }

interface Events {
  question: EventsQuestion | null
  /** null until the first page came. */
  events: Output<typeof listEvents>['events'] | null
  /** Kinds that were seen among events of these hosts. */
  kinds: EventKind[]
  after: string | null
  failed: Failed<typeof listEvents> | null
  loading: boolean
  load(question: EventsQuestion): Promise<void>
  more(): Promise<void>
}

/** The newest question wins; what stands stays on screen while it is asked again, but not the events of another place. */
let asked = 0
onForget(() => { asked += 1 })

export const useEvents = create<Events>()((set, get) => {
  const ask = async (question: EventsQuestion, after: string | null) => {
    asked += 1
    const mine = asked
    set({ question, loading: true, failed: null })
    const { from, hosts, kind } = question
    const answer = await call(listEvents, { from, to: addDays(from, daysAhead), ...(hosts && { hosts }), ...(kind && { kind }), ...(after !== null && { after }) })
    if (mine !== asked) return
    if (!answer.ok) return set({ failed: answer, loading: false })
    const events = [...(after === null ? [] : get().events ?? []), ...answer.value.events]
    const next = answer.value.after
    set({ events, after: next, loading: false, kinds: [...new Set([...get().kinds, ...events.map((event) => event.kind)])] })
    // Nothing but classes that began before: not even the first day is complete.
    if (next !== null && dayOfMark(next) <= from) await ask(question, next)
  }
  return {
    question: null,
    events: null,
    kinds: [],
    after: null,
    failed: null,
    loading: false,
    load: async (question) => {
      const { question: before } = get()
      if (before && JSON.stringify(before.hosts) !== JSON.stringify(question.hosts)) set({ events: null, after: null, kinds: [] })
      await ask(question, null)
    },
    more: async () => {
      const { question, after, loading } = get()
      if (question && after !== null && !loading) await ask(question, after)
    },
  }
})

/** Before this day nothing is missing; on it and later, more may come with the next page. */
export function dayOfMark(after: string): string {
  return after.slice(0, 10)
}

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
  | { is: 'cancelled' } | { is: 'over' } | { is: 'registered'; partySize: number } | { is: 'waitlisted'; position: number | null } | { is: 'offered' }
  | { is: 'open-door' } | { is: 'full' }
  /** Nobody can register: it has begun, registration is over, or not open yet. */
  | { is: 'begun' } | { is: 'closed' } | { is: 'not-open' }
  /** `queue`: others wait at this event. Who of them would fit goes first, so a newcomer may have to wait too: the server decides. */
  | { is: 'free'; left: number; queue: boolean }

/** How a session stands for the person who looks. `now` in ms. */
export function stateOf(event: EventBrief, session: SessionView, now: number): SessionState {
  if (event.status === 'cancelled') return { is: 'cancelled' }
  const { mine } = event
  const named = mine !== null && mine.sessionIds.includes(session.id)
  if (named && mine.status === 'confirmed') return { is: 'registered', partySize: mine.partySize }
  if (Date.parse(session.endsAt) <= now) return { is: 'over' }
  if (named && mine.status === 'waitlisted') return mine.offered ? { is: 'offered' } : { is: 'waitlisted', position: mine.position }
  if (event.countOnly || session.left === null) return { is: 'open-door' }
  if (Date.parse(session.startsAt) <= now) return { is: 'begun' }
  if (event.closesAt && Date.parse(event.closesAt) <= now) return { is: 'closed' }
  if (event.opensAt && Date.parse(event.opensAt) > now) return { is: 'not-open' }
  return session.left === 0 ? { is: 'full' } : { is: 'free', left: session.left, queue: event.waiting }
}
