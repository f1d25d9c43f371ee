import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useKnown } from './known-person'
import { useMe } from './people'
import { contentHash } from './queue/content-hash'
import { letGo, sendQueued, useQueue } from './queue/queue-of-phone'
import { newRecord } from './record'
import { measureClock } from './server-clock'
import { correctEntry, forgetEntry, logEntry, takeBackEntry, useEntries, useWorkList, type CorrectionInput, type EntryInput } from './work'
import { waitingWork } from './work-waiting'

const { callFunction, things, keepPhoto, entryIsSaved, letPhotoGo, follows } = vi.hoisted(() => ({ callFunction: vi.fn(), things: new Map<string, unknown>(), keepPhoto: vi.fn(), entryIsSaved: vi.fn(), letPhotoGo: vi.fn(), follows: { isWaiting: (_id: string): boolean => false, photos: [] as unknown[] } }))
vi.mock('../platform/cloud', () => ({ callFunction }))
vi.mock('./photo-queue/photos-of-phone', () => ({ keepPhoto, entryIsSaved, letPhotoGo, usePhotoQueue: { getState: () => ({ photos: follows.photos }) }, photosFollow: (isWaiting: (id: string) => boolean) => { follows.isWaiting = isWaiting } }))
vi.mock('@tarojs/taro', () => ({ default: {
  getStorageInfoSync: () => ({ keys: [...things.keys()], currentSize: 0, limitSize: 10240 }), getStorageSync: (name: string) => things.get(name) ?? '',
  setStorageSync: (name: string, content: unknown) => things.set(name, content), removeStorageSync: (name: string) => things.delete(name), onNetworkStatusChange: vi.fn(), onAppShow: vi.fn(),
} }))

const photo = { path: 'tmp/a.jpg', source: 'in-app', bytes: 1, sha256: 'a'.repeat(64), takenAt: null } as const
const three = (): EntryInput => ({ ...newRecord(), indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-3' })
const entry = (id: string) => useEntries.getState().entries[id]
interface Asked { call: string; input: { records: { call: string; input: { recordId: string } }[] } }
let refuses: string | null = null
let line: 'open' | 'closed' = 'open'
const answers: Record<string, unknown> = {}
const sent = () => callFunction.mock.calls.flatMap(([, asked]) => ((asked as Asked).call === 'send' ? (asked as Asked).input.records : []))
const waiting = () => useQueue.getState().records
const settle = () => vi.advanceTimersByTimeAsync(50)
const unit = { id: 'yuyin-3', name: '第3网格', level: 'grid' as const }

beforeEach(() => {
  vi.useFakeTimers()
  measureClock(Date.now(), Date.now(), new Date().toISOString())
  for (const { input } of waiting()) letGo(input.recordId)
  refuses = null
  line = 'open'
  callFunction.mockReset().mockImplementation((_subject: string, { call, input }: Asked) => {
    if (line === 'closed') return Promise.reject(new Error('request:fail'))
    if (call !== 'send') return Promise.resolve(answers[call])
    return Promise.resolve({ ok: true, at: new Date().toISOString(), value: { answers: input.records.map(({ input: one }) => (refuses ? { ok: false, recordId: one.recordId, failure: refuses } : { ok: true, recordId: one.recordId, value: { recordId: one.recordId, hash: contentHash(one), outcome: 'counted' } })) } })
  })
  keepPhoto.mockReset().mockResolvedValue({ ok: true })
  entryIsSaved.mockReset()
  letPhotoGo.mockReset()
  follows.photos = []
  useEntries.setState({ entries: {} })
  answers.list = undefined
  const me = { personKey: 'p-chen', callName: null, building: null, community: null, communities: [], roles: [{ role: 'gridWorker' as const, unit, covers: [unit] }], may: [], templates: [] }
  useKnown.setState({ person: me })
  useMe.setState({ value: me })
  useWorkList.setState({ input: { unitId: 'yuyin', from: '2026-11-27', to: '2026-11-27' }, value: { entries: [], more: false }, failed: null, loading: false })
})

test('an entry is saved with the receipt of the community and stands in the list at once; its photo lies here before it goes, and follows it', async () => {
  const input = three()
  keepPhoto.mockImplementation(() => {
    expect([sent(), follows.isWaiting(input.recordId)]).toEqual([[], true])
    return Promise.resolve({ ok: true })
  })
  expect(await logEntry(input, photo)).toEqual({ ok: true })
  expect([entry(input.recordId)?.saved, waitingWork(waiting(), []).waiting.length]).toEqual([false, 1])
  entryIsSaved.mockImplementation(() => { expect(follows.isWaiting(input.recordId)).toBe(false) })
  await settle()
  expect(keepPhoto.mock.calls).toEqual([[photo, { what: 'entry', entryId: input.recordId }, '横幅']])
  expect(entry(input.recordId)).toMatchObject({ saved: true, photo: { ok: true } })
  expect(useWorkList.getState().value?.entries).toMatchObject([{ id: input.recordId, rev: 1, quantity: 3, unit, own: true }])
  expect(entryIsSaved.mock.calls).toEqual([[input.recordId]])
})

test('without a network the entry waits, unchanged, and its photo with it', async () => {
  line = 'closed'
  const input = three()
  await logEntry(input, photo)
  await settle()
  expect(waitingWork(waiting(), []).waiting[0]?.input).toEqual({ ...input, dayConfirmed: false })
  expect([follows.isWaiting(input.recordId), entryIsSaved.mock.calls]).toEqual([true, []])
  line = 'open'
  await sendQueued()
  await settle()
  expect([entry(input.recordId)?.saved, entryIsSaved.mock.calls, waiting()]).toEqual([true, [[input.recordId]], []])
})

test('a photo that the phone has no room for leaves the entry as it is', async () => {
  keepPhoto.mockResolvedValue({ ok: false, failure: 'no-room' })
  const input = three()
  await logEntry(input, photo)
  await settle()
  expect(entry(input.recordId)).toMatchObject({ saved: true, photo: { ok: false, failure: 'no-room' } })
})

test('what this phone cannot take is logged nowhere, and the form stays', async () => {
  const input = { ...three(), quantity: 0 }
  expect(await logEntry(input, null)).toMatchObject({ ok: false, failure: 'bad-input', message: '数量最少 1' })
  expect([entry(input.recordId), waiting()]).toEqual([undefined, []])
})

test('in one tap an entry that waits is taken back: gone where it never went out, withdrawn where it may have arrived, dropped where it was refused', async () => {
  line = 'closed'
  useMe.setState({ value: null })
  await logEntry(three(), null)
  await settle()
  const never = waitingWork(waiting(), []).waiting[0]!
  await takeBackEntry(never)
  expect(waiting()).toEqual([])

  useMe.setState({ value: useKnown.getState().person as never })
  await logEntry(three(), null)
  await settle()
  const perhaps = waitingWork(waiting(), []).waiting[0]!
  await takeBackEntry(perhaps)
  expect(waiting().map(({ call }) => call)).toEqual(['work/log', 'work/correct'])
  line = 'open'
  await sendQueued()
  await settle()
  expect(sent().at(-1)).toMatchObject({ call: 'work/correct', input: { entryId: perhaps.input.recordId, rev: 1, withdrawn: true, reason: '没有发生' } })
  expect(waiting()).toEqual([])

  refuses = 'quantity-too-large'
  const input = three()
  await logEntry(input, null)
  await settle()
  expect(waiting()[0]).toMatchObject({ state: 'refused' })
  follows.photos = [{ recordId: 'photo-1', tiedTo: { what: 'entry', entryId: input.recordId } }, { recordId: 'photo-2', tiedTo: { what: 'event', eventId: 'e1' } }]
  forgetEntry(input.recordId)
  expect(letPhotoGo.mock.calls).toEqual([['photo-1']])
  expect([waiting(), entry(input.recordId)]).toEqual([[], undefined])
})

describe('a correction', () => {
  const visits = { id: 'entry-1', rev: 1, indicator: 'households_visited' as const, quantity: 60, softness: 'exact' as const, on: '2026-11-27', unit, note: null, withdrawn: false, event: null, loggedAt: '2026-11-27T09:00:00.000Z', own: true, photos: 0 }
  const toSix = (): CorrectionInput => ({ ...newRecord(), entryId: 'entry-1', rev: 1, quantity: 6, softness: 'exact', on: '2026-11-27', reason: '数错了' })
  const listed = () => useWorkList.getState().value?.entries ?? []
  const onScreen = () => waitingWork(waiting(), listed()).entries

  beforeEach(() => useWorkList.setState({ value: { entries: [visits], more: false } }))

  test('shows its number at once, waits without a network, and goes out as it was', async () => {
    line = 'closed'
    await correctEntry(toSix())
    await settle()
    expect(onScreen()).toEqual([{ ...visits, quantity: 6, rev: 2 }])
    expect(listed()).toEqual([visits])
    // A second one sees the first, and follows it.
    await correctEntry({ ...toSix(), rev: 2, quantity: 7 })
    line = 'open'
    await sendQueued()
    await settle()
    expect(sent().map(({ input }) => (input as { rev?: number }).rev)).toEqual([1, 1, 2])
    expect([listed(), waiting()]).toEqual([[{ ...visits, quantity: 7, rev: 3 }], []])
  })

  test('to another day leaves the day on screen', async () => {
    await correctEntry({ ...toSix(), on: '2026-11-25', reason: '日期不对' })
    await settle()
    expect(listed()).toEqual([])
  })

  test('of what somebody else changed meanwhile changes nothing on screen, and another may follow', async () => {
    refuses = 'changed-meanwhile'
    await correctEntry(toSix())
    await settle()
    expect(onScreen()).toEqual([visits])
    expect(waitingWork(waiting(), listed()).corrections.get('entry-1')).toMatchObject({ state: 'refused' })
    refuses = null
    await correctEntry({ ...toSix(), quantity: 8 })
    await settle()
    expect(listed()).toEqual([{ ...visits, quantity: 8, rev: 2 }])
  })
})
