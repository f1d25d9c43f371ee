import { beforeEach, expect, test, vi } from 'vitest'
import { useKnown } from './known-person'
import { loadSessionsOfDay, useSessionsOfDay } from './sessions-of-day'

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
