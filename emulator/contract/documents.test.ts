import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from './place'

let place: Place
let name: string
beforeAll(async () => {
  place = await openPlace()
  name = await place.collection('documents')
})
afterAll(async () => expect((await place.close()).strangeActions).toEqual([]))

const notes = () => place.db.collection(name)

test('a document is added, read, changed, replaced and removed', async () => {
  const { _id } = await notes().add({ data: { text: '文明旅游', nested: { a: 1, b: null } } })
  expect((await notes().doc(_id).get()).data).toEqual({ _id, text: '文明旅游', nested: { a: 1, b: null } })
  expect((await notes().doc(_id).field({ _id: false, 'nested.a': true }).get()).data).toEqual({ nested: { a: 1 } })
  expect((await notes().doc(_id).update({ data: { text: 'changed' } })).stats).toEqual({ updated: 1 })
  expect((await notes().doc(_id).set({ data: { text: 'new' } })).stats).toEqual({ updated: 1, created: 0 })
  expect((await notes().doc(_id).set({ data: { text: 'new' } })).stats).toEqual({ updated: 0, created: 0 }) // nothing changed (trap 16)
  expect((await notes().doc(_id).get()).data).toEqual({ _id, text: 'new' })
  expect((await notes().doc(_id).remove()).stats).toEqual({ removed: 1 })
  expect((await notes().doc(_id).remove()).stats).toEqual({ removed: 0 })
})

test('what was stored comes back as it was: EJSON in both directions (trap 6)', async () => {
  const kept = {
    whole: 7, broken: 0.5, less: -3, large: 2 ** 40, zero: 0, yes: true, none: null, empty: '', words: '榆荫社区 🏮',
    on: new Date('2017-09-30T14:30:00.123Z'), list: [1, [2], { three: [3] }], object: { deep: { deeper: new Date(0) } }, bare: {},
  }
  const { _id } = await notes().add({ data: { ...kept, gone: undefined } })
  expect((await notes().doc(_id).get()).data).toEqual({ _id, ...kept })
})

test('serverDate is the time of the cloud, wherever it stands', async () => {
  const { _id } = await notes().add({ data: { at: place.db.serverDate(), deep: { later: place.db.serverDate({ offset: 3_600_000 }) } } })
  const { at, deep } = (await notes().doc(_id).get()).data as { at: Date; deep: { later: Date } }
  expect(deep.later.getTime() - at.getTime()).toBeGreaterThanOrEqual(3_599_000)
  expect((await notes().where({ _id, at: place.db.command.lte(place.db.serverDate({ offset: 60_000 })) }).count()).total).toBe(1)
})

test('an _id is made where none is given: 32 hexadecimal digits', async () => {
  expect((await notes().add({ data: { n: 1 } }))._id).toMatch(/^[0-9a-f]{32}$/)
})

test('a set on an _id that is not there creates it, an update changes nothing', async () => {
  expect((await notes().doc('fresh').update({ data: { n: 1 } })).stats).toEqual({ updated: 0 })
  expect((await notes().doc('fresh').set({ data: { n: 1 } })).stats).toEqual({ updated: 0, created: 1 })
  expect((await notes().doc('fresh').get()).data).toEqual({ _id: 'fresh', n: 1 })
})

test('a get of a missing document throws, unless the database is told not to (trap 15)', async () => {
  await expect(notes().doc('nowhere').get()).rejects.toMatchObject({ errCode: -1, errMsg: expect.stringContaining('does not exist') })
  const quiet = place.sdk.database({ throwOnNotFound: false })
  expect((await quiet.collection(name).doc('nowhere').get()).data).toBeNull()
  place.sdk.database({ throwOnNotFound: true })
})

test('the same _id is not added twice, and what is said then has one of two forms (trap 12)', async () => {
  await notes().add({ data: { _id: 'once', n: 1 } })
  const failure: unknown = await notes().add({ data: { _id: 'once', n: 2 } }).catch((reason: unknown) => reason)
  expect([
    expect.objectContaining({ errCode: -502001, errMsg: expect.stringContaining('E11000') }),
    expect.objectContaining({ errCode: -501001, errMsg: expect.stringMatching(/duplicate/i) }),
  ]).toContainEqual(failure)
  expect((await notes().doc('once').get()).data).toEqual({ _id: 'once', n: 1 })
})

test('of several documents added together those before the one that is taken are there, those behind it not', async () => {
  const _ = place.db.command
  await notes().add({ data: { _id: 'taken' } })
  await expect(notes().add({ data: [{ _id: 'before' }, { _id: 'taken' }, { _id: 'behind' }] })).rejects.toMatchObject({ errCode: expect.any(Number) })
  expect((await notes().where({ _id: _.in(['before', 'behind']) }).get()).data).toEqual([{ _id: 'before' }])
})

test('what the SDK itself refuses never reaches the cloud', async () => {
  const _ = place.db.command
  await expect(notes().doc('once').update({ data: { _id: 'twice' } })).rejects.toMatchObject({ errCode: -501007 })
  await expect(notes().doc('once').set({ data: { _id: 'twice', n: 1 } })).rejects.toMatchObject({ errCode: -501007 })
  await expect(notes().doc('once').set({ data: { n: _.inc(1) } })).rejects.toMatchObject({ errCode: -502001 })
  await expect(notes().doc('once').update({ data: {} })).rejects.toMatchObject({ errCode: -1 })
  expect((await notes().doc('once').get()).data).toEqual({ _id: 'once', n: 1 })
})

test('a field whose name begins with $ is not stored', async () => {
  await expect(notes().add({ data: { _id: 'dollar', $n: 1 } })).rejects.toMatchObject({ errCode: -502001 })
  await expect(notes().doc('dollar').get()).rejects.toMatchObject({ errCode: -1 })
})

test('an _id of null is nobody\'s, and is not quietly another one', async () => {
  await expect(notes().add({ data: { _id: null, nobody: true } })).rejects.toMatchObject({ errCode: -502001 })
  expect((await notes().where({ nobody: true }).count()).total).toBe(0)
})

test('a collection that was not made does not exist, for any action', async () => {
  const missing = place.db.collection(`${name}-missing`)
  for (const [what, asked] of Object.entries({
    add: () => missing.add({ data: { n: 1 } }),
    get: () => missing.where({ n: 1 }).get(),
    'doc.get': () => missing.doc('a').get(),
    count: () => missing.count(),
    update: () => missing.where({ n: 1 }).update({ data: { n: 2 } }),
    'doc.update': () => missing.doc('a').update({ data: { n: 2 } }),
    set: () => missing.doc('a').set({ data: { n: 2 } }),
    remove: () => missing.where({ n: 1 }).remove(),
  })) {
    await expect(asked(), what).rejects.toMatchObject({ errCode: -502005 })
  }
})

test('a collection is made once', async () => {
  await expect(place.db.createCollection(name)).rejects.toMatchObject({ errCode: expect.any(Number) })
})

test('an environment that is not there has nothing', async () => {
  await expect(place.sdk.database({ env: 'nowhere-1a2b3c' }).collection(name).count()).rejects.toMatchObject({ errCode: expect.any(Number) })
  place.sdk.database()
})
