import { beforeEach, expect, test, vi } from 'vitest'
import { useKnown } from './known-person'
import { keepDays, keptDays, stillOpenBefore } from './kept-days'
import { measureClock } from './server-clock'
import { loadSessionsOfDay, sessionOfDay, useSessionsOfDay } from './sessions-of-day'

const { callFunction, things } = vi.hoisted(() => ({ callFunction: vi.fn(), things: new Map<string, unknown>() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))
vi.mock('../platform/drawer', () => ({ takeOut: (name: string) => things.get(name), putAway: (name: string, content: unknown) => void things.set(name, content), empty: (name: string) => void things.delete(name), emptyAllBut: vi.fn() }))
vi.mock('../platform/shelf', () => ({ shelf: { names: () => [], read: () => '', write: () => true, remove: () => undefined, used: () => null } }))
vi.mock('../platform/keybox', () => ({ takeKey: async () => null, putKey: async () => undefined, dropKey: async () => undefined, randomBytes: async () => new Uint8Array(32) }))
vi.mock('../platform/wakes', () => ({ onWake: vi.fn() }))

const on = '2026-11-27'
const session = { id: 'opera-s1', title: '戏曲晚会' }
const answers = (ofDay: unknown) => callFunction.mockImplementation(async (_subject: string, { call }: { call: string }) => (call === 'who-am-i' ? { ok: true, value: { personKey: 'p-chen', roles: [], may: [] } } : ofDay))

beforeEach(async () => {
  answers({ ok: true, value: { sessions: [session] } })
  await loadSessionsOfDay(on)
  expect([useKnown.getState().person?.personKey, useSessionsOfDay.getState().value?.sessions]).toEqual(['p-chen', [session]])
})

test('without signal the list of the day stands', async () => {
  callFunction.mockRejectedValue(new Error('request:fail'))
  await loadSessionsOfDay(on)
  expect(useSessionsOfDay.getState().value?.sessions).toEqual([session])
  expect(things.has('sessions-of-day')).toBe(true)
})

test('whose right was withdrawn sees no session any more, and none lies on the phone', async () => {
  answers({ ok: false, failure: 'not-allowed' })
  await loadSessionsOfDay(on)
  expect([useSessionsOfDay.getState().value, things.has('sessions-of-day')]).toEqual([null, false])
})

test('tomorrow\'s list that was kept opens tomorrow without signal; this evening\'s stands beside it while nobody says that it is over', async () => {
  const evening = { ...session, endsAt: '2026-11-27T13:00:00.000Z' }
  keepDays('p-chen', { [on]: { sessions: [evening as never] }, '2026-11-28': { sessions: [{ ...session, id: 'talk-s1' } as never] } })
  callFunction.mockRejectedValue(new Error('request:fail'))
  await loadSessionsOfDay('2026-11-28')
  expect(useSessionsOfDay.getState().value?.sessions.map(({ id }) => id)).toEqual(['talk-s1'])
  expect(stillOpenBefore('p-chen', '2026-11-28')).toEqual([{ on, sessions: [evening] }])
  expect(sessionOfDay(useSessionsOfDay.getState().value, 'opera-s1')?.title).toBe('戏曲晚会')
  expect([stillOpenBefore('p-other', '2026-11-28'), keptDays('p-other')]).toEqual([[], {}])
  const over = Date.parse('2026-11-27T19:00:01.000Z')
  measureClock(over, over, new Date(over).toISOString())
  expect(stillOpenBefore('p-chen', '2026-11-28')).toEqual([])
})
