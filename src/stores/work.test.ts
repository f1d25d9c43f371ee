import { beforeEach, describe, expect, test, vi } from 'vitest'
import { newRecord } from './record'
import { correctEntry, logEntry, sendCorrectionAgain, sendEntryAgain, useCorrections, useEntries, useWorkList, type CorrectionInput, type EntryInput } from './work'

const { callFunction, keepPhoto, entryIsSaved, follows } = vi.hoisted(() => ({ callFunction: vi.fn(), keepPhoto: vi.fn(), entryIsSaved: vi.fn(), follows: { isWaiting: (_id: string): boolean => false } }))
vi.mock('../platform/cloud', () => ({ callFunction }))
vi.mock('./photo-queue/photos-of-phone', () => ({ keepPhoto, entryIsSaved, photosFollow: (isWaiting: (id: string) => boolean) => { follows.isWaiting = isWaiting } }))
const waits = (id: string) => follows.isWaiting(id)
const photo = { path: 'tmp/a.jpg', source: 'in-app', bytes: 1, sha256: 'a'.repeat(64), takenAt: null } as const

const three = (): EntryInput => ({ ...newRecord(), indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-3' })
const entry = (id: string) => useEntries.getState().entries[id]
const answers: Record<string, unknown> = {}

beforeEach(() => {
  callFunction.mockReset()
  keepPhoto.mockReset().mockResolvedValue({ ok: true })
  entryIsSaved.mockReset()
  useEntries.setState({ entries: {} })
  answers.log = { ok: true, value: {} }
  callFunction.mockImplementation((_subject: string, { call }: { call: string }) => Promise.resolve(answers[call]))
})

test('the photo lies on the phone before its entry goes, and follows it', async () => {
  const input = three()
  keepPhoto.mockImplementation(() => {
    expect([callFunction.mock.calls, waits(input.recordId)]).toEqual([[], true])
    return Promise.resolve({ ok: true })
  })
  await logEntry(input, photo)
  expect(keepPhoto.mock.calls).toEqual([[photo, { what: 'entry', entryId: input.recordId }, '横幅']])
  expect(entry(input.recordId)).toMatchObject({ state: 'saved', photo: { ok: true } })
  expect(entryIsSaved.mock.calls).toEqual([[input.recordId]])
})

test('without a network the entry stays, unchanged, and goes out again under its record id', async () => {
  answers.log = undefined
  const input = three()
  await logEntry(input, null)
  expect(entry(input.recordId)).toMatchObject({ state: 'failed', input, failed: { failure: 'offline' } })
  answers.log = { ok: true, value: {} }
  await sendEntryAgain(input.recordId)
  expect(entry(input.recordId)?.state).toBe('saved')
  expect(callFunction.mock.calls.map(([, data]) => (data as { input: EntryInput }).input)).toEqual([input, input])
})

test('a photo that the phone has no room for leaves the entry as it is', async () => {
  keepPhoto.mockResolvedValue({ ok: false, failure: 'no-room' })
  const input = three()
  await logEntry(input, photo)
  expect(entry(input.recordId)).toMatchObject({ state: 'saved', photo: { ok: false, failure: 'no-room' } })
})

test('as long as the community does not have the entry, its photo waits', async () => {
  answers.log = undefined
  const input = three()
  await logEntry(input, photo)
  expect([waits(input.recordId), entryIsSaved.mock.calls]).toEqual([true, []])
  answers.log = { ok: true, value: {} }
  await sendEntryAgain(input.recordId)
  expect([waits(input.recordId), entryIsSaved.mock.calls]).toEqual([false, [[input.recordId]]])
})

describe('a correction', () => {
  const visits = { id: 'entry-1', rev: 1, indicator: 'households_visited' as const, quantity: 60, softness: 'exact' as const, on: '2026-11-27', unit: { id: 'yuyin-3', name: '第3网格', level: 'grid' as const }, note: null, withdrawn: false, event: null, loggedAt: '2026-11-27T09:00:00.000Z', own: true, photos: 0 }
  const toSix = (): CorrectionInput => ({ ...newRecord(), entryId: 'entry-1', rev: 1, quantity: 6, softness: 'exact', on: '2026-11-27', reason: '数错了' })
  const inputsOf = (name: string) => callFunction.mock.calls.flatMap(([, data]) => { const { call, input } = data as { call: string; input: unknown }; return call === name ? [input] : [] })
  const onScreen = () => useWorkList.getState().value?.entries

  beforeEach(() => {
    useCorrections.setState({ pending: {} })
    answers.list = undefined
    answers.correct = { ok: true, value: {} }
    useWorkList.setState({ input: { unitId: 'yuyin', from: '2026-11-27', to: '2026-11-27' }, value: { entries: [visits], more: false }, failed: null, loading: false })
  })

  test('without a network it stays, and goes out again under its record id', async () => {
    answers.correct = undefined
    const input = toSix()
    expect(await correctEntry(input)).toBe(false)
    expect(useCorrections.getState().pending['entry-1']).toMatchObject({ input, failed: { failure: 'offline' } })
    expect(onScreen()).toEqual([visits])
    answers.correct = { ok: true, value: {} }
    expect(await sendCorrectionAgain('entry-1')).toBe(true)
    expect(inputsOf('correct')).toEqual([input, input])
    expect(useCorrections.getState().pending).toEqual({})
  })

  test('that perhaps arrived lets no other one about the same entry past', async () => {
    answers.correct = undefined
    await correctEntry(toSix())
    expect(await correctEntry({ ...toSix(), quantity: 7 })).toBe(false)
    expect(inputsOf('correct')).toHaveLength(1)
  })

  test('shows its number at once, even when the list cannot be fetched afresh', async () => {
    expect(await correctEntry(toSix())).toBe(true)
    expect(onScreen()).toEqual([{ ...visits, quantity: 6, rev: 2 }])
  })

  test('to another day leaves the day on screen', async () => {
    await correctEntry({ ...toSix(), on: '2026-11-25', reason: '日期不对' })
    expect(onScreen()).toEqual([])
  })

  test('of what somebody else changed meanwhile fetches the list, and another may follow', async () => {
    answers.correct = { ok: false, failure: 'changed-meanwhile' }
    const theirs = { ...visits, rev: 2, quantity: 8 }
    answers.list = { ok: true, value: { entries: [theirs], more: false } }
    expect(await correctEntry(toSix())).toBe(false)
    expect(onScreen()).toEqual([theirs])
    answers.correct = { ok: true, value: {} }
    expect(await correctEntry({ ...toSix(), rev: 2 })).toBe(true)
  })
})
