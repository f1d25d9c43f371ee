/**
 * 群通知: what an admin pastes into the group chat, so that nobody has to write it. Only what the event says; times in digits, as notices
 * have them. Pure.
 */
import type { EventDetail, SessionView } from '#contract/events/event'
import { clockOf, dayOf, weekdayOf } from '../../../stores/calendar'
import { dayWords } from '../figures/months'

export type News = 'new' | 'changed' | 'cancelled'

/** `unitName`: who signs. `now` in ms. */
export function groupNotice(event: EventDetail, news: News, now: number): string {
  const lines = news === 'cancelled' ? cancelled(event) : [...head(event, news), ...facts(event, now), ...howTo(event, now)]
  return [...lines, event.hostUnit.name].join('\n')
}

function head({ title, lastChange }: EventDetail, news: News): string[] {
  if (news === 'new') return [`【活动】${title}`]
  const what = (lastChange?.what ?? []).map((one) => changedWords[one])
  return [`【活动有变化】${title}`, `${what.length > 0 ? `${what.join('、')}有变化，` : ''}请以这一条为准：`]
}

const changedWords = { time: '时间', place: '地点', capacity: '名额', bring: '要带的东西', window: '报名时间' } as const

function facts({ sessions, placeName, placeNote, bring, organisers, programme }: EventDetail, now: number): string[] {
  const coming = sessions.filter(({ endsAt }) => Date.parse(endsAt) > now)
  const helpers = organisers.filter(({ part }) => part !== '主办')
  return [
    ...whenOf(coming.length > 0 ? coming : sessions),
    `地点：${placeName}${placeNote === undefined ? '' : `（${placeNote}）`}`,
    ...(bring === undefined ? [] : [`要带：${bring}`]),
    ...(programme.length > 0 ? [`节目：${programme.map(({ title }) => title).join('、')}`] : []),
    ...helpers.map(({ part, name }) => `${part}：${name}`),
  ]
}

/** 时间：12月4日 周五 14:30-16:00; days at the same hour share a line. */
function whenOf(sessions: readonly SessionView[]): string[] {
  const hours = ({ startsAt, endsAt }: SessionView) => `${clockOf(startsAt)}-${clockOf(endsAt)}`
  const [first] = sessions
  const day = ({ on }: SessionView) => `${dayWords(on)} 周${weekdayOf(on)}`
  if (!first || sessions.length === 1) return sessions.map((one) => `时间：${day(one)} ${hours(one)}`)
  if (sessions.every((one) => hours(one) === hours(first))) return [`时间：${hours(first)}，一共 ${sessions.length} 次`, ...sessions.map((one) => `  ${day(one)}`)]
  return ['时间：', ...sessions.map((one) => `  ${day(one)} ${hours(one)}`)]
}

function howTo({ countOnly, sessions, partyLimit, opensAt, closesAt }: EventDetail, now: number): string[] {
  const coming = sessions.filter(({ startsAt }) => Date.parse(startsAt) > now)
  if (coming.length === 0) return []
  if (countOnly) return ['不用报名，直接来。']
  const places = [...new Set(coming.map(({ capacity }) => capacity))]
  const opens = opensAt !== null && Date.parse(opensAt) > now ? `${momentWords(opensAt)}开始` : null
  const closes = closesAt === null ? null : `${momentWords(closesAt)}截止`
  return [
    `名额：${places.length === 1 ? `${sessions.length > 1 ? '每次 ' : ''}${places[0]} 个` : '各次不一样'}${partyLimit > 1 ? `，一家最多报 ${partyLimit} 人` : '，一人一个'}`,
    `报名：微信里打开“邻里”，点这个活动报名${[opens, closes].filter(Boolean).map((one) => `，${one}`).join('')}。`,
    '不方便用手机的，在群里接龙或者告诉网格员，我们代报。',
  ]
}

function momentWords(at: string): string {
  return `${dayWords(dayOf(at))} ${clockOf(at)}`
}

function cancelled({ title, sessions, placeName, cancelReason, countOnly }: EventDetail): string[] {
  const [first] = sessions
  return [
    `【活动取消】${title}`,
    ...(first ? [`原定 ${dayWords(first.on)} 周${weekdayOf(first.on)} ${clockOf(first.startsAt)}${sessions.length > 1 ? ` 起的 ${sessions.length} 次` : ''}，在${placeName}，不办了。`] : []),
    ...(cancelReason === null ? [] : [`原因：${cancelReason}`]),
    countOnly ? '请互相转告。' : '报了名的不用再做什么，请互相转告。',
  ]
}
