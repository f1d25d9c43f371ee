import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf } from './open-test-cloud'
import type { Cloud } from './start-cloud'

let cloud: Cloud
let db: ReturnType<ReturnType<typeof sdkOf>['database']>
beforeAll(async () => {
  cloud = await openTestCloud({
    now: '2017-10-01T01:00:00.000Z',
    indexes: { notes: [{ fields: { unit: 1, at: 1 } }], seats: [], cards: [{ fields: { number: 1 }, unique: true }], lists: [{ fields: { tag: 1 } }] },
  })
  db = sdkOf(cloud).database()
})
afterAll(() => cloud.stop())

const notes = () => db.collection('notes')

test('a document is added, read, changed, replaced and removed', async () => {
  const { _id } = await notes().add({ data: { text: '文明旅游', on: new Date('2017-09-30T14:30:00.000Z'), nested: { a: 1, b: null } } })
  const { data } = await notes().doc(String(_id)).get()
  expect(data).toEqual({ _id, text: '文明旅游', on: new Date('2017-09-30T14:30:00.000Z'), nested: { a: 1, b: null } })

  expect((await notes().doc(String(_id)).update({ data: { nested: { c: 2 } } })).stats.updated).toBe(1)
  expect((await notes().doc(String(_id)).get()).data).toMatchObject({ nested: { a: 1, b: null, c: 2 } })
  expect((await notes().doc(String(_id)).update({ data: { nested: { c: 2 } } })).stats.updated).toBe(0)

  await notes().doc(String(_id)).set({ data: { text: 'new' } })
  expect((await notes().doc(String(_id)).get()).data).toEqual({ _id, text: 'new' })
  expect((await notes().doc('fresh').set({ data: { text: 'made' } })).stats.created).toBe(1)

  expect((await notes().doc(String(_id)).remove()).stats.removed).toBe(1)
  await expect(notes().doc(String(_id)).get()).rejects.toMatchObject({ errCode: expect.any(Number) })
  await notes().doc('fresh').remove()
})
