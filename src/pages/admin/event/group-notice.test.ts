import { expect, test } from 'vitest'
import type { EventDetail } from '#contract/events/event'
import { groupNotice } from './group-notice'

const session = (n: number, on: string, from = '06:30', to = '08:00') => ({ id: `e-s${n}`, on, startsAt: `${on}T${from}:00.000Z`, endsAt: `${on}T${to}:00.000Z`, capacity: 30, left: 12 })
const event = (over: Partial<EventDetail> = {}): EventDetail => ({
  id: 'e', kind: 'talk', title: '防诈骗讲座', placeName: '社区活动室', hostUnit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, status: 'published', countOnly: false, sessions: [session(1, '2026-12-04')],
  waiting: false, mine: null, cancelUntil: null, point: null, questions: [], neighbours: [], cancelReason: null, organisers: [], programme: [], partyLimit: 4, opensAt: null, closesAt: null,
  campaignId: null, version: 0, lastChange: null, ...over,
})
const now = Date.parse('2026-11-27T10:20:00.000Z')

test('a new event, with everything that it says', () => {
  expect(groupNotice(event({ placeNote: '东门进', bring: '老花镜', organisers: [{ part: '主办', name: '榆荫社区' }, { part: '协办', name: '派出所' }], closesAt: '2026-12-03T12:00:00.000Z' }), 'new', now)).toBe([
    '【活动】防诈骗讲座', '时间：12月4日 周五 14:30-16:00', '地点：社区活动室（东门进）', '要带：老花镜', '协办：派出所', '名额：30 个，一家最多报 4 人',
    '报名：微信里打开“邻里”，点这个活动报名，12月3日 20:00截止。', '不方便用手机的，在群里接龙或者告诉网格员，我们代报。', '榆荫社区',
  ].join('\n'))
})
test('where nobody registers one just comes', () => {
  const text = groupNotice(event({ countOnly: true, sessions: [{ ...session(1, '2026-12-04'), capacity: null, left: null }] }), 'new', now)
  expect(text).toContain('不用报名，直接来。')
  expect(text).not.toMatch(/名额|报名：/)
})
test('a series says its days, those that are over left out, and the hours once where they are the same', () => {
  const series = event({ sessions: [session(1, '2026-11-20'), session(2, '2026-12-04'), session(3, '2026-12-11')] })
  expect(groupNotice(series, 'new', now)).toContain('时间：14:30-16:00，一共 2 次\n  12月4日 周五\n  12月11日 周五\n')
  expect(groupNotice(event({ sessions: [session(1, '2026-12-04'), session(2, '2026-12-05', '01:00', '02:00')] }), 'new', now)).toContain('时间：\n  12月4日 周五 14:30-16:00\n  12月5日 周六 09:00-10:00\n')
})
test('a change says what changed and what holds now', () => {
  const text = groupNotice(event({ version: 1, lastChange: { at: '2026-11-27T10:00:00.000Z', what: ['time', 'place'] } }), 'changed', now)
  expect(text.split('\n').slice(0, 3)).toEqual(['【活动有变化】防诈骗讲座', '时间、地点有变化，请以这一条为准：', '时间：12月4日 周五 14:30-16:00'])
})
test('called off: which one, and why', () => {
  expect(groupNotice(event({ status: 'cancelled', cancelReason: '下雨' }), 'cancelled', now)).toBe('【活动取消】防诈骗讲座\n原定 12月4日 周五 14:30，在社区活动室，不办了。\n原因：下雨\n报了名的不用再做什么，请互相转告。\n榆荫社区')
})
test('registration that is not open yet says from when', () => {
  expect(groupNotice(event({ opensAt: '2026-11-28T01:00:00.000Z' }), 'new', now)).toContain('点这个活动报名，11月28日 09:00开始。')
})
