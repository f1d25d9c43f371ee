import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Db } from '../fixtures/open-test-cloud'
import type { Cloud } from '../start-cloud'

let cloud: Cloud
let db: Db
beforeEach(async () => {
  cloud = await openTestCloud({ now: '2017-10-01T01:00:00.000Z', indexes: { accounts: [], cards: [{ fields: { number: 1 }, unique: true }], plain: [] } })
  db = sdkOf(cloud).database()
  cloud.db.insertMany('accounts', [{ _id: 'a', n: 0 }, { _id: 'b', n: 0 }])
})
afterEach(() => cloud.stop())
const accounts = () => db.collection('accounts')

test('after 30 s of the world it is gone, and who waited for its document goes on', async () => {
  const transaction = await db.startTransaction()
  await transaction.collection('accounts').doc('a').update({ data: { n: 1 } })
  const waiting = accounts().doc('a').update({ data: { n: db.command.inc(5) } })
  cloud.clock.advance(29_000)
  expect((await transaction.collection('accounts').doc('a').get()).data).toMatchObject({ n: 1 })
  cloud.clock.advance(2_000)
  await waiting
  await expect(transaction.commit()).rejects.toThrow(/TransactionNotExist/)
  await expect(transaction.collection('accounts').doc('a').get()).rejects.toThrow(/TransactionNotExist/)
  expect(cloud.db.find('accounts', { _id: 'a' })[0]).toMatchObject({ n: 5 })
})

test('it sees no document that came later, and its own removals at once', async () => {
  const transaction = await db.startTransaction()
  const inside = transaction.collection('accounts')
  await accounts().add({ data: { _id: 'late', n: 0 } })
  await expect(inside.doc('late').get()).rejects.toThrow()
  await inside.doc('b').remove()
  await expect(inside.doc('b').get()).rejects.toThrow()
  expect((await accounts().doc('b').get()).data).toMatchObject({ n: 0 })
  await transaction.commit()
  await expect(accounts().doc('b').get()).rejects.toThrow()
})

test('the same new id in two of them is a conflict for the second', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()]
  await first.collection('plain').add({ data: { _id: 'new', of: 'first' } })
  await expect(second.collection('plain').add({ data: { _id: 'new', of: 'second' } })).rejects.toThrow(/conflict/)
  await first.commit()
  expect((await db.collection('plain').doc('new').get()).data).toEqual({ _id: 'new', of: 'first' })
  const third = await db.startTransaction()
  await db.collection('plain').add({ data: { _id: 'outside' } })
  await expect(third.collection('plain').add({ data: { _id: 'outside' } })).rejects.toThrow(/conflict/)
})

test('one that only reads never conflicts', async () => {
  const reading = await db.startTransaction()
  await reading.collection('accounts').doc('a').get()
  await accounts().doc('a').update({ data: { n: 9 } })
  expect((await reading.collection('accounts').doc('a').get()).data).toMatchObject({ n: 0 })
  await reading.commit()
  expect((await accounts().doc('a').get()).data).toMatchObject({ n: 9 })
})

test('a collection with a unique index is not written in a transaction', async () => {
  const transaction = await db.startTransaction()
  await transaction.collection('plain').add({ data: { _id: 'first' } })
  await expect(transaction.collection('cards').add({ data: { number: 7 } })).rejects.toThrow(/no unique index in a transaction/)
  await expect(transaction.commit()).rejects.toThrow(/TransactionNotExist/)
  expect([cloud.db.count('plain'), cloud.db.count('cards')]).toEqual([0, 0])
})
