import { beforeEach, expect, test, vi } from 'vitest'
import { useRoster, type Roster } from './attendance'
import { closeScan, takeCode, takeCodeAgain, useScan } from './codes-at-door'

const { callFunction } = vi.hoisted(() => ({ callFunction: vi.fn() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))

const door: Roster = {
  session: { id: 'e1-s1', eventId: 'e1', kind: 'talk', title: '冬天怎么护膝盖', placeName: '文化站', startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', countOnly: false, held: false },
  rows: [{ personKey: 'p-zhang', callName: '张阿姨', building: null, partySize: 2, present: null, phone: null, checkedInAt: null, marks: [] }],
  asOf: '2026-11-27T10:58:00.000Z',
  walkIns: [],
  room: { signedIn: 0, walkIns: 0, headcount: null, softness: 'exact', unregistered: 0, attendances: 0 },
}
const isIn = () => callFunction.mockImplementation((_: string, { input }: { input: { recordId: string } }) =>
  Promise.resolve({ ok: true, value: { recordId: input.recordId, hash: 'h', outcome: 'counted', personKey: 'p-zhang', callName: '张阿姨', building: null, partySize: 2, present: 2, earlier: null } }))
const sent = () => callFunction.mock.calls.map(([, data]) => (data as { call: string; input: { recordId: string; at: string } })).filter(({ call }) => call === 'check-in-code').map(({ input }) => input)

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T10:58:00.000Z') })
  callFunction.mockReset()
  closeScan()
  useRoster.setState({ value: door, input: { sessionId: 'e1-s1' }, failed: null, loading: false })
})

test('who was scanned is in on the list, with the receipt', async () => {
  isIn()
  const scan = takeCode('e1-s1', 'L1.code')
  expect(useRoster.getState().value?.rows[0]?.present).toBeNull()
  await scan
  expect(useRoster.getState().value?.rows[0]).toMatchObject({ present: 2, marks: [sent()[0]?.recordId] })
  expect(useRoster.getState().value?.room.attendances).toBe(2)
  expect(useScan.getState().one?.answer).toMatchObject({ ok: true, value: { callName: '张阿姨' } })
})

test('without signal the scan stays, and goes out again as it was: same record, same moment', async () => {
  callFunction.mockRejectedValueOnce(new Error('request:fail'))
  await takeCode('e1-s1', 'L1.code')
  expect(useScan.getState().one?.answer).toMatchObject({ ok: false, failure: 'offline' })
  expect(useRoster.getState().value?.rows[0]?.present).toBeNull()
  vi.setSystemTime(Date.parse('2026-11-27T12:58:00.000Z'))
  isIn()
  await takeCodeAgain()
  expect(sent()[1]).toEqual(sent()[0])
  expect(useRoster.getState().value?.rows[0]?.present).toBe(2)
})

test('a refused code changes nothing on the list and is not sent again', async () => {
  callFunction.mockResolvedValue({ ok: false, failure: 'code-forged' })
  await takeCode('e1-s1', 'L1.code')
  await takeCodeAgain()
  expect(sent()).toHaveLength(1)
  expect(useRoster.getState().value).toEqual(door)
})
