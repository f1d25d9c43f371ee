import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Db } from './open-test-cloud'
import type { Cloud, CloudOptions } from './start-cloud'

/** What the public SDK cannot arrange: indexes, the clock, and which face a duplicate shows. All else is in emulator/contract. */
let cloud: Cloud
let db: Db
beforeAll(async () => {
  cloud = await openTestCloud({
    now: '2017-10-01T01:00:00.000Z',
    indexes: { notes: [], cards: [{ fields: { number: 1 }, unique: true }], lists: [{ fields: { tag: 1 } }], parts: [{ fields: { 'of.k': 1 }, unique: true }] },
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

test('a unique key is of a type, as MongoDB\'s are', async () => {
  const parts = db.collection('parts')
  for (const [_id, k] of [['number', 1], ['flag', true], ['text', '1'], ['none', null], ['null', 'null']] as const) await parts.add({ data: { _id, of: { k } } })
  await expect(parts.add({ data: { of: { k: true } } })).rejects.toMatchObject({ errMsg: expect.stringContaining('E11000') })
  await expect(parts.add({ data: {} })).rejects.toMatchObject({ errMsg: expect.stringContaining('E11000') })
  for (const of of [[{ k: 5 }], { k: [5] }]) await expect(parts.add({ data: { of } })).rejects.toMatchObject({ errMsg: expect.stringContaining('no index over an array') })
  expect((await parts.count()).total).toBe(5)
})

test('no index is kept over arrays: a document that has one there is refused, in a transaction too, and so is an index over those that are there', async () => {
  const refused = { errMsg: expect.stringContaining('no index over an array') as string }
  await db.collection('lists').add({ data: { _id: 'a', tag: 'x' } })
  await expect(db.collection('lists').add({ data: { tag: ['x', 'z'] } })).rejects.toMatchObject(refused)
  await expect(db.collection('lists').doc('a').update({ data: { tag: db.command.set(['z']) } })).rejects.toMatchObject(refused)
  const transaction = await db.startTransaction()
  await expect(transaction.collection('lists').doc('a').set({ data: { tag: ['z'] } })).rejects.toMatchObject(refused)
  expect(cloud.db.find('lists')).toEqual([{ _id: 'a', tag: 'x' }])
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
