import { expect, test } from 'vitest'
import { openTestCloud, sdkOf } from './open-test-cloud'

test('a transaction lives 30 seconds of the world\'s clock; then its documents are free, and nothing of it is there', async () => {
  const cloud = await openTestCloud({ now: '2017-10-01T01:00:00.000Z' })
  const db = sdkOf(cloud).database()
  await db.collection('notes').add({ data: [{ _id: 'a', n: 0 }] })
  const transaction = await db.startTransaction()
  await transaction.collection('notes').doc('a').update({ data: { n: 10 } })
  const outside = db.collection('notes').doc('a').update({ data: { n: db.command.inc(1) } })
  cloud.clock.advance(25_000)
  expect((await transaction.collection('notes').doc('a').get()).data).toMatchObject({ n: 10 })
  cloud.clock.advance(6_000)
  await expect(transaction.collection('notes').doc('a').get()).rejects.toMatchObject({ errCode: -501001, errMsg: expect.stringContaining('TransactionNotExist') })
  await outside
  expect(cloud.db.find('notes')).toEqual([{ _id: 'a', n: 1 }])
  await cloud.stop()
})
