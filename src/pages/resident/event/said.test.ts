import { describe, expect, test } from 'vitest'
import type { EventDetail, MyRegistration } from '#contract/events/event'
import { cancelWords, partyWords, placesWords, shareTitle, toWait, whileWaiting } from './said'

const session = (n: number, on: string, left: number | null) => ({ id: `e-s${n}`, on, startsAt: `${on}T11:00:00.000Z`, endsAt: `${on}T12:30:00.000Z`, capacity: left === null ? null : 40, left })
const event = (over: Partial<EventDetail> = {}): EventDetail => ({
  id: 'e', kind: 'gala', title: '戏曲晚会', placeName: '文化站', hostUnit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, status: 'published', countOnly: false, sessions: [session(1, '2026-11-27', 12)],
  waiting: false, mine: null, cancelUntil: null, point: null, questions: [], neighbours: [], cancelReason: null, organisers: [], programme: [], partyLimit: 6, opensAt: null, closesAt: null, campaignId: null, version: 0, lastChange: null, ...over,
})
const mine = { sessionIds: ['e-s1'] } as MyRegistration
const wednesday = Date.parse('2026-11-25T02:00:00.000Z')
const now = Date.parse('2026-11-27T10:20:00.000Z')

test('a party in words', () => {
  expect([[1, 0], [2, 0], [3, 1]].map(([partySize = 0, children = 0]) => partyWords({ partySize, children }))).toEqual(['一个人', '2 位大人', '2 位大人 1 个孩子'])
})

describe('in a chat', () => {
  test.each([
    ['later this week', {}, Date.parse('2026-11-23T02:00:00.000Z'), '周五晚上 戏曲晚会，还剩 12 个名额'],
    ['today', {}, now, '今天晚上 戏曲晚会，还剩 12 个名额'],
    ['weeks ahead', { sessions: [session(1, '2026-12-31', 12)] }, now, '12月31日晚上 戏曲晚会，还剩 12 个名额'],
    ['full', { sessions: [session(1, '2026-11-27', 0)] }, wednesday, '后天晚上 戏曲晚会，可以排候补'],
    ['full now, later not', { waiting: true, sessions: [session(1, '2026-11-27', 0), session(2, '2026-11-29', 3)] }, wednesday, '后天晚上 戏曲晚会，后面的场次还有名额'],
    ['places left for whoever fits, while a large party waits', { waiting: true }, wednesday, '后天晚上 戏曲晚会，还剩 12 个名额'],
    ['counted only', { countOnly: true, sessions: [session(1, '2026-11-27', null)] }, now, '今天晚上 戏曲晚会，不用报名直接来'],
    ['called off', { status: 'cancelled' as const }, now, '戏曲晚会，取消了'],
    ['registration is over', { closesAt: '2026-11-27T10:20:00.000Z' }, now, '今天晚上 戏曲晚会'],
    ['under way', {}, now + 3_600_000, '今天晚上 戏曲晚会'],
  ])('%s', (_what, over, at, title) => expect(shareTitle(event(over), at)).toBe(title))
})

test('how many places, and what happens when there are none', () => {
  expect(placesWords(event(), now)).toEqual({ words: '还剩 12 个名额', note: '一共 40 个，报满了可以排候补' })
  expect(placesWords(event({ sessions: [session(1, '2026-11-27', 0)] }), wednesday)).toEqual({ words: '40 个名额报满了', note: '可以排候补：有人取消，按先后顺序补上' })
  expect(placesWords(event({ sessions: [session(1, '2026-11-27', 0)] }), now)?.note).toBe('可以排候补：有人取消会告诉您，谁先点给谁')
  expect(placesWords(event({ waiting: true }), now)).toEqual({ words: '还剩 12 个名额', note: '有人在候补，可能要排一排' })
  expect(placesWords(event({ waiting: true, sessions: [session(1, '2026-11-27', 0), session(2, '2026-11-29', 3)] }), now)).toEqual({ words: '共 2 场，可以选着来', note: '有人在候补，可能要排一排' })
  expect(placesWords(event({ sessions: [session(1, '2026-11-27', 0), session(2, '2026-11-29', 3)] }), now)?.words).toBe('共 2 场，可以选着来')
  expect(placesWords(event({ status: 'cancelled' }), now)).toBeNull()
  expect(placesWords(event({ closesAt: '2026-11-27T10:20:00.000Z' }), now)).toEqual({ words: '一共 40 个名额', note: '报名已经结束' })
  expect(placesWords(event({ opensAt: '2026-11-27T10:20:01.000Z', sessions: [session(1, '2026-11-27', 12), session(2, '2026-11-29', 3)] }), now)).toEqual({ words: '共 2 场', note: '还没开始报名' })
})

test('until when one can cancel, in words', () => {
  expect(cancelWords(event(), mine, now)).toBe('来不了的话，开始之前都可以取消。')
  expect(cancelWords(event({ cancelUntil: '2026-11-26T12:00:00.000Z' }), mine, wednesday)).toBe('来不了的话，明天晚上八点之前可以取消。')
  expect(cancelWords(event({ cancelUntil: '2026-11-26T12:00:00.000Z' }), mine, now)).toBeNull()
})

test('what happens next for whoever waits: by order until 12 hours before the first session they named, then by a tap', () => {
  const both = event({ sessions: [session(1, '2026-11-27', 0), session(2, '2026-11-29', 0)] })
  const last = Date.parse('2026-11-26T23:00:00.000Z')
  expect([toWait(both, ['e-s1'], last - 1), toWait(both, ['e-s1'], last), toWait(both, ['e-s2'], now)]).toEqual(['有人取消，按先后顺序补上', '有人取消会告诉您，谁先点给谁', '有人取消，按先后顺序补上'])
  expect(whileWaiting(both, mine, last - 1)[0]).toBe('有人取消，会按先后顺序自动给您补上，并且告诉您。')
  expect(whileWaiting(both, mine, last).join('')).toBe('离开始不到 12 小时，不再自动补上。有名额会告诉您，谁先点就是谁的。')
  const begun = Date.parse('2026-11-27T11:00:00.000Z')
  expect(whileWaiting(both, { sessionIds: ['e-s1', 'e-s2'] }, begun).join('')).toBe('您候补的场次已经开始，不会再补上了。想来后面的场次，请先点“不排候补了”，再报名。')
  expect(whileWaiting(both, { sessionIds: ['e-s2'] }, begun)[0]).toBe('有人取消，会按先后顺序自动给您补上，并且告诉您。')
  expect(whileWaiting(event(), mine, begun)).toEqual(['您候补的场次已经开始，不会再补上了。'])
})
