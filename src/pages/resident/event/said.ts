/** Sentences about an event and who comes. Pure. `now` in ms. */
import type { EventDetail, MyRegistration } from '#contract/events/event'
import { dayOf, weekdayOf } from '../../../stores/calendar'
import { fullDay, nearDay, spokenDay, spokenHour } from '../../../stores/spoken-time'
import { cancelEnds, hasBegun, isByTap, openSessions } from './standing'

/** 一个人, 2 位大人, 2 位大人 1 个孩子. */
export function partyWords({ partySize, children }: Pick<MyRegistration, 'partySize' | 'children'>): string {
  const adults = partySize - children
  if (partySize === 1) return '一个人'
  return `${adults} 位大人${children === 0 ? '' : ` ${children} 个孩子`}`
}

/** 今天, 明天, 后天, otherwise 星期五. */
export function dayWords(on: string, now: number): string {
  return nearDay(on, dayOf(now)) ?? `星期${weekdayOf(on)}`
}

/** Where places are left and others wait: whoever of them fits goes first. */
export const othersWait = '有人在候补，可能要排一排'

/** Of one session to come; null where nobody registers, or nothing can be said. */
export function placesWords(event: EventDetail, now: number): { words: string; note?: string } | null {
  const coming = openSessions(event, now)
  const [only] = coming
  if (event.status === 'cancelled' || event.countOnly || !only || only.left === null) return null
  const shut = windowWords(event, now)
  if (shut !== null) return { words: coming.length > 1 ? `共 ${event.sessions.length} 场` : `一共 ${only.capacity} 个名额`, note: shut }
  if (coming.every((session) => session.left === 0)) return { words: coming.length === 1 ? `${only.capacity} 个名额报满了` : '各场都报满了', note: `可以排候补：${toWait(event, [only.id], now)}` }
  if (coming.length > 1) return { words: `共 ${event.sessions.length} 场，可以选着来`, note: event.waiting ? othersWait : '报满的场次可以排候补' }
  return { words: `还剩 ${only.left} 个名额`, note: event.waiting ? othersWait : `一共 ${only.capacity} 个，报满了可以排候补` }
}

/** Outside the registration window; null: within it. */
function windowWords({ opensAt, closesAt }: EventDetail, now: number): string | null {
  if (closesAt !== null && Date.parse(closesAt) <= now) return '报名已经结束'
  return opensAt !== null && Date.parse(opensAt) > now ? '还没开始报名' : null
}

/** 开始前都可以取消. null: it is too late. */
export function cancelWords(event: EventDetail, mine: MyRegistration, now: number): string | null {
  const ends = cancelEnds(event, mine)
  if (ends <= now) return null
  if (event.cancelUntil === null || Date.parse(event.cancelUntil) > ends) return '来不了的话，开始之前都可以取消。'
  return `来不了的话，${spokenDay(dayOf(ends), dayOf(now))}${spokenHour(new Date(ends).toISOString())}之前可以取消。`
}

/** The last 12 hours: nobody is confirmed unasked any more. */
export const byTapAlone = '开始前 12 小时内，谁先点给谁'

/** What happens next for whoever waits. */
export function whileWaiting(event: EventDetail, { sessionIds }: Pick<MyRegistration, 'sessionIds'>, now: number): string[] {
  if (hasBegun(event, sessionIds, now)) return ['您候补的场次已经开始，不会再补上了。', ...(openSessions(event, now).length > 0 ? ['想来后面的场次，请先点“不排候补了”，再报名。'] : [])]
  if (isByTap(event, sessionIds, now)) return ['离开始不到 12 小时，不再自动补上。', '有名额会告诉您，谁先点就是谁的。']
  return ['有人取消，会按先后顺序自动给您补上，并且告诉您。', `${byTapAlone}，有名额会告诉您。`]
}

/** The same before she waits: on the event, at the button, on the form. */
export function toWait(event: EventDetail, sessionIds: readonly string[], now: number): string {
  return isByTap(event, sessionIds, now) ? '有人取消会告诉您，谁先点给谁' : '有人取消，按先后顺序补上'
}

/** In a chat: 周五晚 戏曲晚会，还剩 12 个名额. */
export function shareTitle(event: EventDetail, now: number): string {
  const coming = openSessions(event, now)
  const session = coming[0] ?? event.sessions[0]
  if (!session) return event.title
  if (event.status === 'cancelled') return `${event.title}，取消了`
  const part = spokenHour(session.startsAt).slice(0, 2)
  const near = nearDay(session.on, dayOf(now))
  const days = (Date.parse(session.on) - Date.parse(dayOf(now))) / 86_400_000
  const day = near ?? (days > 0 && days < 7 ? `周${weekdayOf(session.on)}` : fullDay(session.on).split(' ')[0] ?? '')
  const places = event.countOnly ? '，不用报名直接来' : session.left === 0 ? (coming.some(({ left }) => left !== 0) ? '，后面的场次还有名额' : '，可以排候补') : `，还剩 ${session.left} 个名额`
  return `${day}${part} ${event.title}${Date.parse(session.startsAt) <= now || windowWords(event, now) !== null ? '' : places}`
}
