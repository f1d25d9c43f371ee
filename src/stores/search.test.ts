import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSearch } from './search'

const callFunction = vi.hoisted(() => vi.fn())
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))

const line = (title: string) => ({ id: title, title })
beforeEach(() => { vi.useFakeTimers(); callFunction.mockReset(); useSearch.getState().look('', undefined) })
afterEach(() => { vi.useRealTimers() })
const look = async (...typed: string[]) => {
  for (const words of typed) useSearch.getState().look(words, ['yuyin'])
  await vi.runAllTimersAsync()
}

test('what is typed quickly is asked once, with the last words', async () => {
  callFunction.mockResolvedValue({ ok: true, value: { found: [line('象棋')], more: false } })
  await look('象', '象棋', ' 象棋赛 ')
  expect(callFunction.mock.calls.map(([, sent]) => (sent as { input: object }).input)).toEqual([{ words: '象棋赛', hosts: ['yuyin'] }])
  expect(useSearch.getState()).toMatchObject({ words: '象棋赛', loading: false, result: { found: [{ id: '象棋' }] } })
})

test('an answer that comes after other words were typed is dropped; an emptied field asks for nothing', async () => {
  let answer = (_value: unknown) => {}
  callFunction.mockImplementationOnce(() => new Promise((resolve) => { answer = resolve }))
  useSearch.getState().look('象棋', undefined)
  await vi.advanceTimersByTimeAsync(600)
  await look('  ')
  answer({ ok: true, value: { found: [line('象棋')], more: false } })
  await vi.runAllTimersAsync()
  expect(useSearch.getState()).toMatchObject({ words: null, result: null, loading: false })
  expect(callFunction).toHaveBeenCalledTimes(1)
})

test('without a network what was found stays, and it is said', async () => {
  callFunction.mockResolvedValueOnce({ ok: true, value: { found: [line('象棋')], more: false } })
  await look('象棋')
  callFunction.mockRejectedValueOnce(new Error('no network'))
  await look('象棋赛')
  expect(useSearch.getState()).toMatchObject({ failed: { failure: 'offline' }, result: { found: [{ id: '象棋' }] } })
})
