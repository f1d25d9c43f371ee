import { beforeEach, expect, test, vi } from 'vitest'
import { newPhoto } from './evidence'
import { newRecord } from './record'
import { logEntry, sendEntryAgain, useEntries, type EntryInput } from './work'

const { callFunction, uploadFile } = vi.hoisted(() => ({ callFunction: vi.fn(), uploadFile: vi.fn() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile }))

const three = (): EntryInput => ({ ...newRecord(), indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-3' })
const entry = (id: string) => useEntries.getState().entries[id]
const answers: Record<string, unknown> = {}

beforeEach(() => {
  callFunction.mockReset()
  uploadFile.mockReset()
  uploadFile.mockImplementation((path: string) => Promise.resolve(`cloud://linli/${path}`))
  useEntries.setState({ entries: {} })
  for (const name of ['log', 'attach']) answers[name] = { ok: true, value: {} }
  callFunction.mockImplementation((_subject: string, { call }: { call: string }) => Promise.resolve(answers[call]))
})

test('an entry is saved with the answer of the community, and its photo follows', async () => {
  const input = three()
  await logEntry(input, newPhoto('tmp/a.jpg', 'in-app'))
  expect(entry(input.recordId)).toMatchObject({ state: 'saved', photo: { state: 'saved' } })
  expect(callFunction.mock.calls.map(([subject]) => subject)).toEqual(['work', 'evidence'])
  expect(callFunction.mock.calls[1]?.[1]).toMatchObject({ input: { tiedTo: { what: 'entry', entryId: input.recordId } } })
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

test('a photo that fails leaves the entry saved, and is uploaded once', async () => {
  answers.attach = undefined
  const input = three()
  await logEntry(input, newPhoto('tmp/a.jpg', 'album'))
  expect(entry(input.recordId)).toMatchObject({ state: 'saved', photo: { state: 'failed' } })
  answers.attach = { ok: true, value: {} }
  await sendEntryAgain(input.recordId)
  expect(entry(input.recordId)?.photo?.state).toBe('saved')
  expect(uploadFile).toHaveBeenCalledTimes(1)
})

test('an upload that was lost on the server is uploaded again', async () => {
  answers.attach = { ok: false, failure: 'upload-not-found' }
  const input = three()
  await logEntry(input, newPhoto('tmp/a.jpg', 'album'))
  answers.attach = { ok: true, value: {} }
  await sendEntryAgain(input.recordId)
  expect(uploadFile).toHaveBeenCalledTimes(2)
  expect(new Set(uploadFile.mock.calls.map(([path]) => path)).size).toBe(1)
})

test('a photo without a network does not touch the entry either', async () => {
  uploadFile.mockRejectedValue(new Error('uploadFile:fail'))
  const input = three()
  await logEntry(input, newPhoto('tmp/a.jpg', 'in-app'))
  expect(entry(input.recordId)).toMatchObject({ state: 'saved', photo: { state: 'failed', failed: { failure: 'offline' } } })
})
