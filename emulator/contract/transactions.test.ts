import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPlace, type Place } from './place'

let place: Place
let name: string
beforeAll(async () => {
  place = await openPlace()
  name = await place.collection('accounts')
})
afterAll(async () => expect((await place.close()).strangeActions).toEqual([]))
beforeEach(async () => {
  await accounts().where({ n: place.db.command.exists(true) }).remove()
  await accounts().add({ data: [{ _id: 'a', n: 0 }, { _id: 'b', n: 0 }] })
})

const accounts = () => place.db.collection(name)
const begin = async () => {
  const transaction = await place.db.startTransaction()
  return { transaction, inside: transaction.collection(name) }
}
const stored = async () => Object.fromEntries((await accounts().get()).data.map(({ _id, n }) => [_id, n]))
const BUSY = { errCode: -501001, errMsg: expect.stringContaining('TransactionBusy') }
/** The SDK does not wait for a commit or rollback, so its answer keeps the code and gets no number. */
const ENDED = { code: 'DATABASE_TRANSACTION_FAIL', message: expect.stringContaining('TransactionNotExist') }
const GONE = { errCode: -501001, errMsg: expect.stringContaining('TransactionNotExist') }

test('what a transaction writes is nobody else\'s before the commit, and all of it after (trap 5)', async () => {
  const { transaction, inside } = await begin()
  await inside.doc('a').update({ data: { n: 1 } })
  await inside.doc('b').remove()
  await inside.doc('c').set({ data: { n: 3 } })
  await inside.add({ data: { _id: 'd', n: 4 } })
  expect(await stored()).toEqual({ a: 0, b: 0 })
  expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', n: 1 })
  await transaction.commit()
  expect(await stored()).toEqual({ a: 1, c: 3, d: 4 })
})

test('a rollback leaves nothing', async () => {
  const { transaction, inside } = await begin()
  await inside.doc('a').update({ data: { n: 1 } })
  await inside.add({ data: { _id: 'd', n: 1 } })
  await transaction.rollback()
  expect(await stored()).toEqual({ a: 0, b: 0 })
})

test('it reads the state it began with', async () => {
  const { transaction, inside } = await begin()
  await inside.doc('a').get()
  await accounts().doc('a').update({ data: { n: 5 } })
  await accounts().doc('b').remove()
  expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', n: 0 })
  expect((await inside.doc('b').get()).data).toEqual({ _id: 'b', n: 0 })
  await transaction.commit()
})

test('a document that has changed since it began cannot be written, and the conflict ends the transaction', async () => {
  const { transaction, inside } = await begin()
  await inside.doc('a').get()
  await accounts().doc('a').update({ data: { n: 5 } })
  await expect(inside.doc('a').update({ data: { n: 1 } })).rejects.toMatchObject(BUSY)
  await expect(transaction.commit()).rejects.toMatchObject(ENDED)
  expect(await stored()).toEqual({ a: 5, b: 0 })
})

test('of two transactions on one document the second writer fails at once', async () => {
  const first = await begin()
  const second = await begin()
  await first.inside.doc('a').update({ data: { n: 1 } })
  await expect(second.inside.doc('a').update({ data: { n: 2 } })).rejects.toMatchObject(BUSY)
  await first.transaction.commit()
  expect(await stored()).toMatchObject({ a: 1 })
})

test('a write from outside waits for the end of the transaction', async () => {
  const { transaction, inside } = await begin()
  await inside.doc('a').update({ data: { n: 10 } })
  const order: string[] = []
  const outside = accounts().doc('a').update({ data: { n: place.db.command.inc(1) } }).then(() => order.push('outside'))
  expect((await accounts().doc('b').update({ data: { n: 2 } })).stats.updated).toBe(1) // another document is free
  await inside.doc('a').get()
  order.push('commit')
  await transaction.commit()
  await outside
  expect(order).toEqual(['commit', 'outside'])
  expect(await stored()).toEqual({ a: 11, b: 2 })
})

test('where() of a transaction writes outside of it: it survives the rollback (trap 10)', async () => {
  const { transaction, inside } = await begin()
  await inside.where({ _id: 'b' }).update({ data: { n: 9 } })
  await inside.where({ _id: 'a' }).remove()
  expect((await inside.where({ n: place.db.command.exists(true) }).count()).total).toBe(1)
  await transaction.rollback()
  expect(await stored()).toEqual({ b: 9 })
})

test('a transaction reads by doc() and adds one at a time: where() and several at once are refused', async () => {
  const reading = await begin()
  await expect(reading.inside.where({ _id: place.db.command.in(['a', 'b']) }).get()).rejects.toMatchObject({ errCode: -502001 })
  expect((await reading.inside.doc('a').get()).data).toEqual({ _id: 'a', n: 0 })
  await reading.transaction.commit()
  const adding = await begin()
  await expect(adding.inside.add({ data: [{ _id: 'c', n: 1 }, { _id: 'd', n: 1 }] })).rejects.toMatchObject({ errCode: -502001 })
  await expect(adding.transaction.commit()).rejects.toMatchObject(ENDED)
  expect(await stored()).toEqual({ a: 0, b: 0 })
})

test('runTransaction commits what its callback did and gives its answer', async () => {
  const answer = await place.db.runTransaction(async (transaction) => {
    await transaction.collection(name).doc('a').update({ data: { n: place.db.command.inc(2) } })
    return 'done'
  })
  expect([answer, await stored()]).toEqual(['done', { a: 2, b: 0 }])
})

test('runTransaction rolls back when its callback throws, and rejects with the reason of a rollback as it is', async () => {
  const write = (transaction: { collection: typeof place.db.collection }) => transaction.collection(name).doc('a').update({ data: { n: 1 } })
  await expect(place.db.runTransaction(async (transaction) => {
    await write(transaction)
    throw new Error('on second thoughts')
  })).rejects.toThrow('on second thoughts')
  await expect(place.db.runTransaction(async (transaction) => {
    await write(transaction)
    await transaction.rollback({ because: 'full' })
  })).rejects.toEqual({ because: 'full' })
  expect(await stored()).toEqual({ a: 0, b: 0 })
})

test('a conflict inside the callback is not tried again (trap 11)', async () => {
  let tries = 0
  await expect(place.db.runTransaction(async (transaction) => {
    tries += 1
    await transaction.collection(name).doc('a').get()
    await accounts().doc('a').update({ data: { n: 100 + tries } })
    await transaction.collection(name).doc('a').update({ data: { n: 1 } })
  })).rejects.toMatchObject(BUSY)
  expect([tries, await stored()]).toEqual([1, { a: 101, b: 0 }])
})

test('of eight at once some conflict, and the sum is what the others added', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () =>
    place.db.runTransaction(async (transaction) => {
      const { data } = await transaction.collection(name).doc('a').get()
      await transaction.collection(name).doc('a').update({ data: { n: Number(data.n) + 1 } })
    })))
  const kept = outcomes.filter(({ status }) => status === 'fulfilled').length
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(8)
  expect(await stored()).toEqual({ a: kept, b: 0 })
})

test('a write that fails ends its transaction', async () => {
  const { transaction, inside } = await begin()
  await inside.doc('b').update({ data: { n: 1 } })
  await expect(inside.add({ data: { _id: 'a', n: 1 } })).rejects.toMatchObject({ errCode: expect.any(Number) })
  await expect(transaction.commit()).rejects.toMatchObject(ENDED)
  expect(await stored()).toEqual({ a: 0, b: 0 })
})

test('a transaction that has ended takes nothing more', async () => {
  const { transaction, inside } = await begin()
  await inside.doc('a').update({ data: { n: 1 } })
  await transaction.commit()
  await expect(inside.doc('b').update({ data: { n: 1 } })).rejects.toMatchObject(GONE)
  await expect(transaction.commit()).rejects.toMatchObject(ENDED)
  await expect(transaction.rollback()).rejects.toMatchObject(ENDED)
  expect(await stored()).toEqual({ a: 1, b: 0 })
})
