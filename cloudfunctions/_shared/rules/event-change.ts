/** What of a published event's plan may become another one, and what thereby changes. Pure. */
import type * as v from 'valibot'
import type { Failure, Input } from '../../../contract/call'
import type { changeEvent } from '../../../contract/events/change'
import type { MapPoint } from '../../../contract/events/event'
import { isOpenForRecords } from './attendance-window'
import { dayOf, instant, minutes, monthOf } from './calendar'
import { whatIsWrongWith } from './event-plan'

export type Changed = 'time' | 'place' | 'capacity' | 'bring' | 'window'

interface PlannedSession { id: string; startsAt: string; endsAt: string; on: string; month: string; capacity: number | null; held: boolean }

/** What of an event can become another one. */
export interface EventPlan {
  placeName: string
  placeNote: string | null
  point: v.InferOutput<typeof MapPoint> | null
  bring: string | null
  closesAt: string | null
  cancelUntil: string | null
  sessions: PlannedSession[]
  months: string[]
  firstOn: string
  lastOn: string
}
type Event = EventPlan & { countOnly: boolean; opensAt: string | null }

type Ask = Input<typeof changeEvent>
type Why = Failure<typeof changeEvent>

export interface Changing {
  plan: EventPlan
  what: Changed[]
  /** Ids of the sessions whose time is another one. */
  moved: string[]
  /** Ids of those that move to another month. */
  toAnotherMonth: string[]
  /** `s1 30-40`, for the audit. */
  capacity: string[]
}

/** `now` in ms. */
export function changing(event: Event, ask: Ask, now: number): Changing | Why {
  const sessions: PlannedSession[] = []
  const found: Pick<Changing, 'moved' | 'toAnotherMonth' | 'capacity'> = { moved: [], toAnotherMonth: [], capacity: [] }
  if (ask.sessions.some(({ id }) => event.sessions.every((session) => session.id !== id))) return 'session-not-found'
  for (const session of event.sessions) {
    const next = sessionAfter(session, ask.sessions.find(({ id }) => id === session.id), event.countOnly)
    const isMoved = next.startsAt !== session.startsAt || next.endsAt !== session.endsAt
    if (isMoved || next.capacity !== session.capacity) {
      if (session.startsAt <= instant(now)) return 'already-started'
      if (next.startsAt <= instant(now)) return 'starts-in-the-past'
    }
    if (isMoved) found.moved.push(session.id)
    if (next.month !== session.month) {
      // Whoever is at the door by now writes facts of the old month.
      if (isOpenForRecords(session, 'tap', now + minutes(5), now)) return 'has-records'
      found.toAnotherMonth.push(session.id)
    }
    if (next.capacity !== session.capacity) found.capacity.push(`${session.id.slice(session.id.lastIndexOf('-') + 1)} ${session.capacity}-${next.capacity}`)
    sessions.push(next)
  }
  sessions.sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id))
  const days = sessions.map(({ on }) => on).sort()
  const follows = (deadline: string | null) => deadlineAfter(deadline, event.sessions, sessions, [instant(now), event.opensAt ?? ''])
  const plan: EventPlan = {
    placeName: ask.placeName ?? event.placeName, placeNote: said(ask.placeNote, event.placeNote), point: said(ask.point, event.point), bring: said(ask.bring, event.bring),
    closesAt: said(ask.closesAt, follows(event.closesAt)), cancelUntil: said(ask.cancelUntil, follows(event.cancelUntil)),
    sessions, months: [...new Set(sessions.map(({ month }) => month))], firstOn: days[0] ?? '', lastOn: days[days.length - 1] ?? '',
  }
  const wrong = whatIsWrongWith({ ...event, ...plan })
  if (wrong) return wrong
  const differs = (...fields: (keyof EventPlan)[]) => fields.some((field) => textOf(plan[field]) !== textOf(event[field]))
  const what: Changed[] = [
    ...(found.moved.length > 0 ? ['time' as const] : []), ...(differs('placeName', 'placeNote', 'point') ? ['place' as const] : []),
    ...(found.capacity.length > 0 ? ['capacity' as const] : []), ...(differs('bring') ? ['bring' as const] : []), ...(differs('closesAt', 'cancelUntil') ? ['window' as const] : []),
  ]
  return { plan, what, ...found }
}

function sessionAfter(session: PlannedSession, ask: Ask['sessions'][number] | undefined, countOnly: boolean): PlannedSession {
  const startsAt = ask?.startsAt ?? session.startsAt
  return {
    ...session, startsAt, endsAt: ask?.endsAt ?? session.endsAt, on: dayOf(startsAt), month: monthOf(startsAt),
    capacity: countOnly ? session.capacity : ask?.capacity ?? session.capacity,
  }
}

/**
 * A deadline keeps its distance to the first session that it lies before: nobody agreed to one that is days before the new time. One that
 * would thereby be over at once (`notBefore`: now, the opening) falls away: until the session starts.
 */
function deadlineAfter(deadline: string | null, before: readonly { startsAt: string }[], after: readonly { startsAt: string }[], notBefore: readonly string[]): string | null {
  if (deadline === null) return null
  const starts = (sessions: readonly { startsAt: string }[]) => sessions.map(({ startsAt }) => startsAt).sort()
  const old = starts(before)
  const which = old.findIndex((startsAt) => startsAt >= deadline)
  const [from, to] = [old[which], starts(after)[which]]
  if (from === undefined || to === undefined || from === to) return deadline
  const next = instant(Date.parse(deadline) + Date.parse(to) - Date.parse(from))
  return notBefore.some((at) => deadline > at && next <= at) ? null : next
}

/** Absent: as before; null: nothing. */
function said<T>(asked: T | null | undefined, before: T | null): T | null {
  return asked === undefined ? before : asked
}

/** A point's two numbers in whatever order they were stored. */
function textOf(value: unknown): string {
  return value !== null && typeof value === 'object' && 'latitude' in value ? JSON.stringify([value.latitude, (value as { longitude?: unknown }).longitude]) : JSON.stringify(value)
}
