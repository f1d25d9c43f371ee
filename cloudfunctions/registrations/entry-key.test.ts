import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelEvent } from '../../contract/events/cancel'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { entryKey } from '../../contract/registrations/entry-key'
import { register } from '../../contract/registrations/register'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const seats = (eventId: string, sessions: number[], partySize = 1) => ({ recordId: newRecordId(), eventId, sessionIds: sessions.map((n) => `${eventId}-s${n}`), partySize, callName: '张阿姨' })

test('a registered resident gets a key for each of her sessions and no other, the same each time', async () => {
  const eventId = await world.publish({ sessions: [session(0), session(1), session(2)] })
  valueOf(await world.call('zhang', register, seats(eventId, [1, 3], 2)))
  const given = valueOf(await world.call('zhang', entryKey, { eventId }))
  expect(given).toMatchObject({ eventId, title: '邻里文艺晚会', placeName: '社区活动室', callName: '张阿姨', partySize: 2 })
  expect(given.sessions.map(({ id }) => id)).toEqual([`${eventId}-s1`, `${eventId}-s3`])
  expect(new Set(given.sessions.map(({ code }) => code.key)).size).toBe(2)
  for (const { code } of given.sessions) expect(Buffer.from(code.key, 'base64url')).toHaveLength(32)
  expect(valueOf(await world.call('zhang', entryKey, { eventId }))).toEqual(given)
})

test('two operations besides who calls', async () => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, seats(eventId, [1])))
  const heard = world.cloud.faults.listen('registrations')
  valueOf(await world.call('zhang', entryKey, { eventId }))
  world.cloud.faults.disarm()
  expect(heard).toHaveLength(1 + 2)
})

test('nobody gets another one\'s, and who has no confirmed place gets none', async () => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, seats(eventId, [1])))
  for (const who of ['li', 'chen', 'lin'] as const) expect(failureOf(await world.call(who, entryKey, { eventId }))).toBe('not-registered')
  world.cloud.db.update('registrations', { _id: `${eventId}:p-zhang` }, { $set: { status: 'waitlisted' } })
  expect(failureOf(await world.call('zhang', entryKey, { eventId }))).toBe('not-registered')
  world.cloud.db.update('registrations', { _id: `${eventId}:p-zhang` }, { $set: { status: 'confirmed' } })
  valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
  expect(failureOf(await world.call('zhang', entryKey, { eventId }))).toBe('not-registered')
})

test('not for what is called off, a draft, or nothing at all', async () => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, seats(eventId, [1])))
  valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))
  expect(failureOf(await world.call('zhang', entryKey, { eventId }))).toBe('event-cancelled')
  for (const id of [await world.plan(), 'nowhere']) expect(failureOf(await world.call('zhang', entryKey, { eventId: id }))).toBe('event-not-found')
})
