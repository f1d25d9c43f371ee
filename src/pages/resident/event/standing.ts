/** What a resident can do about an event now. Pure: the server decides again when it is asked. */
import type { EventDetail, SessionView } from '#contract/events/event'
import { clockOf, dayOf } from '../../../stores/calendar'
import { spokenDay, spokenHour } from '../../../stores/spoken-time'

export type Standing =
  | { is: 'registered' } | { is: 'waitlisted' }
  | { is: 'open' }
  /** No sign-up now, and the sentence why. */
  | { is: 'shut'; button: string; why: string }
  | { is: 'no-need'; why: string }

export function standingOf(event: EventDetail, now: number): Standing {
  const { mine } = event
  if (event.status === 'cancelled') return { is: 'no-need', why: '活动取消了，不用来了' }
  if (mine?.status === 'confirmed') return { is: 'registered' }
  if (mine?.status === 'waitlisted') return { is: 'waitlisted' }
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
  if (coming.every((session) => session.left === 0)) return { is: 'shut', button: '已报满', why: '有人取消，名额会再放出来' }
  return { is: 'open' }
}

/** Sessions that have not started. */
export function openSessions(event: EventDetail, now: number): SessionView[] {
  return event.sessions.filter((session) => Date.parse(session.startsAt) > now)
}

/** Chosen beforehand: every session of a class, which one attends as a whole; otherwise the first with places. */
export function firstChoice(event: EventDetail, now: number): string[] {
  const free = openSessions(event, now).filter((session) => session.left !== 0)
  const whole = event.kind === 'training_class' || event.kind === 'skills_training'
  return (whole ? free : free.slice(0, 1)).map((session) => session.id)
}

/** The largest party that fits all chosen sessions. */
export function partyRoom(event: EventDetail, sessionIds: readonly string[]): number {
  const left = event.sessions.filter((session) => sessionIds.includes(session.id)).map((session) => session.left ?? event.partyLimit)
  return Math.max(1, Math.min(event.partyLimit, ...left))
}
