/** An admin's events in three heaps: drafts, what is coming (the next first), what has been (the latest first). Pure. */
import type { EventBrief, SessionView } from '#contract/events/event'
import { clockOf, monthNumber, dayNumber, weekdayOf } from '../../../stores/calendar'

export interface EventRow { event: EventBrief; session: SessionView; number: number; over: boolean }
export interface Heaps { drafts: EventRow[]; coming: EventRow[]; past: EventRow[] }

/** `now` in ms; events of units that are not in `hosts` belong to somebody else. */
export function heapsOf(published: readonly EventBrief[], drafts: readonly EventBrief[], hosts: readonly string[], now: number): Heaps {
  const rows = (events: readonly EventBrief[]) => events.filter((event) => hosts.includes(event.hostUnit.id)).flatMap((event) => event.sessions.map((session, i) => ({ event, session, number: i + 1, over: Date.parse(session.endsAt) <= now })))
  const byStart = (a: EventRow, b: EventRow) => a.session.startsAt.localeCompare(b.session.startsAt)
  const all = rows(published).sort(byStart)
  return {
    drafts: rows(drafts).filter((row) => row.number === 1).sort(byStart),
    coming: all.filter((row) => !row.over),
    past: all.filter((row) => row.over).reverse(),
  }
}

/** 已报 18 人，还剩 12 个名额 / 不用报名，直接来 / 已取消. */
export function stateWords({ event, session, over }: EventRow): string {
  if (event.status === 'cancelled') return '已取消'
  if (session.capacity === null || session.left === null) return '只清点不留名'
  const taken = session.capacity - session.left
  if (event.status === 'draft') return `${session.capacity} 个名额`
  const free = session.left === 0 ? '报满了' : `还剩 ${session.left} 个名额`
  return over ? `报名 ${taken} 人` : taken === 0 ? free : `报名 ${taken} 人，${free}`
}

/** 11月27日 周五 19:00，社区活动室. */
export function whenAndWhere({ event, session, number }: EventRow): string {
  const series = event.sessions.length > 1 ? `，第 ${number} 场` : ''
  return `${monthNumber(session.on)}月${dayNumber(session.on)}日 周${weekdayOf(session.on)} ${clockOf(session.startsAt)}，${event.placeName}${series}`
}
