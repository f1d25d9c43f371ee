import { expect, test, vi } from 'vitest'
import type { EventBrief } from '#contract/events/event'
import { shownDays } from './shown-days'

vi.mock('../../../platform/cloud', () => ({ callFunction: vi.fn(), uploadFile: vi.fn() }))

/** 2026-11-27 is a Friday. */
const from = '2026-11-27'
const on = (day: string, id = day, kind: EventBrief['kind'] = 'talk'): EventBrief => ({
  id, kind, title: id, placeName: '文化站', hostUnit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, status: 'published', countOnly: true, waiting: false, mine: null,
  sessions: [{ id: `${id}-s1`, on: day, startsAt: `${day}T11:00:00.000Z`, endsAt: `${day}T12:00:00.000Z`, capacity: null, left: null }],
})
const asked = { from, range: 'week' as const, kind: null, after: null, most: 30 }
const events = [on('2026-11-27'), on('2026-11-29'), on('2026-11-30', 'monday', 'gala'), on('2027-03-01')]
const daysOf = (more: Partial<Parameters<typeof shownDays>[1]>, of = events) => shownDays(of, { ...asked, ...more }).days.map(({ on: day }) => day)

test('this week ends on Sunday, this month on its last day, later does not end; the first thing behind is named', () => {
  expect(daysOf({})).toEqual(['2026-11-27', '2026-11-29'])
  expect(daysOf({ range: 'month' })).toEqual(['2026-11-27', '2026-11-29', '2026-11-30'])
  expect(daysOf({ range: 'later' })).toHaveLength(4)
  expect(shownDays(events, asked).next?.on).toBe('2026-11-30')
  expect(daysOf({ range: 'later', kind: 'gala' })).toEqual(['2026-11-30'])
})

test('a day that may have more on the next page waits for it', () => {
  expect(shownDays(events, { ...asked, range: 'month', after: '2026-11-29|x' })).toMatchObject({ days: [{ on: '2026-11-27' }], hasMore: true, needsMore: true })
  expect(shownDays(events, { ...asked, after: '2026-11-30|x' })).toMatchObject({ hasMore: false, needsMore: false })
})

test('a hundred gatherings on one day are drawn bit by bit, and none is asked for before all that came are drawn', () => {
  const many = Array.from({ length: 100 }, (_, i) => on(from, `e${i}`))
  const shown = shownDays(many, { ...asked, after: '2026-11-28|x' })
  expect(shown.days.map(({ items }) => items.length)).toEqual([30])
  expect(shown).toMatchObject({ hasMore: true, needsMore: false })
  expect(shownDays(many, { ...asked, most: 120 })).toMatchObject({ hasMore: false })
})
