/** Everything as plain text, the way one reads it aloud; for the page and for the file that is taken along. Pure. */
import type { MyData } from '../../../stores/my-data'
import { clockOf, dayOf } from '../../../stores/calendar'
import { noticeWords, statusWords, words } from './wording'

export interface Kind { title: string; lines: string[]; why: string; kept: string; seenBy: string }

const moment = (at: string) => `${dayOf(at)} ${clockOf(at)}`
const party = (people: number, children: number) => `${people} 人${children > 0 ? `（孩子 ${children} 人）` : ''}`
const placed = (callName: string | null, building: string | null) => [callName, building].filter((one) => one !== null && one !== '').join('，')

export function readable(data: MyData): Kind[] {
  const { me, about, roles, faces, registrations, checkIns, notices, suggestions } = data
  const kind = (title: string, lines: string[], words_: MyData['about'][keyof MyData['about']]): Kind => ({ title, lines, ...words_ })
  return [
    kind('称呼和住处', [placed(me.callName, me.building), me.community ?? '', ...roles.map(({ role, unitName }) => `${unitName}${role === 'admin' ? '管理员' : '网格员'}`)].filter((line) => line !== ''), about.me),
    kind('微信', [`${moment(me.knownSince)} 第一次打开。您的微信号和头像我们没有。`], about.wechat),
    kind('您加的邻居', faces.map(({ callName, building }) => placed(callName, building)), about.faces),
    kind('报名', registrations.map((one) => [
      one.title, one.startsAt[0] === undefined ? '' : moment(one.startsAt[0]), one.neighbour ? `替${one.callName}报的` : placed(one.callName, one.building), party(one.partySize, one.children), one.status !== 'cancelled' && one.eventStatus === 'cancelled' ? words.eventOff : statusWords[one.status],
    ].filter((part) => part !== '').join('，')), about.registrations),
    kind('留过的电话', registrations.flatMap(({ title, phone }) => (phone === null ? [] : [`${phone}（${title}）`])), about.phones),
    kind('回答过的问题', registrations.flatMap(({ title, answers }) => answers.map(({ question, answer }) => `${question}：${answer}（${title}）`)), about.answers),
    kind('签到', checkIns.map(({ title, startsAt, people, receivedAt }) => `${moment(startsAt)}，${title}，到了 ${people} 人，${moment(receivedAt)} 存到社区`), about.checkIns),
    kind('通知', notices.map(({ kind: told, title, at }) => `${moment(at)}，${noticeWords[told] ?? '通知'}：${title}`), about.notices),
    kind('意见建议', suggestions.flatMap(({ text, sentAt, answers }) => [`${moment(sentAt)}：${text}`, ...answers.map((one) => `答复：${one.text}`)]), about.suggestions),
  ]
}

/** One text for a file. */
export function asText(kinds: readonly Kind[], day: string): string {
  const parts = kinds.map(({ title, lines, why, kept, seenBy }) => [`【${title}】`, ...(lines.length > 0 ? lines : [words.none]), `为什么存：${why}`, `存多久：${kept}`, `谁看得到：${seenBy}`].join('\n'))
  return [`邻里：我的资料，${day}`, ...parts].join('\n\n')
}
