import { beforeEach, describe, expect, test, vi } from 'vitest'
import { walkIn } from '#contract/attendance/walk-in'
import { getEvent } from '#contract/events/get'
import { whoAmI } from '#contract/people/who-am-i'
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

describe('somebody whom nobody knows yet', () => {
  const unknown = { ok: false, failure: 'who-are-you', message: '还不认识您，请再试一次' }
  const sent = () => callFunction.mock.calls.map(([subject, data]) => `${subject}/${(data as { call: string }).call}`)
  /** Known from the first who-am-i on, as the functions hold it. */
  function aNewcomer(introduced: unknown = { ok: true, value: { personKey: 'p1' } }) {
    let known = false
    callFunction.mockImplementation(async (_subject: string, data: { call: string }) => {
      const wasKnown = known
      await new Promise((resolve) => { setTimeout(resolve, 0) })
      if (data.call !== 'who-am-i') return wasKnown ? { ok: true, value: { status: 'confirmed' } } : unknown
      known = true
      return introduced
    })
  }

  test('says who they are and comes again, without being asked', async () => {
    aNewcomer()
    expect(await call(register, seats)).toEqual({ ok: true, value: { status: 'confirmed' } })
    expect(sent()).toEqual(['registrations/register', 'people/who-am-i', 'registrations/register'])
    expect(callFunction.mock.calls[2]).toEqual(callFunction.mock.calls[0])
    await call(register, seats)
    expect(sent()).toHaveLength(4)
  })

  test('says so once for calls that they make at once, also beside a who-am-i of a screen', async () => {
    aNewcomer()
    const answers = await Promise.all([call(whoAmI, {}), call(getEvent, { eventId: 'e1' }), call(register, seats), call(register, seats)])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true])
    expect(sent().filter((one) => one === 'people/who-am-i')).toHaveLength(1)
    expect(sent().filter((one) => one === 'registrations/register')).toHaveLength(2)
  })

  test('is told why when that fails, and not asked for ever', async () => {
    aNewcomer({ ok: false, failure: 'too-fast' })
    expect(await call(register, seats)).toEqual({ ok: false, failure: 'too-fast' })
    callFunction.mockReset().mockImplementation(async (_subject: string, data: { call: string }) => (data.call === 'who-am-i' ? { ok: true, value: { personKey: 'p-1' } } : unknown))
    expect(await call(register, seats)).toEqual(unknown)
    expect(sent()).toEqual(['registrations/register', 'people/who-am-i', 'registrations/register'])
    callFunction.mockReset().mockResolvedValue(unknown)
    expect(await call(whoAmI, {})).toEqual(unknown)
    expect(sent()).toEqual(['people/who-am-i'])
  })
})

test('a login page that answers who-am-i with 200 knows nobody', async () => {
  for (const value of [{}, null, [], '', { personKey: null }]) {
    callFunction.mockReset().mockResolvedValue({ ok: true, value })
    expect(await call(whoAmI, {})).toEqual({ ok: false, failure: 'offline' })
  }
})

describe('words for a failure', () => {
  const refusals = { 'event-not-found': '这个活动找不到了' } satisfies Refusals<typeof getEvent>
  test('a refusal has the words of its page', () => expect(wordsOf<typeof getEvent>({ ok: false, failure: 'event-not-found' }, refusals)).toBe('这个活动找不到了'))
  test('bad input has the words of its schema', () => expect(wordsOf<typeof getEvent>({ ok: false, failure: 'bad-input', message: '请填写称呼' }, refusals)).toBe('请填写称呼'))
  test('a lost network says that nothing is lost', () => expect(wordsOf<typeof getEvent>({ ok: false, failure: 'offline' }, refusals)).toContain('没连上网'))
})
