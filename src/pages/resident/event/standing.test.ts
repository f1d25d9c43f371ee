import { describe, expect, test } from 'vitest'
import type { EventDetail } from '#contract/events/event'
import { firstChoice, partyMost, standingOf, wouldWait } from './standing'

const session = (n: number, on: string, left: number | null) => ({ id: `e-s${n}`, on, startsAt: `${on}T11:00:00.000Z`, endsAt: `${on}T12:30:00.000Z`, capacity: left === null ? null : 30, left })
const event = (over: Partial<EventDetail>): EventDetail => ({
  id: 'e', kind: 'talk', title: '冬天怎么护膝盖', placeName: '文化站', hostUnit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, status: 'published', countOnly: false,
  sessions: [session(1, '2026-11-27', 12), session(2, '2026-11-29', 3)], waiting: false, mine: null, cancelUntil: null, point: null, questions: [], neighbours: [], cancelReason: null, organisers: [], programme: [], partyLimit: 6, opensAt: null, closesAt: null, campaignId: null, version: 0, lastChange: null, ...over,
})
const now = Date.parse('2026-11-27T10:20:00.000Z')

describe('what a resident can do', () => {
  test.each([
    ['places left', {}, { is: 'open' }],
    ['one session full, another not', { sessions: [session(1, '2026-11-27', 0), session(2, '2026-11-29', 3)] }, { is: 'open' }],
    ['all full', { sessions: [session(1, '2026-11-27', 0)] }, { is: 'full' }],
    ['somebody waits, and there are places', { waiting: true }, { is: 'open' }],
    ['somebody waits for the full one of two sessions', { waiting: true, sessions: [session(1, '2026-11-27', 0), session(2, '2026-11-29', 3)] }, { is: 'open' }],
    ['not open yet', { opensAt: '2026-11-28T01:30:00.000Z' }, { is: 'shut', button: '我要报名', why: '明天上午九点半开始报名' }],
    ['closed', { closesAt: '2026-11-27T10:00:00.000Z' }, { is: 'shut', button: '报名已结束', why: '还想来，请问问社区' }],
    ['counted only', { countOnly: true }, { is: 'no-need', why: '不用报名，直接来' }],
    ['over', { sessions: [session(1, '2026-11-20', 12)] }, { is: 'no-need', why: '活动已经结束' }],
    ['called off', { status: 'cancelled' as const }, { is: 'no-need', why: '活动取消了，不用来了' }],
  ])('%s', (_what, over, standing) => expect(standingOf(event(over), now)).toEqual(standing))
})

test('of a talk the first session with places is chosen, of a class every one', () => {
  expect(firstChoice(event({ sessions: [session(1, '2026-11-27', 0), session(2, '2026-11-29', 3)] }), now)).toEqual(['e-s2'])
  expect(firstChoice(event({ kind: 'training_class' }), now)).toEqual(['e-s1', 'e-s2'])
})

test('where all are full the first is chosen, to wait for', () => expect(firstChoice(event({ sessions: [session(1, '2026-11-27', 0), session(2, '2026-11-29', 0)] }), now)).toEqual(['e-s1']))

test('a party may be as large as the limit and the room; it waits where it does not fit, and perhaps where somebody waits', () => {
  expect([partyMost(event({}), ['e-s1']), partyMost(event({ partyLimit: 40 }), ['e-s1'])]).toEqual([6, 30])
  expect([wouldWait(event({}), ['e-s1'], 4), wouldWait(event({}), ['e-s1', 'e-s2'], 4), wouldWait(event({ waiting: true }), ['e-s1'], 1), wouldWait(event({ waiting: true }), ['e-s2'], 4)]).toEqual(['no', 'yes', 'perhaps', 'yes'])
})
