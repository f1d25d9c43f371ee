/** What a crash between the seat book and the registration document leaves behind, and that the sweep repairs it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelEvent } from '../../contract/events/cancel'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { register } from '../../contract/registrations/register'
import { newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const ask = (eventId: string, partySize = 1) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize, callName: '张阿姨', building: '3号楼' })
const bookOf = (eventId: string) => world.cloud.db.find('seat-books', { _id: eventId })[0]
const documentsOf = (eventId: string) => world.cloud.db.find('registrations', { eventId })
const sweep = () => world.cloud.invoke('registrations', { source: 'timer' })

test('a crash after the book was written: the sweep writes the registration, with the name', async () => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, ask(eventId, 2)))
  const [written] = documentsOf(eventId)
  world.cloud.db.remove('registrations', { eventId })
  await sweep()
  expect(documentsOf(eventId)).toEqual([written])
  expect(bookOf(eventId)).toMatchObject({ unswept: false, left: { s1: 1 }, rev: 1 })
})

test('the same crash, and she taps again: the same places, now with their registration', async () => {
  const eventId = await world.publish()
  const first = valueOf(await world.call('zhang', register, ask(eventId)))
  world.cloud.db.remove('registrations', { eventId })
  expect(valueOf(await world.call('zhang', register, ask(eventId)))).toEqual(first)
  expect(documentsOf(eventId)).toMatchObject([{ status: 'confirmed', callName: '张阿姨', building: '3号楼' }])
  expect(bookOf(eventId)).toMatchObject({ left: { s1: 2 }, rev: 1 })
})

test.each(['the sweep', 'a second tap'])('a crash after places were given back: %s cancels the registration', async (repair) => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, ask(eventId)))
  valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
  world.cloud.db.update('registrations', { eventId }, { $set: { status: 'confirmed', cancelledAt: null } })
  await (repair === 'the sweep' ? sweep() : world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
  expect(documentsOf(eventId)).toMatchObject([{ status: 'cancelled', callName: '张阿姨' }])
  expect(bookOf(eventId)).toMatchObject({ left: { s1: 3 }, parties: 0 })
})

test('a crash on both sides, so that no document was ever written: cancelling still leaves a record', async () => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, ask(eventId, 2)))
  const shown = world.shown('zhang', eventId)
  world.cloud.db.remove('registrations', { eventId })
  expect(valueOf(await world.call('zhang', cancelRegistration, shown))).toEqual({ standing: null })
  expect(documentsOf(eventId)).toMatchObject([{ status: 'cancelled', partySize: 2 }])
})

test('a document that says something else than the book is put right; those that agree are left alone', async () => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, ask(eventId, 2)))
  valueOf(await world.call('li', register, { ...ask(eventId), callName: '老李' }))
  world.cloud.db.update('registrations', { _id: `${eventId}:p-zhang` }, { $set: { partySize: 1 } })
  const lis = world.cloud.db.find('registrations', { _id: `${eventId}:p-li` })
  await sweep()
  expect(world.cloud.db.find('registrations', { _id: `${eventId}:p-zhang` })).toMatchObject([{ partySize: 2, callName: '张阿姨' }])
  expect(world.cloud.db.find('registrations', { _id: `${eventId}:p-li` })).toEqual(lis)
})

test('books that cannot be swept, however many, keep no other waiting, and wait themselves', async () => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, ask(eventId)))
  const [written] = documentsOf(eventId)
  world.cloud.db.remove('registrations', { eventId })
  // First in the order of the sweep.
  const broken = Array.from({ length: 41 }, (_, n) => `0-broken-${n}`)
  world.cloud.db.insertMany('seat-books', broken.map((_id) => ({ _id, status: 'published', spent: {}, changing: {}, taken: { 'no key': { n: 1, sessions: ['s1'], at: '2026-11-27T10:20:00.000Z', recordId: newRecordId(), by: 'no key', callName: '居民', building: null, children: 0, said: null } }, rev: 1, unswept: true })))
  await sweep()
  expect(documentsOf(eventId)).toEqual([written])
  for (const _id of broken) expect(bookOf(_id)).toMatchObject({ unswept: true })
  for (const _id of broken) world.cloud.db.remove('seat-books', { _id })
})

test('only the timer sweeps: a client that says it is one gets nowhere', async () => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, ask(eventId)))
  world.cloud.db.remove('registrations', { eventId })
  for (const data of [{ Type: 'Timer', TriggerName: 'sweep' }, { call: 'sweep', input: {} }]) {
    expect(await world.cloud.invoke('registrations', { openid: 'openid-lin', data })).toMatchObject({ ok: false, failure: 'not-allowed' })
  }
  expect(documentsOf(eventId)).toEqual([])
  await sweep()
})

const eventOf = (eventId: string) => world.cloud.db.find('events', { _id: eventId })[0]

test('a crash between the book and its event, while it is published: the sweep publishes it', async () => {
  const eventId = await world.publish()
  world.cloud.db.update('events', { _id: eventId }, { $set: { status: 'draft', publishedAt: null } })
  await sweep()
  expect(eventOf(eventId)).toMatchObject({ status: 'published', publishedAt: expect.stringMatching(/^2026-11-27T/) })
  expect(bookOf(eventId)).toMatchObject({ unswept: false })
})

test('a crash between the book and its event, while it is called off: the sweep calls it off, with the reason', async () => {
  const eventId = await world.publish()
  await sweep()
  const before = eventOf(eventId)!
  valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))
  const after = eventOf(eventId)
  world.cloud.db.update('events', { _id: eventId }, { $set: { status: before.status, cancellation: null } })
  await sweep()
  expect(eventOf(eventId)).toEqual(after)
  expect(bookOf(eventId)).toMatchObject({ status: 'cancelled', unswept: false })
})

test('where many left, wishes of a day ago are forgotten, and those of who came back are not', async () => {
  const eventId = await world.publish({ sessions: [session(3, 3)] })
  for (const who of ['zhang', 'li'] as const) {
    valueOf(await world.call(who, register, ask(eventId)))
    valueOf(await world.call(who, cancelRegistration, world.shown(who, eventId)))
  }
  valueOf(await world.call('li', register, ask(eventId)))
  const others = Array.from({ length: 200 }, (_, n) => `p-other-${n}`)
  world.cloud.db.update('seat-books', { _id: eventId }, { $set: Object.fromEntries(others.map((key) => [`spent.${key}`, ['a wish of today']])) })
  const forgotten = () => ['p-li', 'p-zhang'].filter((key) => !Object.hasOwn(bookOf(eventId)?.['spent'] as object, key))
  await sweep()
  expect(forgotten()).toEqual([])
  world.cloud.clock.set('2026-11-28T10:40:00.000Z')
  valueOf(await world.call('chen', register, ask(eventId)))
  await sweep()
  expect(forgotten()).toEqual(['p-zhang'])
  world.cloud.clock.set('2026-11-27T10:20:00.000Z')
})

test('signed up again under another name, and a crash after the book: the sweep writes the new name', async () => {
  const eventId = await world.publish()
  valueOf(await world.call('zhang', register, ask(eventId)))
  valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
  const [cancelled] = documentsOf(eventId)
  valueOf(await world.call('zhang', register, { ...ask(eventId), callName: '张大姐' }))
  world.cloud.db.remove('registrations', { eventId })
  world.cloud.db.insertMany('registrations', [cancelled!])
  await sweep()
  expect(documentsOf(eventId)).toMatchObject([{ status: 'confirmed', callName: '张大姐' }])
})
