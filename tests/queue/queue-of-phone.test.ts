/** When this phone's queue goes out, and as whose. The cloud is a stand-in; queue/send itself is met by the walks and the fleet. */
import { beforeEach, expect, test, vi } from 'vitest'
import { canonicalJson } from '../../contract/canonical-json'
import { contentHash } from '../../src/stores/queue/content-hash'
import { mortalShelf } from './mortal-shelf'

const phone = vi.hoisted(() => ({ callFunction: vi.fn(), wake: () => {}, things: new Map<string, string>(), drawers: new Map<string, unknown>(), keys: new Map<string, string>() }))
vi.mock('../../src/platform/cloud', () => ({ callFunction: phone.callFunction, uploadFile: vi.fn() }))
vi.mock('../../src/platform/wakes', () => ({ onWake: (wake: () => void) => { phone.wake = wake } }))
vi.mock('../../src/platform/drawer', () => ({ takeOut: (name: string) => phone.drawers.get(name), putAway: (name: string, content: unknown) => phone.drawers.set(name, content), empty: (name: string) => phone.drawers.delete(name) }))
vi.mock('../../src/platform/shelf', () => ({ shelf: mortalShelf(phone.things).shelf }))
vi.mock('../../src/platform/keybox', () => ({
  takeKey: async (name: string) => phone.keys.get(name) ?? null,
  putKey: async (name: string, key: string) => void phone.keys.set(name, key),
  dropKey: async (name: string) => void phone.keys.delete(name),
  randomBytes: async (length: number) => crypto.getRandomValues(new Uint8Array(length)),
}))

const me = (personKey: string) => ({ personKey, callName: '小陈', building: null, community: null, communities: [], roles: [{ role: 'gridWorker', unit: { id: 'yuyin-3', name: '第3网格', level: 'grid' }, covers: [] }], may: ['queue/send'], templates: [] })
interface Asked { call: string; input: { records: { call: string; input: { recordId: string } }[] } }
let line: 'open' | 'closed' = 'open'
let holder = 'p-chen'
const batches: string[][] = []

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers()
  vi.clearAllTimers()
  vi.setSystemTime(Date.parse('2026-11-27T11:00:00.000Z'))
  for (const one of [phone.things, phone.drawers, phone.keys]) one.clear()
  line = 'open'
  holder = 'p-chen'
  batches.length = 0
  phone.callFunction.mockReset().mockImplementation(async (subject: string, { call, input }: Asked) => {
    if (line === 'closed') throw new Error('request:fail')
    const at = new Date().toISOString()
    if (subject === 'people') return { ok: true, at, value: me(holder) }
    if (call !== 'send') throw new Error(`nobody asks for ${subject}/${call}`)
    batches.push(input.records.map((one) => one.input.recordId))
    return { ok: true, at, value: { answers: input.records.map((one) => ({ ok: true, recordId: one.input.recordId, value: { recordId: one.input.recordId, hash: contentHash(one.input), outcome: 'counted' } })) } }
  })
})

async function started() {
  const [queue, people, record] = await Promise.all([import('../../src/stores/queue/queue-of-phone'), import('../../src/stores/people'), import('../../src/stores/record')])
  const walkIn = (callName?: string) => ({ ...record.newRecord(), sessionId: 'opera-s1', people: 2, source: 'tap' as const, ...(callName ? { callName } : {}) })
  return { ...queue, ...people, walkIn }
}
const settle = () => vi.advanceTimersByTimeAsync(50)

test('with signal a record goes out at once', async () => {
  const { enqueue, loadMe, useQueue, walkIn } = await started()
  await loadMe()
  expect(await enqueue('attendance/walk-in', walkIn())).toEqual({ ok: true })
  await settle()
  expect([batches.length, phone.things.size, useQueue.getState().records.length]).toEqual([1, 0, 0])
})

test('what is recorded before the phone knows who holds it waits for who is known first, and goes out then', async () => {
  line = 'closed'
  const first = await started()
  expect(await first.enqueue('attendance/walk-in', first.walkIn())).toEqual({ ok: true })
  await settle()
  expect(first.useQueue.getState().records).toMatchObject([{ state: 'waiting', owner: '' }])
  line = 'open'
  await first.loadMe()
  await settle()
  expect([batches.length, phone.things.size]).toEqual([1, 0])
})

test('who was known once records without signal after a restart', async () => {
  await (await started()).loadMe()
  vi.resetModules()
  line = 'closed'
  const { enqueue, walkIn, useQueue } = await started()
  expect(await enqueue('attendance/walk-in', walkIn())).toEqual({ ok: true })
  await settle()
  expect(useQueue.getState().records).toMatchObject([{ state: 'waiting', owner: 'p-chen' }])
})

test('without signal it is tried again after growing pauses; the network coming back ends the pause', async () => {
  const { enqueue, loadMe, useQueue, walkIn } = await started()
  await loadMe()
  line = 'closed'
  await enqueue('attendance/walk-in', walkIn())
  await settle()
  const tries = async (ms: number) => { const before = phone.callFunction.mock.calls.length; await vi.advanceTimersByTimeAsync(ms); return phone.callFunction.mock.calls.length - before }
  expect(await tries(3_000)).toBe(1)
  expect(await tries(3_000)).toBe(0)
  expect(await tries(600_000)).toBeLessThan(12)
  expect(useQueue.getState().failed).toEqual({ failure: 'offline' })
  line = 'open'
  phone.wake()
  await settle()
  expect([phone.things.size, useQueue.getState().failed]).toEqual([0, null])
  expect(await tries(3_600_000)).toBe(0)
})

test('another person on the same phone sends nothing of the first one, who finds it there later', async () => {
  line = 'open'
  const first = await started()
  await first.loadMe()
  line = 'closed'
  await first.enqueue('attendance/walk-in', first.walkIn('王大爷一家'))
  await settle()
  vi.resetModules()
  vi.clearAllTimers()
  line = 'open'
  holder = 'p-zhou'
  const second = await started()
  await second.loadMe()
  await second.sendQueued()
  await settle()
  expect([batches, second.useQueue.getState().records, second.useQueue.getState().others]).toEqual([[], [], 1])
  vi.resetModules()
  holder = 'p-chen'
  const third = await started()
  await third.loadMe()
  await settle()
  expect([batches.length, phone.things.size]).toEqual([1, 0])
})

test('a name that was typed lies sealed on the phone, and goes out as it was typed, after a restart too', async () => {
  const first = await started()
  await first.loadMe()
  line = 'closed'
  await first.enqueue('attendance/walk-in', first.walkIn('欧阳修一家'))
  await settle()
  const dump = [...phone.things.values(), ...[...phone.drawers.values()].map(canonicalJson)].join(' ')
  expect(dump).toContain('"people":2')
  expect(dump).not.toMatch(/欧阳|修|\\u6b27|小陈/)
  vi.resetModules()
  vi.clearAllTimers()
  line = 'open'
  const { sendQueued } = await started()
  await sendQueued()
  const sent = phone.callFunction.mock.calls.map(([, asked]) => asked as Asked).filter(({ call }) => call === 'send').at(-1)
  expect(sent?.input.records[0]?.input).toMatchObject({ callName: '欧阳修一家', people: 2 })
  expect(phone.things.size).toBe(0)
})

test('a key that is gone for good takes only the name along', async () => {
  const first = await started()
  await first.loadMe()
  line = 'closed'
  await first.enqueue('attendance/walk-in', first.walkIn('欧阳修一家'))
  await settle()
  phone.keys.clear()
  vi.resetModules()
  vi.clearAllTimers()
  line = 'open'
  await (await started()).sendQueued()
  expect([batches.length, phone.things.size]).toEqual([1, 0])
})
