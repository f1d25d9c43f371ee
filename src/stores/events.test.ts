import { describe, expect, test, vi } from 'vitest'
import type { EventBrief, SessionView } from '#contract/events/event'
import { endOfMonth, endOfWeek } from './calendar'
import { byDay, stateOf } from './events'

vi.mock('../platform/cloud', () => ({ callFunction: vi.fn(), uploadFile: vi.fn() }))

const session = (id: string, on: string, hour: number, left: number | null = 12): SessionView => ({
  id, on, startsAt: `${on}T${String(hour - 8).padStart(2, '0')}:00:00.000Z`, endsAt: `${on}T${String(hour - 7).padStart(2, '0')}:00:00.000Z`, capacity: left === null ? null : 30, left,
})
const event = (id: string, sessions: SessionView[], more: Partial<EventBrief> = {}): EventBrief => ({
  id, kind: 'talk', title: id, placeName: '文化站', hostUnit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, status: 'published', countOnly: false, sessions, waiting: false, mine: null, ...more,
})
const now = Date.parse('2026-11-27T10:20:00.000Z')

test('sessions stand under their days, by the hour, and a class stands under each of its days', () => {
  const days = byDay([event('class', [session('c1', '2026-11-27', 19), session('c2', '2026-11-29', 19)]), event('talk', [session('t1', '2026-11-27', 9)])], '2026-11-27', '2026-11-29')
  expect(days.map(({ on, items }) => [on, ...items.map((item) => item.event.id)])).toEqual([['2026-11-27', 'talk', 'class'], ['2026-11-29', 'class']])
  expect(days[1]?.items[0]?.number).toBe(2)
})

test('a week ends on Sunday and a month on its last day', () => {
  expect(endOfWeek('2026-11-27')).toBe('2026-11-29')
  expect(endOfWeek('2026-11-29')).toBe('2026-11-29')
  expect(endOfMonth('2028-02-03')).toBe('2028-02-29')
})

describe('how a session stands for who looks', () => {
  const evening = session('s1', '2026-11-27', 19)
  const mine = (status: 'confirmed' | 'waitlisted' | 'cancelled') => ({
    personKey: 'p', wish: 'wish-00000000000001', status, sessionIds: ['s1'], partySize: 2, children: 0, callName: '张阿姨', registeredAt: '2026-11-23T00:00:00.000Z', cancelledAt: null, position: null, offered: false, phone: null,
  })
  test.each([
    ['places left', event('e', [evening]), { is: 'free', left: 12, queue: false }],
    ['places left while others wait', event('e', [evening], { waiting: true }), { is: 'free', left: 12, queue: true }],
    ['no place left', event('e', [session('s1', '2026-11-27', 19, 0)]), { is: 'full' }],
    ['registered', event('e', [evening], { mine: mine('confirmed') }), { is: 'registered', partySize: 2 }],
    ['given back', event('e', [evening], { mine: mine('cancelled') }), { is: 'free', left: 12, queue: false }],
    ['called off wins over registered', event('e', [evening], { status: 'cancelled', mine: mine('confirmed') }), { is: 'cancelled' }],
    ['counted only', event('e', [session('s1', '2026-11-27', 19, null)], { countOnly: true }), { is: 'open-door' }],
    ['begun', event('e', [session('s1', '2026-11-27', 18)]), { is: 'begun' }],
    ['begun, and full', event('e', [session('s1', '2026-11-27', 18, 0)]), { is: 'begun' }],
    ['begun, and registered', event('e', [session('s1', '2026-11-27', 18)], { mine: mine('confirmed') }), { is: 'registered', partySize: 2 }],
    ['begun, and nobody registers', event('e', [session('s1', '2026-11-27', 18, null)], { countOnly: true }), { is: 'open-door' }],
    ['registration over', event('e', [evening], { closesAt: '2026-11-27T10:20:00.000Z' }), { is: 'closed' }],
    ['registration not open yet', event('e', [evening], { opensAt: '2026-11-27T10:20:01.000Z' }), { is: 'not-open' }],
    ['within the window', event('e', [evening], { opensAt: '2026-11-27T10:20:00.000Z', closesAt: '2026-11-27T10:20:01.000Z' }), { is: 'free', left: 12, queue: false }],
    ['over', event('e', [session('s1', '2026-11-27', 9)]), { is: 'over' }],
  ])('%s', (_what, one, state) => expect(stateOf(one, one.sessions[0]!, now)).toEqual(state))
})
