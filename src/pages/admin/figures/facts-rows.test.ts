import { describe, expect, test } from 'vitest'
import { factsView as viewOf, splitWords, type Facts } from './facts-rows'

const factsView = (of: Facts, today = '2017-10-01') => viewOf(of, today)

const liuqiao = { id: 'liuqiao', name: '柳桥社区', level: 'community' as const }
const grid = { id: 'liuqiao-1', name: '第1网格', level: 'grid' as const }
const session = (sessionId: string, value: number | null, over: Partial<Facts['sessions'][number]> = {}): Facts['sessions'][number] => ({
  eventId: 'e1', sessionId, kind: 'seminar', title: '冬季取暖怎么安排', placeName: '活动室', hostUnit: liuqiao, startsAt: '2017-09-06T06:30:00.000Z',
  value, signedIn: 18, walkIns: 0, unregistered: 4, photos: 0, ...over,
})
const entry = (id: string, quantity: number | null, softness: Facts['entries'][number]['softness'] = 'exact'): Facts['entries'][number] => ({
  id, on: '2017-09-12', unit: grid, quantity, softness, note: null, rev: 1, loggedAt: '2017-09-12T02:00:00.000Z', photos: 0,
})
const facts = (over: Partial<Facts>, figure: Partial<Facts['figure']>): Facts => ({
  unit: liuqiao, month: '2017-09', asOf: '2017-10-01T01:00:00.000Z', sessions: [], entries: [], trend: [], notListed: 0, ...over,
  figure: { name: 'seminar_attendances', zh: '座谈会参加人次', unit: '人次', group: 'events', value: 43, softness: 'exact', uncounted: 0, previous: null, ...figure },
})

describe('what a figure opens to', () => {
  test('the rows say how each session came about and add up to the figure', () => {
    const view = factsView(facts({ sessions: [session('s1', 22), session('s2', 21)] }, { value: 43 }))
    expect(view.rows.map((row) => [row.notes, row.value])).toEqual([[['14:30', '签到 18 + 未登记 4'], '22'], [['14:30', '签到 18 + 未登记 4'], '21']])
    expect(view.sum).toEqual({ print: '43', same: true })
  })
  test('和表里一样 is not said when the rows do not add up', () => {
    expect(factsView(facts({ sessions: [session('s1', 22)] }, { value: 43 })).sum).toEqual({ print: '22', same: false })
  })
  test('nor when the number agrees and its softness does not', () => {
    expect(factsView(facts({ entries: [entry('a', 300, 'over')] }, { value: 300, softness: 'exact' })).sum?.same).toBe(false)
  })
  test('a soft part keeps its own word and softens the sum', () => {
    const view = factsView(facts({ entries: [entry('a', 200), entry('b', 100, 'many'), entry('c', null)] }, { name: 'leaflets_given', group: 'publicity', value: 300, softness: 'over', uncounted: 1 }))
    expect(view.rows.map((row) => row.value)).toEqual(['200', '100多', '未计数'])
    expect(view.sum).toEqual({ print: '300余', same: true })
    expect(view.uncounted).toBe('另有 1 笔未计数')
  })
  test('a soft 人次 of one session is soft in its row and in the sum', () => {
    const view = factsView(facts({ sessions: [session('s1', 60, { softness: 'over' }), session('s2', 21)] }, { value: 81, softness: 'over' }))
    expect(view.rows.map((row) => row.value)).toEqual(['60余', '21'])
    expect(view.sum).toEqual({ print: '81余', same: true })
  })
  test('a near number among them makes it 约', () => {
    expect(factsView(facts({ entries: [entry('a', 200, 'over'), entry('b', 100, 'near')] }, { value: 300, softness: 'about' })).sum).toEqual({ print: '约300', same: true })
  })
  test('人数 is counted and not added', () => {
    const view = factsView(facts({ sessions: [session('s1', 3), session('s2', 3)] }, { name: 'attendees', group: 'people', value: 4 }))
    expect(view.sum).toBeNull()
    expect(view.counted).toBe(true)
  })
  test('with facts beyond the list no sum is claimed', () => {
    expect(factsView(facts({ sessions: [session('s1', 43)], notListed: 3 }, {})).sum).toBeNull()
  })
  test('the half year is drawn against its highest month, the month that runs hollow, and what was not counted is no bar', () => {
    const trend = [null, 20, 40, null].map((value, n) => ({ month: `2017-0${n + 6}`, amount: value === null ? null : { value, softness: 'exact' as const } }))
    expect(factsView(facts({ trend }, {}), '2017-08-10').bars.map((bar) => [bar.title, bar.print, bar.height, bar.open])).toEqual([['6月', null, 0, false], ['7月', '20', 50, false], ['8月', '40', 100, true], ['9月', null, 0, true]])
    expect(factsView(facts({ trend: trend.slice(0, 2) }, {}), '2017-08-10').bars).toEqual([])
  })
  test('a room that was only counted says so, and one that was not counted too', () => {
    expect(splitWords({ signedIn: 0, walkIns: 0, unregistered: 22 })).toBe('现场清点 22')
    expect(splitWords({ signedIn: 0, walkIns: 0, unregistered: 0 })).toBe('没有清点人数')
    expect(splitWords({ signedIn: 30, walkIns: 0, unregistered: 13, unregisteredSoftness: 'over' })).toBe('签到 30 + 未登记 13余')
    expect(splitWords({ signedIn: 19, walkIns: 2, unregistered: 0 })).toBe('签到 19 + 现场登记 2')
  })
})
