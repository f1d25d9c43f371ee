import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Db } from './open-test-cloud'
import type { Cloud } from './start-cloud'

let cloud: Cloud
let db: Db
beforeAll(async () => {
  cloud = await openTestCloud({ indexes: { accounts: [] } })
  db = sdkOf(cloud).database()
})
afterAll(() => cloud.stop())
beforeEach(() => {
  cloud.db.remove('accounts', {})
  cloud.db.insertMany('accounts', [{ _id: 'a', n: 0 }, { _id: 'b', n: 0 }])
})
const stored = (id: string) => cloud.db.find('accounts', { _id: id })[0]
const accounts = () => db.collection('accounts')

test('of eight at once some conflict, and the sum is what the others added', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () =>
      db.runTransaction(async (transaction) => {
        const { data } = await transaction.collection('accounts').doc('a').get()
        await transaction.collection('accounts').doc('a').update({ data: { n: Number(data.n) + 1 } })
      }),
    ),
  )
  const kept = outcomes.filter(({ status }) => status === 'fulfilled').length
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(8)
  expect(stored('a')).toMatchObject({ n: kept })
})

test('it reads the state it began with, and its own writes', async () => {
  const transaction = await db.startTransaction()
  const inside = transaction.collection('accounts')
  await accounts().doc('a').update({ data: { n: 5 } })
  await accounts().doc('b').remove()
  await inside.doc('c').set({ data: { n: 7 } })
  expect((await inside.doc('a').get()).data).toMatchObject({ n: 0 })
  expect((await inside.doc('b').get()).data).toMatchObject({ n: 0 })
  expect((await inside.doc('c').get()).data).toMatchObject({ n: 7 })
  expect(stored('c')).toBeUndefined()
  await transaction.commit()
  expect(stored('c')).toEqual({ _id: 'c', n: 7 })
})

test('a document changed since it began cannot be written', async () => {
  const transaction = await db.startTransaction()
  await accounts().doc('a').update({ data: { n: 5 } })
  await expect(transaction.collection('accounts').doc('a').update({ data: { n: 1 } })).rejects.toMatchObject({ errCode: -501001 })
  await expect(transaction.commit()).rejects.toThrow() // the conflict has ended it
  expect(stored('a')).toMatchObject({ n: 5 })
})

test('a rollback leaves nothing, a commit all', async () => {
  const dropped = await db.startTransaction()
  await dropped.collection('accounts').doc('a').update({ data: { n: 1 } })
  await dropped.collection('accounts').add({ data: { _id: 'd', n: 1 } })
  await dropped.rollback()
  expect([stored('a')?.n, stored('d')]).toEqual([0, undefined])
  await db.runTransaction(async (transaction) => {
    await transaction.collection('accounts').doc('a').update({ data: { n: 1 } })
    await transaction.collection('accounts').doc('b').remove()
    await expect(transaction.collection('accounts').add({ data: { _id: 'a' } })).rejects.toThrow()
  })
  expect([stored('a')?.n, stored('b')]).toEqual([1, undefined])
})

test('a write from outside waits for the end of the transaction', async () => {
  const transaction = await db.startTransaction()
  await transaction.collection('accounts').doc('a').update({ data: { n: 10 } })
  let written = false
  const outside = accounts().doc('a').update({ data: { n: db.command.inc(1) } }).then(() => (written = true))
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(written).toBe(false)
  await transaction.commit()
  await outside
  expect(stored('a')).toMatchObject({ n: 11 })
})

test('where().update() on a transaction runs outside it, as with the real SDK', async () => {
  const transaction = await db.startTransaction()
  await transaction.collection('accounts').where({ _id: 'b' }).update({ data: { n: 9 } })
  await transaction.rollback()
  expect(stored('b')).toMatchObject({ n: 9 })
})
