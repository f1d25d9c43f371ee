import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Db } from './fixtures/open-test-cloud'
import type { Cloud, CloudOptions } from './start-cloud'

/** What the public SDK cannot arrange: indexes, the clock, and which face a duplicate shows. All else is in emulator/contract. */
let cloud: Cloud
let db: Db
beforeAll(async () => {
  cloud = await openTestCloud({
    now: '2017-10-01T01:00:00.000Z',
    indexes: { notes: [], cards: [{ fields: { number: 1 }, unique: true }], lists: [{ fields: { tag: 1 } }], parts: [{ fields: { 'of.k': 1 }, unique: true }], pairs: [{ fields: { a: 1, b: 1 } }], hosts: [{ fields: { 'of.k': 1 } }] },
  })
  db = sdkOf(cloud).database()
})
afterAll(() => cloud.stop())

test('a unique key is not given twice, and a missing field counts as null', async () => {
  const cards = db.collection('cards')
  await cards.add({ data: { _id: 'c1', number: 7 } })
  await expect(cards.add({ data: { _id: 'c2', number: 7 } })).rejects.toMatchObject({ errMsg: expect.stringContaining('E11000') })
  await cards.add({ data: { _id: 'c3' } })
  await expect(cards.add({ data: { _id: 'c4' } })).rejects.toMatchObject({ errMsg: expect.stringContaining('E11000') })
  await expect(cards.doc('c3').update({ data: { number: 7 } })).rejects.toMatchObject({ errMsg: expect.stringContaining('E11000') })
  expect((await cards.count()).total).toBe(2)
})

test('a unique key is of a type, as MongoDB\'s are, and none is kept over arrays', async () => {
  const parts = db.collection('parts')
  for (const [_id, k] of [['number', 1], ['flag', true], ['text', '1'], ['none', null], ['null', 'null']] as const) await parts.add({ data: { _id, of: { k } } })
  await expect(parts.add({ data: { of: { k: true } } })).rejects.toMatchObject({ errMsg: expect.stringContaining('E11000') })
  await expect(parts.add({ data: {} })).rejects.toMatchObject({ errMsg: expect.stringContaining('E11000') })
  for (const of of [[{ k: 5 }], { k: [5] }]) await expect(parts.add({ data: { of } })).rejects.toMatchObject({ errMsg: expect.stringContaining('no unique index over an array') })
  await expect(db.collection('hosts').add({ data: { of: [{ k: 5 }] } })).rejects.toMatchObject({ errMsg: expect.stringContaining('into objects of an array') })
  expect((await parts.count()).total).toBe(5)
})

test('an index over two fields takes an array in one of them only', async () => {
  const pairs = db.collection('pairs')
  await pairs.add({ data: [{ a: [1], b: 1 }, { a: 1, b: [1] }] })
  await expect(pairs.add({ data: { a: [1], b: [1] } })).rejects.toMatchObject({ errMsg: expect.stringContaining('parallel arrays') })
  const transaction = await db.startTransaction()
  await expect(transaction.collection('pairs').add({ data: { a: [1], b: [1] } })).rejects.toMatchObject({ errMsg: expect.stringContaining('parallel arrays') })
})

test('an index over a field that holds arrays finds what is found without it', async () => {
  await db.collection('lists').add({ data: [{ _id: 'a', tag: 'x' }, { _id: 'b', tag: 'y' }, { _id: 'c', tag: ['x', 'z'] }] })
  const ids = async (tag: unknown) => (await db.collection('lists').where({ tag }).orderBy('_id', 'asc').get()).data.map(({ _id }) => _id)
  expect([await ids('x'), await ids('z'), await ids('y')]).toEqual([['a', 'c'], ['c'], ['b']])
  expect([await ids(db.command.in(['y', 'z'])), await ids(db.command.gt('y')), await ids(['x', 'z'])]).toEqual([['b', 'c'], ['c'], ['c']])
})

test('serverDate is the time of the world', async () => {
  cloud.clock.set('2017-10-01T01:00:00.000Z')
  await db.collection('notes').doc('dated').set({ data: { at: db.serverDate() } })
  const { at } = (await db.collection('notes').doc('dated').get()).data as { at: Date }
  expect(at.toISOString()).toMatch(/^2017-10-01T01:00:0/)
})

test.each<[CloudOptions['duplicateKey'], number]>([['request-failed', -502001], ['duplicate-write', -501001]])(
  'a duplicate shows the face that was asked for: %s',
  async (duplicateKey, errCode) => {
    const other = await openTestCloud({ duplicateKey: duplicateKey! })
    const notes = sdkOf(other).database().collection('notes')
    await notes.add({ data: { _id: 'once' } })
    await expect(notes.add({ data: { _id: 'once' } })).rejects.toMatchObject({ errCode })
    await other.stop()
    sdkOf(cloud)
  },
)
