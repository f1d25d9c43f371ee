/** What a resident can do about an event now. Pure: the server decides again when it is asked. `now` in ms. */
import type { EventDetail, MyRegistration, SessionView } from '#contract/events/event'
import { clockOf, dayOf } from '../../../stores/calendar'
import { spokenDay, spokenHour } from '../../../stores/spoken-time'

export type SignUp =
  | { is: 'open' }
  /** Every session that is still to come is full: one can wait. */
  | { is: 'full' }
  /** No sign-up now, and the sentence why. */
  | { is: 'shut'; button: string; why: string }
  | { is: 'no-need'; why: string }

export type Standing = { is: 'registered'; mine: MyRegistration } | { is: 'waitlisted'; mine: MyRegistration } | SignUp

export function standingOf(event: EventDetail, now: number): Standing {
  const { mine } = event
  if (event.status !== 'cancelled') {
    if (mine?.status === 'confirmed') return { is: 'registered', mine }
    if (mine?.status === 'waitlisted') return { is: 'waitlisted', mine }
  }
  return signUpAt(event, now)
}

/** For whoever has not signed up: herself, or a neighbour. */
export function signUpAt(event: EventDetail, now: number): SignUp {
  if (event.status === 'cancelled') return { is: 'no-need', why: '活动取消了，不用来了' }
  if (event.sessions.every((session) => Date.parse(session.endsAt) <= now)) return { is: 'no-need', why: '活动已经结束' }
  if (event.countOnly) return { is: 'no-need', why: '不用报名，直接来' }
  if (event.opensAt !== null && now < Date.parse(event.opensAt)) {
    const on = dayOf(event.opensAt)
    const hour = clockOf(event.opensAt) === '00:00' ? '' : spokenHour(event.opensAt)
    return { is: 'shut', button: '我要报名', why: `${spokenDay(on, dayOf(now))}${hour}开始报名` }
  }
  if (event.closesAt !== null && now >= Date.parse(event.closesAt)) return { is: 'shut', button: '报名已结束', why: '还想来，请问问社区' }
  const coming = openSessions(event, now)
  if (coming.length === 0) return { is: 'shut', button: '报名已结束', why: '活动已经开始，还想来请问问社区' }
  return { is: coming.every((session) => session.left === 0) ? 'full' : 'open' }
}

/** Sessions that have not started. */
export function openSessions(event: EventDetail, now: number): SessionView[] {
  return event.sessions.filter((session) => Date.parse(session.startsAt) > now)
}

/** Chosen beforehand: every session of a class, which one attends as a whole; otherwise the first with places, or else the first. */
export function firstChoice(event: EventDetail, now: number): string[] {
  const coming = openSessions(event, now)
  const free = coming.filter((session) => session.left !== 0)
  const wanted = free.length > 0 ? free : coming
  const whole = event.kind === 'training_class' || event.kind === 'skills_training'
  return (whole ? wanted : wanted.slice(0, 1)).map((session) => session.id)
}

/** The largest party that could ever have places at all chosen sessions. */
export function partyMost(event: EventDetail, sessionIds: readonly string[]): number {
  const rooms = event.sessions.filter((session) => sessionIds.includes(session.id)).map((session) => session.capacity ?? event.partyLimit)
  return Math.max(1, Math.min(event.partyLimit, ...rooms))
}

/** Would a party of so many wait? `perhaps`: there is room, and whoever waits and would fit goes first, which the server alone knows. */
export function wouldWait(event: EventDetail, sessionIds: readonly string[], partySize: number): 'no' | 'perhaps' | 'yes' {
  if (event.sessions.some((session) => sessionIds.includes(session.id) && session.left !== null && session.left < partySize)) return 'yes'
  return event.waiting ? 'perhaps' : 'no'
}

/** From then on nobody who waits for these sessions is confirmed unasked (the server's rule: _shared/rules/seats.ts). In ms before the first of them. */
const automaticUntil = 12 * 3_600_000

export function isByTap(event: EventDetail, sessionIds: readonly string[], now: number): boolean {
  const starts = event.sessions.filter(({ id }) => sessionIds.includes(id)).map(({ startsAt }) => Date.parse(startsAt))
  return Math.min(...starts) - now <= automaticUntil
}

/** Has one of these sessions started? From then on nobody who waits for them gets a place. */
export function hasBegun(event: { sessions: readonly { id: string; startsAt: string }[] }, sessionIds: readonly string[], now: number): boolean {
  return event.sessions.some(({ id, startsAt }) => sessionIds.includes(id) && Date.parse(startsAt) <= now)
}

/** Until when a registration can be given back, in ms. */
export function cancelEnds(event: EventDetail, { sessionIds }: MyRegistration): number {
  const starts = event.sessions.filter(({ id }) => sessionIds.includes(id)).map(({ startsAt }) => Date.parse(startsAt))
  return Math.min(...starts, event.cancelUntil === null ? Number.POSITIVE_INFINITY : Date.parse(event.cancelUntil))
}
