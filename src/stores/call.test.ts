import { beforeEach, describe, expect, test, vi } from 'vitest'
import { walkIn } from '#contract/attendance/walk-in'
import { getEvent } from '#contract/events/get'
import { register } from '#contract/registrations/register'
import { call } from './call'
import { wordsOf, type Refusals } from './failure-words'

const { callFunction } = vi.hoisted(() => ({ callFunction: vi.fn() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))

beforeEach(() => { callFunction.mockReset() })

const seats = { recordId: 'wish-of-this-evening', eventId: 'e1', sessionIds: ['e1-s1'], partySize: 2, callName: '张阿姨' }

test('a call goes to the function of its subject', async () => {
  callFunction.mockResolvedValue({ ok: true, value: { status: 'confirmed' } })
  expect(await call(register, seats)).toEqual({ ok: true, value: { status: 'confirmed' } })
  expect(callFunction).toHaveBeenCalledWith('registrations', { call: 'register', input: seats })
})

test('a refusal keeps its name', async () => {
  callFunction.mockResolvedValue({ ok: false, failure: 'event-full' })
  expect(await call(register, seats)).toEqual({ ok: false, failure: 'event-full' })
})

describe('one shape for whatever happens on the way', () => {
  test.each([['nothing', undefined], ['a page of a hotel network', '<html>'], ['half an answer', { ok: true }], ['a failure without a name', { ok: false }]])('%s is offline', async (_what, answer) => {
    callFunction.mockResolvedValue(answer)
    expect(await call(getEvent, { eventId: 'e1' })).toEqual({ ok: false, failure: 'offline' })
  })

  test('a receipt for another record is offline: this record is not kept yet', async () => {
    const input = { recordId: 'a'.repeat(20), sessionId: 'e1-s1', people: 2, source: 'tap', at: '2026-11-27T10:20:00.000Z', offsetMs: 0 } as const
    callFunction.mockResolvedValue({ ok: true, value: { recordId: 'b'.repeat(20), hash: '', outcome: 'counted' } })
    expect(await call(walkIn, input)).toEqual({ ok: false, failure: 'offline' })
    callFunction.mockResolvedValue({ ok: true, value: { recordId: input.recordId, hash: '', outcome: 'counted' } })
    expect(await call(walkIn, input)).toMatchObject({ ok: true })
  })

  test('a lost network is offline', async () => {
    callFunction.mockRejectedValue(new Error('request:fail'))
    expect(await call(getEvent, { eventId: 'e1' })).toEqual({ ok: false, failure: 'offline' })
  })

  test('an answer that never comes is offline after 20 seconds', async () => {
    vi.useFakeTimers()
    callFunction.mockReturnValue(new Promise(() => {}))
    const answer = call(getEvent, { eventId: 'e1' })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await answer).toEqual({ ok: false, failure: 'offline' })
    vi.useRealTimers()
  })
})

test('a double tap sends once, a later tap sends again', async () => {
  callFunction.mockResolvedValue({ ok: true, value: { status: 'confirmed' } })
  const both = await Promise.all([call(register, seats), call(register, seats)])
  expect(both[0]).toEqual(both[1])
  expect(callFunction).toHaveBeenCalledTimes(1)
  await call(register, seats)
  expect(callFunction).toHaveBeenCalledTimes(2)
})

describe('words for a failure', () => {
  const refusals = { 'event-not-found': '这个活动找不到了' } satisfies Refusals<typeof getEvent>
  test('a refusal has the words of its page', () => expect(wordsOf<typeof getEvent>({ ok: false, failure: 'event-not-found' }, refusals)).toBe('这个活动找不到了'))
  test('bad input has the words of its schema', () => expect(wordsOf<typeof getEvent>({ ok: false, failure: 'bad-input', message: '请填写称呼' }, refusals)).toBe('请填写称呼'))
  test('a lost network says that nothing is lost', () => expect(wordsOf<typeof getEvent>({ ok: false, failure: 'offline' }, refusals)).toContain('没连上网'))
})
