import { beforeEach, expect, test, vi } from 'vitest'
import { softnessOfRoom } from '#contract/attendance/room'
import { addWalkIn, arrive, countRoom, doorKey, headcountOf, sendAgain, takeBack, useDoor, useRoster, walkInOf, type Roster } from './attendance'

const { callFunction } = vi.hoisted(() => ({ callFunction: vi.fn() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))

const row = (personKey: string, partySize: number) => ({ personKey, callName: '王', building: null, partySize, present: null, phone: null, checkedInAt: null, marks: [] })
const door: Roster = {
  session: { id: 'e1-s1', eventId: 'e1', kind: 'talk', title: '冬天怎么护膝盖', placeName: '文化站', startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', countOnly: false, held: false },
  rows: [row('p-wang', 1), row('p-li', 3)],
  asOf: '2026-11-27T10:58:00.000Z',
  walkIns: [],
  room: { signedIn: 0, walkIns: 0, headcount: null, softness: 'exact', unregistered: 0, attendances: 0 },
}
const receipt = () => callFunction.mockImplementation((_subject: string, { input }: { input: { recordId: string } }) => Promise.resolve({ ok: true, value: { recordId: input.recordId, hash: 'h', outcome: 'counted' } }))
const sent = () => callFunction.mock.calls.map(([, data]) => (data as { input: { recordId: string } }).input.recordId)
const rowOf = (key: string) => useRoster.getState().value?.rows.find((one) => one.personKey === key)

beforeEach(() => {
  vi.useFakeTimers()
  callFunction.mockReset()
  useDoor.setState({ pending: {} })
  useRoster.setState({ value: door, input: { sessionId: 'e1-s1' }, failed: null, loading: false })
})

test('a party is in with the receipt, not with the tap', async () => {
  receipt()
  const tap = arrive('e1-s1', 'p-li', 3)
  expect(rowOf('p-li')?.present).toBeNull()
  expect(useDoor.getState().pending[doorKey('e1-s1', 'p-li')]?.failed).toBeNull()
  await tap
  expect(rowOf('p-li')?.present).toBe(3)
  expect(useRoster.getState().value?.room.attendances).toBe(3)
  expect(useDoor.getState().pending).toEqual({})
})

test('two taps on one row are one record', async () => {
  receipt()
  await Promise.all([arrive('e1-s1', 'p-wang', 1), arrive('e1-s1', 'p-wang', 1)])
  expect(sent()).toHaveLength(1)
})

test('what did not get through waits and goes out again under the same record id', async () => {
  callFunction.mockRejectedValueOnce(new Error('request:fail'))
  await arrive('e1-s1', 'p-wang', 1)
  expect(useDoor.getState().pending[doorKey('e1-s1', 'p-wang')]?.failed?.failure).toBe('offline')
  expect(rowOf('p-wang')?.present).toBeNull()
  receipt()
  await sendAgain(doorKey('e1-s1', 'p-wang'))
  expect(new Set(sent()).size).toBe(1)
  expect(rowOf('p-wang')?.present).toBe(1)
})

test('one row that fails leaves the others alone', async () => {
  callFunction.mockRejectedValueOnce(new Error('request:fail'))
  await arrive('e1-s1', 'p-wang', 1)
  receipt()
  await arrive('e1-s1', 'p-li', 2)
  expect(rowOf('p-li')?.present).toBe(2)
  expect(Object.keys(useDoor.getState().pending)).toEqual([doorKey('e1-s1', 'p-wang')])
})

test('what waits at the door of one session is in nobody’s way at another', async () => {
  callFunction.mockRejectedValue(new Error('request:fail'))
  await Promise.all([arrive('e1-s1', 'p-wang', 1), addWalkIn('e1-s1', 2, ''), countRoom('e1-s1', 43, 'exact')])
  receipt()
  expect(await Promise.all([arrive('e2-s1', 'p-wang', 1), addWalkIn('e2-s1', 2, ''), countRoom('e2-s1', 20, 'exact')])).toEqual([true, true, true])
  expect(Object.keys(useDoor.getState().pending)).toEqual([doorKey('e1-s1', 'p-wang'), walkInOf('e1-s1'), headcountOf('e1-s1')])
  expect(useDoor.getState().pending[doorKey('e2-s1', 'p-wang')]).toBeUndefined()
  callFunction.mockClear()
  await sendAgain(doorKey('e1-s1', 'p-wang'))
  expect(callFunction.mock.calls[0]?.[1]).toMatchObject({ call: 'check-in', input: { sessionId: 'e1-s1' } })
})

test('taking back names the marks that were seen and leaves the row as before', async () => {
  receipt()
  await arrive('e1-s1', 'p-wang', 1)
  const mark = sent()[0]
  await takeBack('e1-s1', rowOf('p-wang')!)
  expect(callFunction.mock.calls[1]?.[1]).toMatchObject({ call: 'undo', input: { of: { what: 'check-in', personKey: 'p-wang', marks: [mark] } } })
  expect(rowOf('p-wang')).toMatchObject({ present: null, marks: [] })
})

test('30 signed in or walked in and 43 counted are 43', async () => {
  receipt()
  await addWalkIn('e1-s1', 30, '')
  await countRoom('e1-s1', 43, 'exact')
  expect(useRoster.getState().value?.room).toEqual({ signedIn: 0, walkIns: 30, headcount: 43, softness: 'exact', unregistered: 13, attendances: 43 })
  expect(useDoor.getState().pending[walkInOf('e1-s1')] ?? useDoor.getState().pending[headcountOf('e1-s1')]).toBeUndefined()
})

test('43余 counted stays 余, also when the next tap brings the sum to 43', async () => {
  receipt()
  await addWalkIn('e1-s1', 42, '')
  await countRoom('e1-s1', 43, 'over')
  await arrive('e1-s1', 'p-wang', 1)
  const room = useRoster.getState().value!.room
  expect(room).toMatchObject({ softness: 'over', attendances: 43 })
  expect(softnessOfRoom(room)).toBe('over')
})

test('a list read before a receipt does not make the person missing again', async () => {
  let answerRoster: (value: unknown) => void = () => {}
  callFunction.mockImplementation((_subject: string, data: { call: string; input: { recordId: string } }) => data.call === 'roster'
    ? new Promise((resolve) => { answerRoster = resolve })
    : Promise.resolve({ ok: true, value: { recordId: data.input.recordId, hash: 'h', outcome: 'counted' } }))
  await arrive('e1-s1', 'p-wang', 1)
  await vi.advanceTimersByTimeAsync(1500)
  await arrive('e1-s1', 'p-li', 3)
  answerRoster({ ok: true, value: { ...door, rows: [{ ...row('p-wang', 1), present: 1, marks: ['m'] }, row('p-li', 3)] } })
  await vi.advanceTimersByTimeAsync(0)
  expect(rowOf('p-li')?.present).toBe(3)
})
