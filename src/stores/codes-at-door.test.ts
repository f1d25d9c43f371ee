import { beforeEach, expect, test, vi } from 'vitest'
import { useRoster, type Roster } from './attendance'
import { closeScan, dropScan, recordOfScan, takeCode, useScan } from './codes-at-door'
import { useKnown } from './known-person'
import { useMe } from './people'
import { contentHash } from './queue/content-hash'
import { letGo, sendQueued, useQueue } from './queue/queue-of-phone'

const { callFunction, things } = vi.hoisted(() => ({ callFunction: vi.fn(), things: new Map<string, unknown>() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))
vi.mock('@tarojs/taro', () => ({ default: {
  getStorageInfoSync: () => ({ keys: [...things.keys()], currentSize: 0, limitSize: 10240 }), getStorageSync: (name: string) => things.get(name) ?? '',
  setStorageSync: (name: string, content: unknown) => things.set(name, content), removeStorageSync: (name: string) => things.delete(name), onNetworkStatusChange: vi.fn(), onAppShow: vi.fn(),
} }))

const door: Roster = {
  session: { id: 'e1-s1', eventId: 'e1', kind: 'talk', title: '冬天怎么护膝盖', placeName: '文化站', startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', countOnly: false, held: false },
  rows: [{ personKey: 'p-zhang', callName: '张阿姨', building: null, partySize: 2, present: null, phone: null, checkedInAt: null, marks: [] }],
  asOf: '2026-11-27T10:58:00.000Z',
  walkIns: [], headcounts: [],
  room: { signedIn: 0, walkIns: 0, headcount: null, softness: 'exact', unregistered: 0, attendances: 0 },
}
interface Asked { call: string; input: { records: { input: { recordId: string; at: string } }[] } }
const answers = (answer: (one: { recordId: string }) => object) => callFunction.mockImplementation((_: string, { call, input }: Asked) =>
  Promise.resolve(call === 'send' ? { ok: true, at: new Date().toISOString(), value: { answers: input.records.map(({ input: one }) => ({ recordId: one.recordId, ...answer(one) })) } } : { ok: false, failure: 'internal' }))
const isIn = () => answers((one) => ({ ok: true, value: { recordId: one.recordId, hash: contentHash(one), outcome: 'counted', personKey: 'p-zhang', callName: '张阿姨', building: null, partySize: 2, present: 2, earlier: null } }))
const sent = () => callFunction.mock.calls.flatMap(([, asked]) => ((asked as Asked).call === 'send' ? (asked as Asked).input.records.map(({ input }) => input) : []))
const scanned = () => recordOfScan(useScan.getState().one, useQueue.getState().records)
const settle = () => vi.advanceTimersByTimeAsync(50)

beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime(Date.parse('2026-11-27T10:58:00.000Z'))
  for (const { input } of useQueue.getState().records) letGo(input.recordId)
  closeScan()
  callFunction.mockReset()
  const me = { personKey: 'p-chen', callName: null, building: null, community: null, communities: [], roles: [], may: [], templates: [] }
  useKnown.setState({ person: me })
  useMe.setState({ value: me })
  useRoster.setState({ value: door, input: { sessionId: 'e1-s1' }, failed: null, loading: false })
})

test('who was scanned is named and in on the list, with the receipt', async () => {
  isIn()
  await takeCode('e1-s1', 'L1.code')
  expect(useScan.getState().one?.came).toBeNull()
  await settle()
  expect(useScan.getState().one?.came).toMatchObject({ callName: '张阿姨' })
  expect(useRoster.getState().value?.rows[0]).toMatchObject({ present: 2, marks: [sent()[0]?.recordId] })
  expect(useRoster.getState().value?.room.attendances).toBe(2)
})

test('without signal the scan stays, and goes out as it was: same record, same moment, whoever is scanned meanwhile', async () => {
  callFunction.mockRejectedValue(new Error('request:fail'))
  await takeCode('e1-s1', 'L1.code')
  await settle()
  expect(scanned()).toMatchObject({ state: 'waiting', failed: { failure: 'offline' } })
  const first = scanned()?.input
  closeScan()
  await takeCode('e1-s1', 'L1.other')
  vi.setSystemTime(Date.parse('2026-11-27T12:58:00.000Z'))
  isIn()
  await sendQueued()
  expect(sent()).toContainEqual(first)
  expect([useQueue.getState().records.length, useRoster.getState().value?.rows[0]?.present]).toEqual([0, 2])
})

test('a refused code changes nothing on the list, is not sent again, and stays to be looked after until its worker lets it go', async () => {
  answers(() => ({ ok: false, failure: 'code-forged' }))
  await takeCode('e1-s1', 'L1.code')
  await settle()
  expect(scanned()).toMatchObject({ state: 'refused', refused: { failure: 'code-forged' } })
  await sendQueued()
  expect(sent()).toHaveLength(1)
  expect(useRoster.getState().value).toEqual(door)
  const { one } = useScan.getState()
  closeScan()
  expect(useQueue.getState().records).toMatchObject([{ state: 'refused' }])
  useScan.setState({ one })
  dropScan()
  expect([useQueue.getState().records, useScan.getState().one]).toEqual([[], null])
})
