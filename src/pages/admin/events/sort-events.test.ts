import { expect, test } from 'vitest'
import type { EventBrief, SessionView } from '#contract/events/event'
import { heapsOf, stateWords, whenAndWhere } from './sort-events'

const session = (id: string, on: string, left: number | null = 12): SessionView => ({ id, on, startsAt: `${on}T06:30:00.000Z`, endsAt: `${on}T08:00:00.000Z`, capacity: left === null ? null : 30, left })
const event = (id: string, sessions: SessionView[], over: Partial<EventBrief> = {}): EventBrief => ({
  id, kind: 'seminar', title: id, placeName: '活动室', hostUnit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, status: 'published', countOnly: false, sessions, waiting: false, mine: null, ...over,
})
const now = Date.parse('2026-11-27T10:20:00.000Z')

test('what is coming stands with the next first, what has been with the latest first, sessions of a class each for itself', () => {
  const heaps = heapsOf([event('class', [session('c1', '2026-11-20'), session('c2', '2026-12-04')]), event('old', [session('o', '2026-11-25')]), event('soon', [session('s', '2026-11-28')])], [], ['yuyin'], now)
  expect(heaps.coming.map((row) => row.session.id)).toEqual(['s', 'c2'])
  expect(heaps.past.map((row) => row.session.id)).toEqual(['o', 'c1'])
})
test('a draft stands once, and what another unit hosts is not ours', () => {
  const heaps = heapsOf([event('street', [session('x', '2026-11-28')], { hostUnit: { id: 'hewan', name: '河湾街道', level: 'street' } })], [event('draft', [session('d1', '2026-12-01'), session('d2', '2026-12-02')], { status: 'draft' })], ['yuyin'], now)
  expect(heaps.coming).toEqual([])
  expect(heaps.drafts.map((row) => row.session.id)).toEqual(['d1'])
})
test('each row says how many came forward, or that nobody has to', () => {
  const row = (over: Partial<EventBrief>, left: number | null) => ({ event: event('e', [session('s', '2026-11-28', left)], over), session: session('s', '2026-11-28', left), number: 1, over: false })
  expect(stateWords(row({}, 12))).toBe('报名 18 人，还剩 12 个名额')
  expect(stateWords(row({}, 0))).toBe('报名 30 人，报满了')
  expect(stateWords(row({}, null))).toBe('只清点不留名')
  expect(stateWords(row({ status: 'cancelled' }, 12))).toBe('已取消')
  expect(whenAndWhere(row({}, 12))).toBe('11月28日 周六 14:30，活动室')
})
