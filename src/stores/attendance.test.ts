import { beforeEach, expect, test, vi } from 'vitest'
import { softnessOfRoom } from '#contract/attendance/room'
import { addWalkIn, arrive, countRoom, takeBack, takeBackWalkIn, useRoster, type Roster } from './attendance'
import { bySubject, ofSession, roomWith, withWaiting } from './door-marks'
import { useKnown } from './known-person'
import { useMe } from './people'
import { contentHash } from './queue/content-hash'
import { letGo, putBack, sendQueued, useQueue } from './queue/queue-of-phone'

const { callFunction, things } = vi.hoisted(() => ({ callFunction: vi.fn(), things: new Map<string, unknown>() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))
vi.mock('@tarojs/taro', () => ({ default: {
  getStorageInfoSync: () => ({ keys: [...things.keys()], currentSize: 0, limitSize: 10240 }), getStorageSync: (name: string) => things.get(name) ?? '',
  setStorageSync: (name: string, content: unknown) => things.set(name, content), removeStorageSync: (name: string) => things.delete(name), onNetworkStatusChange: vi.fn(), onAppShow: vi.fn(),
} }))

const row = (personKey: string, partySize: number) => ({ personKey, callName: '王', building: null, partySize, present: null, phone: null, checkedInAt: null, marks: [] })
const door: Roster = {
  session: { id: 'e1-s1', eventId: 'e1', kind: 'talk', title: '冬天怎么护膝盖', placeName: '文化站', startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', countOnly: false, held: false },
  rows: [row('p-wang', 1), row('p-li', 3)],
  asOf: '2026-11-27T10:58:00.000Z',
  walkIns: [], headcounts: [],
  room: { signedIn: 0, walkIns: 0, headcount: null, softness: 'exact', unregistered: 0, attendances: 0 },
}
interface Asked { call: string; input: { records: { call: string; input: { recordId: string } }[] } }
/** The community's roster as the next question finds it, and what it says to each record. */
let refuses: string | null = null
let line: 'open' | 'closed' = 'open'
const cloud = (_subject: string, { call, input }: Asked) => {
  if (line === 'closed') return Promise.reject(new Error('request:fail'))
  if (call !== 'send') return Promise.resolve({ ok: false, failure: 'internal' })
  const answers = input.records.map(({ input: one }) => (refuses ? { ok: false, recordId: one.recordId, failure: refuses } : { ok: true, recordId: one.recordId, value: { recordId: one.recordId, hash: contentHash(one), outcome: 'counted' } }))
  return Promise.resolve({ ok: true, at: new Date().toISOString(), value: { answers } })
}
const sent = () => callFunction.mock.calls.flatMap(([, asked]) => ((asked as Asked).call === 'send' ? (asked as Asked).input.records : []))
const waiting = () => useQueue.getState().records
const shown = () => withWaiting(useRoster.getState().value!, waiting())
const rowOf = (key: string) => shown().rows.find((one) => one.personKey === key)!
const settle = () => vi.advanceTimersByTimeAsync(50)

beforeEach(async () => {
  vi.useFakeTimers()
  for (const { input } of waiting()) letGo(input.recordId)
  refuses = null
  line = 'open'
  callFunction.mockReset().mockImplementation(cloud)
  const me = { personKey: 'p-chen', callName: null, building: null, community: null, communities: [], roles: [], may: [], templates: [] }
  useKnown.setState({ person: me })
  useMe.setState({ value: me })
  useRoster.setState({ value: door, input: { sessionId: 'e1-s1' }, failed: null, loading: false })
})

test('a tap shows at once and is 待上传 until its receipt; then the list has it', async () => {
  await arrive('e1-s1', 'p-li', 3)
  expect([rowOf('p-li').present, shown().room.attendances, bySubject(waiting()).get('p-li')?.state]).toEqual([3, 3, 'waiting'])
  expect(useRoster.getState().value?.rows[1]?.present).toBeNull()
  await settle()
  expect([waiting(), useRoster.getState().value?.rows[1]?.present, useRoster.getState().value?.room.attendances]).toEqual([[], 3, 3])
})

test('two taps on one row are one record', async () => {
  await Promise.all([arrive('e1-s1', 'p-wang', 1), arrive('e1-s1', 'p-wang', 1)])
  await settle()
  expect(sent()).toHaveLength(1)
})

test('without signal everything of an evening shows, waits, and goes out later as it was', async () => {
  line = 'closed'
  await arrive('e1-s1', 'p-wang', 1)
  await addWalkIn('e1-s1', 30, '')
  await countRoom('e1-s1', 43, 'exact')
  await settle()
  expect(shown().room).toEqual({ signedIn: 1, walkIns: 30, headcount: 43, softness: 'exact', unregistered: 12, attendances: 43 })
  expect(roomWith(door.room, waiting())).toEqual(shown().room)
  const before = waiting().map(({ input }) => input)
  callFunction.mockClear()
  line = 'open'
  await sendQueued()
  expect(sent().map(({ input }) => input)).toEqual(before)
  expect([waiting(), useRoster.getState().value?.room.attendances]).toEqual([[], 43])
})

test('one that is refused leaves the others alone, and counts nothing', async () => {
  refuses = 'check-in-closed'
  await arrive('e1-s1', 'p-wang', 1)
  await settle()
  refuses = null
  await arrive('e1-s1', 'p-li', 2)
  await settle()
  expect([rowOf('p-wang').present, rowOf('p-li').present]).toEqual([null, 2])
  const [refused] = waiting()
  expect([waiting().length, refused?.state, bySubject(waiting()).get('p-wang')]).toEqual([1, 'refused', refused])
  await putBack(refused!.input.recordId)
  expect([waiting(), rowOf('p-wang').present]).toEqual([[], 1])
})

test('what waits at the door of one session is in nobody’s way at another', async () => {
  line = 'closed'
  for (const session of ['e1-s1', 'e2-s1']) await arrive(session, 'p-wang', 1)
  expect(waiting()).toHaveLength(2)
  expect([ofSession(waiting(), 'e2-s1').length, shown().room.signedIn]).toEqual([1, 1])
})

test('taking back names the marks that were seen, also one that waits; what never went out is simply gone', async () => {
  await arrive('e1-s1', 'p-wang', 1)
  await settle()
  const [mark] = sent().map(({ input }) => input.recordId)
  await takeBack('e1-s1', rowOf('p-wang'))
  await settle()
  expect(sent()[1]).toMatchObject({ call: 'attendance/undo', input: { of: { what: 'check-in', personKey: 'p-wang', marks: [mark] } } })
  expect(rowOf('p-wang')).toMatchObject({ present: null, marks: [] })

  line = 'closed'
  await arrive('e1-s1', 'p-li', 3)
  await settle()
  // It went out once and may have arrived: both are kept.
  await takeBack('e1-s1', rowOf('p-li'))
  expect([waiting().map(({ call }) => call), rowOf('p-li').present]).toEqual([['attendance/check-in', 'attendance/undo'], null])
  await addWalkIn('e1-s1', 2, '')
  const walkIn = waiting().at(-1)!.input.recordId
  await takeBackWalkIn('e1-s1', walkIn)
  expect([shown().walkIns, roomWith(door.room, waiting()).attendances]).toEqual([[], 0])
})

test('43余 counted stays 余, also when the next tap brings the sum to 43', async () => {
  await addWalkIn('e1-s1', 42, '')
  await countRoom('e1-s1', 43, 'over')
  await arrive('e1-s1', 'p-wang', 1)
  await settle()
  const { room } = useRoster.getState().value!
  expect([room.softness, room.attendances, softnessOfRoom(room)]).toEqual(['over', 43, 'over'])
})

test('a list read before a receipt does not make the person missing again, and one read after an answer that was lost counts nobody twice', async () => {
  let answerRoster: (value: unknown) => void = () => {}
  callFunction.mockImplementation((subject: string, asked: Asked) => (asked.call === 'roster' ? new Promise((resolve) => { answerRoster = resolve }) : cloud(subject, asked)))
  await arrive('e1-s1', 'p-wang', 1)
  await vi.advanceTimersByTimeAsync(1600)
  await arrive('e1-s1', 'p-li', 3)
  await settle()
  answerRoster({ ok: true, value: { ...door, rows: [{ ...row('p-wang', 1), present: 1, marks: ['m'] }, row('p-li', 3)] } })
  await settle()
  expect(rowOf('p-li').present).toBe(3)

  line = 'closed'
  await addWalkIn('e1-s1', 2, '')
  await settle()
  const { recordId } = waiting()[0]!.input
  useRoster.setState({ value: { ...door, walkIns: [{ recordId, people: 2, callName: null, at: '2026-11-27T11:00:00.000Z' }], room: { ...door.room, walkIns: 2, attendances: 2 } } })
  expect([shown().walkIns.length, shown().room.attendances]).toEqual([1, 2])
})

test('a name that says too much is not queued, and it is said', async () => {
  const before = useQueue.getState().records.length
  expect(await addWalkIn('e1-s1', 2, '王阿姨（党员）')).toEqual({ ok: false, failure: 'bad-input', message: '称呼里写到了个人的党员身份：邻里不问也不记这个，请改一下' })
  expect(useQueue.getState().records).toHaveLength(before)
})

test('a blank row that is typed in twice before it goes out is as it was typed in last', () => {
  const line = (n: number, people: number) => ({ call: 'attendance/walk-in', input: { recordId: `record-line-${n}`, at: door.asOf, offsetMs: 0, sessionId: 'e1-s1', people, line: 12, source: 'paper' }, order: n, owner: 'p-chen', refused: null, state: 'waiting', failed: null, locked: false }) as Parameters<typeof withWaiting>[1][number]
  const records = [line(1, 5), line(2, 4)]
  expect([withWaiting(door, records).room.walkIns, roomWith(door.room, records).walkIns]).toEqual([4, 4])
})
