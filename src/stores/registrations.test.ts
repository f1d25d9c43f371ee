import { beforeEach, expect, test, vi } from 'vitest'
import type { MyRegistration } from '#contract/events/event'
import { useEvent } from './events'
import { useMe } from './people'
import { changeTo, giveBack, takeBack, takeOffered, takePlaces, useGivenBack } from './registrations'

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
const sentIds = () => callFunction.mock.calls.filter(([subject]) => subject === 'registrations').map(([, data]) => (data as { input: { recordId?: string } }).input.recordId)

beforeEach(async () => {
  useMe.setState({ value: null })
  useEvent.setState({ value: null })
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
  expect(callFunction).toHaveBeenCalledWith('registrations', { call: 'cancel', input: { eventId: 'e1', personKey: 'p-zhang', was: 'wish-00000000000001', sessionIds: ['e1-s1'], partySize: 1 } })
})

const offline = () => new Error('request:fail')
const inputs = (name: string) => callFunction.mock.calls.map(([, data]) => data as { call: string; input: Record<string, unknown> }).filter((data) => data.call === name).map(({ input }) => input)

test('what she is called is told once it is another, and not for a neighbour', async () => {
  const me = { personKey: 'p-zhang', callName: '张阿姨', building: null } as never
  useMe.setState({ value: me })
  callFunction.mockResolvedValue(mine('confirmed'))
  await takePlaces(wish())
  await takePlaces({ ...wish(), callName: '王奶奶', personKey: 'f-wang' })
  expect(inputs('call-me')).toEqual([])
  await takePlaces({ ...wish(), callName: '张大姐', building: '3号楼' })
  expect(inputs('call-me')).toEqual([{ callName: '张大姐', building: '3号楼' }])
  expect(useMe.getState().value).toMatchObject({ callName: '张大姐', building: '3号楼' })
})

test('a neighbour has a wish of their own, and stands beside hers on the open page', async () => {
  useEvent.setState({ value: { id: 'e1', mine: registration('confirmed'), neighbours: [] } as never })
  const wang = { ...registration('confirmed'), personKey: 'f-wang' }
  callFunction.mockRejectedValueOnce(offline()).mockResolvedValueOnce({ ok: true, value: wang })
  await takePlaces(wish())
  await takePlaces({ ...wish(), personKey: 'f-wang' })
  expect(new Set(sentIds()).size).toBe(2)
  expect(useEvent.getState().value).toMatchObject({ mine: { personKey: 'p-zhang' }, neighbours: [{ personKey: 'f-wang' }] })
})

test('what was given back can be taken again for half a minute from the tap; a lost answer keeps it and its wish', async () => {
  const before = Date.now()
  callFunction.mockResolvedValueOnce(given).mockRejectedValueOnce(offline()).mockResolvedValueOnce(mine('confirmed'))
  await giveBack('e1', registration('confirmed'))
  const until = useGivenBack.getState().given?.until ?? 0
  expect(until).toBeGreaterThanOrEqual(before + 30_000)
  expect(until).toBeLessThanOrEqual(Date.now() + 30_000)
  await takeBack()
  expect(useGivenBack.getState().given).not.toBeNull()
  expect(await takeBack()).toMatchObject({ ok: true })
  expect(useGivenBack.getState().given).toBeNull()
  expect(new Set(inputs('undo-cancel').map(({ recordId }) => recordId)).size).toBe(1)
})

test('who leaves the waitlist has no place that could be taken again', async () => {
  useGivenBack.setState({ given: null })
  callFunction.mockResolvedValueOnce(given)
  await giveBack('e1', { ...registration('confirmed'), status: 'waitlisted' })
  expect(useGivenBack.getState().given).toBeNull()
})

test('another party is another wish; the same again after a lost answer is the same', async () => {
  callFunction.mockRejectedValueOnce(offline()).mockResolvedValueOnce({ ok: false, failure: 'no-room' }).mockResolvedValueOnce(mine('confirmed'))
  for (const partySize of [3, 3, 2]) await changeTo('e1', registration('confirmed'), { partySize, children: 1 })
  const [first, second, third] = inputs('change').map(({ recordId }) => recordId)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test('an offered place is taken by the wish that waits', async () => {
  callFunction.mockResolvedValueOnce(mine('confirmed'))
  await takeOffered('e1', { ...registration('confirmed'), status: 'waitlisted' })
  expect(inputs('take-offer')).toEqual([{ eventId: 'e1', personKey: 'p-zhang', was: 'wish-00000000000001' }])
})
