import { beforeEach, expect, test, vi } from 'vitest'
import { useEvents } from './events'

const callFunction = vi.hoisted(() => vi.fn())
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))

const from = '2026-11-27'
const event = (id: string) => ({ id, kind: 'talk', sessions: [] })
const answers = (...values: object[]) => { for (const value of values) callFunction.mockResolvedValueOnce({ ok: true, value }) }
const inputs = () => callFunction.mock.calls.map(([, sent]) => (sent as { input: object }).input)
const ids = () => useEvents.getState().events?.map(({ id }) => id)
beforeEach(() => {
  callFunction.mockReset()
  useEvents.setState({ question: null, events: null, kinds: [], after: null, failed: null, loading: false })
})

test('the next page is put behind the first, and asked for with its mark and the same hosts', async () => {
  answers({ events: [event('a')], after: '2026-11-30|a' }, { events: [event('b')], after: null })
  await useEvents.getState().load({ from, hosts: ['hewan', 'yuyin'] })
  await useEvents.getState().more()
  await useEvents.getState().more()
  expect(inputs()).toEqual([{ from, to: '2027-11-27', hosts: ['hewan', 'yuyin'] }, { from, to: '2027-11-27', hosts: ['hewan', 'yuyin'], after: '2026-11-30|a' }])
  expect(ids()).toEqual(['a', 'b'])
})

test('a page of nothing but classes that began before is followed by the next at once', async () => {
  answers({ events: [event('a')], after: '2026-09-01|a' }, { events: [event('b')], after: '2026-12-01|b' })
  await useEvents.getState().load({ from })
  expect(ids()).toEqual(['a', 'b'])
})

test('events of another community go at once; without a network what stands stays', async () => {
  answers({ events: [event('a')], after: null })
  await useEvents.getState().load({ from, hosts: ['yuyin'] })
  callFunction.mockRejectedValue(new Error('no network'))
  await useEvents.getState().load({ from, hosts: ['yuyin'] })
  expect(useEvents.getState()).toMatchObject({ events: [{ id: 'a' }], failed: { failure: 'offline' } })
  await useEvents.getState().load({ from, hosts: ['liuqiao'] })
  expect(useEvents.getState()).toMatchObject({ events: null, failed: { failure: 'offline' }, kinds: [] })
})
