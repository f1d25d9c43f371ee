import { beforeEach, expect, test, vi } from 'vitest'
import type { MyRegistration } from '#contract/events/event'
import { giveBack, takePlaces } from './registrations'

const { callFunction } = vi.hoisted(() => ({ callFunction: vi.fn() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))

const registration = (status: 'confirmed' | 'cancelled'): MyRegistration => ({
  personKey: 'p-zhang', wish: 'wish-00000000000001', status, sessionIds: ['e1-s1'], partySize: 1, children: 0, callName: '张阿姨', registeredAt: '2026-11-27T10:20:00.000Z',
  cancelledAt: null, position: null, offered: false, phone: null,
})
const mine = (status: 'confirmed' | 'cancelled') => ({ ok: true, value: registration(status) })
const given = { ok: true, value: { standing: null } }
const refused = { ok: false, failure: 'party-too-large' }
const wish = (partySize = 1) => ({ eventId: 'e1', sessionIds: ['e1-s1'], partySize, callName: '张阿姨' })
const sentIds = () => callFunction.mock.calls.map(([, data]) => (data as { input: { recordId?: string } }).input.recordId)

beforeEach(async () => {
  callFunction.mockReset()
  callFunction.mockResolvedValueOnce(given)
  await giveBack('e1', registration('confirmed'))
  callFunction.mockClear()
})

test('a registration whose answer was lost is sent again under its own id, also for fewer people', async () => {
  callFunction.mockRejectedValueOnce(new Error('request:fail')).mockResolvedValueOnce(refused).mockResolvedValueOnce(mine('confirmed'))
  await takePlaces(wish(3))
  await takePlaces(wish(3))
  expect(await takePlaces(wish(1))).toMatchObject({ ok: true })
  expect(new Set(sentIds()).size).toBe(1)
  expect(sentIds()[0]).toMatch(/^[a-z0-9]{24}$/)
})

test('after it was granted, the next one is another', async () => {
  callFunction.mockResolvedValue(mine('confirmed'))
  await takePlaces(wish())
  await takePlaces(wish())
  expect(new Set(sentIds()).size).toBe(2)
})

test('after giving back, the next one is another, also where its answer was lost', async () => {
  callFunction.mockRejectedValueOnce(new Error('request:fail')).mockResolvedValueOnce(given).mockResolvedValueOnce(mine('confirmed'))
  await takePlaces(wish())
  await giveBack('e1', registration('confirmed'))
  await takePlaces(wish())
  const [first, , third] = sentIds()
  expect(third).not.toBe(first)
})

test('granted without the phone hearing of it and given back on another phone: the next tap registers anew', async () => {
  callFunction.mockRejectedValueOnce(new Error('request:fail')).mockResolvedValueOnce(mine('cancelled')).mockResolvedValueOnce(mine('confirmed'))
  await takePlaces(wish())
  expect(await takePlaces(wish())).toMatchObject({ ok: true, value: { status: 'confirmed' } })
  const [first, second, third] = sentIds()
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test('what is given back is the registration that was on screen', async () => {
  callFunction.mockResolvedValue(given)
  await giveBack('e1', registration('confirmed'))
  expect(callFunction).toHaveBeenCalledWith('registrations', { call: 'cancel', input: { eventId: 'e1', was: 'wish-00000000000001', sessionIds: ['e1-s1'], partySize: 1 } })
})
