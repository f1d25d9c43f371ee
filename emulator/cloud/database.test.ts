import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Db } from './open-test-cloud'
import type { Cloud } from './start-cloud'

let cloud: Cloud
let db: Db
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
  const { data } = await notes().doc(_id).get()
  expect(data).toEqual({ _id, text: '文明旅游', on: new Date('2017-09-30T14:30:00.000Z'), nested: { a: 1, b: null } })

  expect((await notes().doc(_id).update({ data: { nested: { c: 2 } } })).stats.updated).toBe(1)
  expect((await notes().doc(_id).get()).data).toMatchObject({ nested: { a: 1, b: null, c: 2 } })
  expect((await notes().doc(_id).update({ data: { nested: { c: 2 } } })).stats.updated).toBe(0)

  await notes().doc(_id).set({ data: { text: 'new' } })
  expect((await notes().doc(_id).get()).data).toEqual({ _id, text: 'new' })
  expect((await notes().doc('fresh').set({ data: { text: 'made' } })).stats.created).toBe(1)

  expect((await notes().doc(_id).remove()).stats.removed).toBe(1)
  await expect(notes().doc(_id).get()).rejects.toMatchObject({ errCode: expect.any(Number) })
  await notes().doc('fresh').remove()
})

test('queries match as MongoDB does, by every command', async () => {
  const _ = db.command
  cloud.db.insertMany('lists', [
    { _id: 'a', n: 1, tag: 'x', sub: { deep: 1 }, list: [1, 2], at: new Date(1000) },
    { _id: 'b', n: 2, tag: 'y', sub: { deep: 2 }, list: [2, 3], at: new Date(2000) },
    { _id: 'c', n: 3, tag: ['x', 'z'], parts: [{ k: 1 }, { k: 2 }], none: null },
  ])
  const ids = async (query: object) => (await db.collection('lists').where(query).orderBy('n', 'asc').get()).data.map((doc) => doc._id).join('')
  expect(await ids({ n: _.gt(1) })).toBe('bc')
  expect(await ids({ n: _.gte(1).and(_.lt(3)) })).toBe('ab')
  expect(await ids({ n: _.in([1, 3]) })).toBe('ac')
  expect(await ids({ n: _.nin([1, 3]) })).toBe('b')
  expect(await ids({ n: _.neq(2) })).toBe('ac')
  expect(await ids({ n: _.eq(2).or(_.eq(3)) })).toBe('bc')
  expect(await ids(_.or([{ n: 1 }, { tag: 'y' }]))).toBe('ab')
  expect(await ids({ n: _.not(_.gt(1)) })).toBe('a')
  expect(await ids({ tag: 'x' })).toBe('ac') // an array matches by its elements, even on an indexed field
  expect(await ids({ sub: { deep: 2 } })).toBe('b')
  expect(await ids({ 'sub.deep': _.exists(false) })).toBe('c')
  expect(await ids({ none: null, n: 3 })).toBe('c')
  expect(await ids({ list: _.all([2, 3]) })).toBe('b')
  expect(await ids({ parts: _.elemMatch({ k: 2 }) })).toBe('c')
  expect(await ids({ list: _.size(2), n: _.mod(2, 0) })).toBe('b')
  expect(await ids({ tag: db.RegExp({ regexp: '^Y', options: 'i' }) })).toBe('b')
  expect(await ids({ tag: /^y/ })).toBe('b')
  expect(await ids({ at: _.gt(new Date(1500)) })).toBe('b')
  expect(await ids({ _id: _.in(['a', 'c', 'gone']), n: 3 })).toBe('c')
})

test('updates change documents as MongoDB does, by every command', async () => {
  const _ = db.command
  const start = { _id: 'u', n: 2, o: { a: 1 }, list: [1, 2], old: 'x', flags: 5, many: [{ k: 1 }, { k: 2 }] }
  const after = async (data: object) => {
    cloud.db.remove('notes', { _id: 'u' })
    cloud.db.insertMany('notes', [start])
    await notes().where({ _id: 'u' }).update({ data })
    return (await notes().doc('u').get()).data
  }
  expect(await after({ n: _.inc(3) })).toEqual({ ...start, n: 5 })
  expect(await after({ n: _.mul(3), fresh: _.inc(1) })).toEqual({ ...start, n: 6, fresh: 1 })
  expect(await after({ n: _.max(9) })).toEqual({ ...start, n: 9 })
  expect(await after({ n: _.min(1) })).toEqual({ ...start, n: 1 })
  expect(await after({ o: { b: 2 } })).toEqual({ ...start, o: { a: 1, b: 2 } })
  expect(await after({ o: _.set({ b: 2 }) })).toEqual({ ...start, o: { b: 2 } })
  expect(await after({ 'o.c.d': 1 })).toEqual({ ...start, o: { a: 1, c: { d: 1 } } })
  expect(await after({ list: [9] })).toEqual({ ...start, list: [9] })
  expect(await after({ 'list.1': 9 })).toEqual({ ...start, list: [1, 9] })
  expect(await after({ old: _.remove() })).toEqual({ _id: 'u', n: 2, o: { a: 1 }, list: [1, 2], flags: 5, many: start.many })
  expect(await after({ old: _.rename('young') })).toMatchObject({ young: 'x' })
  expect(await after({ list: _.push(3, 4) })).toMatchObject({ list: [1, 2, 3, 4] })
  expect(await after({ list: _.push({ each: [0], position: 0 }) })).toMatchObject({ list: [0, 1, 2] })
  expect(await after({ list: _.unshift(0) })).toMatchObject({ list: [0, 1, 2] })
  expect(await after({ list: _.pop() })).toMatchObject({ list: [1] })
  expect(await after({ list: _.shift() })).toMatchObject({ list: [2] })
  expect(await after({ list: _.pull(1) })).toMatchObject({ list: [2] })
  expect(await after({ many: _.pull({ k: 1 }) })).toMatchObject({ many: [{ k: 2 }] })
  expect(await after({ list: _.pullAll([1, 2]) })).toMatchObject({ list: [] })
  expect(await after({ list: _.addToSet(2) })).toMatchObject({ list: [1, 2] })
  expect(await after({ list: _.addToSet({ $each: [2, 3] }) })).toMatchObject({ list: [1, 2, 3] })
  expect(start.many).toEqual([{ k: 1 }, { k: 2 }])
})

test('what MongoDB refuses is refused, and nothing is changed', async () => {
  const _ = db.command
  const start = { _id: 'r', n: 1, text: 'x', list: [1], nothing: null }
  cloud.db.insertMany('notes', [start])
  const refused = (data: object) => expect(notes().doc('r').update({ data }), JSON.stringify(data)).rejects.toMatchObject({ errCode: -502001 })
  await refused({ n: 5, text: _.inc(1) })
  await refused({ nothing: _.inc(1) })
  await refused({ n: 5, 'text.deep': 1 })
  await refused({ 'nothing.deep': 1 })
  await refused({ 'list.deep': 1 })
  await refused({ text: _.push(1) })
  await refused({ n: 5, 'n.deep': 1 })
  await expect(notes().where({ $where: 'true' }).get()).rejects.toMatchObject({ errCode: -502001 })
  await expect(db.collection('missing').get()).rejects.toMatchObject({ errCode: -502005 })
  expect((await notes().doc('r').get()).data).toEqual(start)
})

test('the same _id or unique key is not added twice', async () => {
  await notes().add({ data: { _id: 'once', n: 1 } })
  await expect(notes().add({ data: { _id: 'once', n: 2 } })).rejects.toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('E11000') })
  expect((await notes().doc('once').get()).data).toEqual({ _id: 'once', n: 1 })

  const cards = db.collection('cards')
  await cards.add({ data: { _id: 'c1', number: 7 } })
  await expect(cards.add({ data: { _id: 'c2', number: 7 } })).rejects.toThrow()
  await cards.add({ data: { _id: 'c3' } })
  await expect(cards.add({ data: { _id: 'c4' } })).rejects.toThrow() // a missing field is null, and null is there
  await expect(cards.doc('c3').update({ data: { number: 7 } })).rejects.toThrow()
  expect((await cards.count()).total).toBe(2)
})

test('a get gives at most 1000, 100 unless asked, in the order and shape that was asked', async () => {
  cloud.db.insertMany('seats', Array.from({ length: 1200 }, (_, i) => ({ n: i, odd: i % 2, sub: { a: i, b: i } })))
  const seats = db.collection('seats')
  expect((await seats.get()).data).toHaveLength(100)
  expect((await seats.limit(5000).get()).data).toHaveLength(1000)
  expect((await seats.count()).total).toBe(1200)
  expect((await seats.where({ odd: 1 }).count()).total).toBe(600)
  const page = await seats.orderBy('odd', 'desc').orderBy('n', 'asc').skip(2).limit(2).field({ _id: false, n: true, 'sub.a': true }).get()
  expect(page.data).toEqual([{ n: 5, sub: { a: 5 } }, { n: 7, sub: { a: 7 } }])
})

test('an aggregate without a limit gives 20', async () => {
  const $ = db.command.aggregate
  const seats = () => db.collection('seats').aggregate()
  expect((await seats().match({ n: db.command.gte(0) }).end()).list).toHaveLength(20)
  expect((await seats().limit(300).end()).list).toHaveLength(300)
  const grouped = await seats().group({ _id: '$odd', sum: $.sum('$n'), most: $.max('$sub.a') }).sort({ _id: 1 }).end()
  expect(grouped.list).toEqual([{ _id: 0, sum: 359400, most: 1198 }, { _id: 1, sum: 360000, most: 1199 }])
  await expect(seats().sample({}).end()).rejects.toThrow()
  expect((await seats().sample({ size: 3 }).end()).list).toHaveLength(3)
})

test('serverDate is the time of the world', async () => {
  cloud.clock.set('2017-10-01T01:00:00.000Z')
  await notes().doc('dated').set({ data: { at: db.serverDate(), later: db.serverDate({ offset: 3_600_000 }) } })
  const { at, later } = (await notes().doc('dated').get()).data as { at: Date; later: Date }
  expect(at.toISOString()).toMatch(/^2017-10-01T01:00:0/)
  expect(later.getTime() - at.getTime()).toBeGreaterThanOrEqual(3_599_999)
})

test('the last seat goes to one of many', async () => {
  const _ = db.command
  cloud.db.insertMany('seats', [{ _id: 'book', left: { s1: 3 }, taken: {} }])
  const asked = await Promise.all(
    Array.from({ length: 10 }, (_x, i) =>
      db.collection('seats').where({ _id: 'book', 'left.s1': _.gte(1), [`taken.p${i % 9}`]: _.exists(false) })
        .update({ data: { 'left.s1': _.inc(-1), [`taken.p${i % 9}`]: { n: 1 } } }),
    ),
  )
  expect(asked.filter(({ stats }) => stats.updated === 1)).toHaveLength(3)
  const book = (await db.collection('seats').doc('book').get()).data as { left: { s1: number }; taken: object }
  expect(book.left.s1).toBe(0)
  expect(Object.keys(book.taken)).toHaveLength(3)
})
