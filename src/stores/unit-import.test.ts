import { beforeEach, expect, test, vi } from 'vitest'
import { useUnitImport } from './unit-import'

const { callFunction, uploadFile } = vi.hoisted(() => ({ callFunction: vi.fn(), uploadFile: vi.fn() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile }))

const file = { path: 'blob:1', name: '单位.xlsx', bytes: 9_000 }
const told = { ok: true, value: { troubles: [], rows: 4, added: 3, known: 1, imported: false } }
const asked = () => callFunction.mock.calls.filter(([, data]) => (data as { call: string }).call === 'import').map(([, data]) => (data as { input: Record<string, unknown> }).input)
const { choose, ask } = useUnitImport.getState()

beforeEach(() => {
  callFunction.mockReset().mockResolvedValue(told)
  uploadFile.mockReset().mockImplementation((path: string) => Promise.resolve(`cloud://linli/${path}`))
  useUnitImport.getState().startAgain()
})

test('a sheet is uploaded once, checked, and then imported as the same record', async () => {
  choose(file)
  await ask('check', 'hewan')
  expect(useUnitImport.getState().told).toMatchObject({ added: 3, imported: false })
  callFunction.mockResolvedValue({ ok: true, value: { ...told.value, imported: true } })
  await ask('import', 'hewan')
  expect(uploadFile).toHaveBeenCalledTimes(1)
  const [check, doIt] = asked()
  expect(check).toMatchObject({ what: 'check', under: 'hewan', fileId: `cloud://linli/incoming/${String(check?.['recordId'])}.xlsx` })
  expect(doIt).toEqual({ ...check, what: 'import' })
  expect(useUnitImport.getState().told?.imported).toBe(true)
})

test('a repeat after a lost line goes on from where it came to', async () => {
  choose(file)
  uploadFile.mockRejectedValueOnce(new Error('request:fail'))
  await ask('check', 'hewan')
  expect(useUnitImport.getState().failed).toMatchObject({ failure: 'offline' })
  callFunction.mockRejectedValueOnce(new Error('request:fail'))
  await ask('check', 'hewan')
  await ask('check', 'hewan')
  expect(uploadFile).toHaveBeenCalledTimes(2)
  expect(useUnitImport.getState()).toMatchObject({ failed: null, told: { rows: 4 } })
})

test('a check for one unit does not count for another', async () => {
  choose(file)
  await ask('check', 'hewan')
  await ask('import', 'yuyin')
  expect(asked().map(({ what, under }) => `${String(what)} ${String(under)}`)).toEqual(['check hewan', 'check yuyin'])
})

test('another file is another record', async () => {
  for (const name of ['一.xlsx', '二.xlsx']) { choose({ ...file, name }); await ask('check', 'hewan') }
  const [one, two] = asked()
  expect(two?.['recordId']).not.toBe(one?.['recordId'])
})

test('what is too large is not even sent', async () => {
  choose({ ...file, bytes: 3_000_000 })
  await ask('check', 'hewan')
  expect(uploadFile).not.toHaveBeenCalled()
  expect(useUnitImport.getState().failed).toMatchObject({ failure: 'file-too-large' })
})

test('when the tree has changed since the check, the check no longer counts', async () => {
  choose(file)
  await ask('check', 'hewan')
  callFunction.mockResolvedValue({ ok: false, failure: 'changed-meanwhile' })
  await ask('import', 'hewan')
  expect(useUnitImport.getState()).toMatchObject({ told: null, failed: { failure: 'changed-meanwhile' }, busy: null })
})
