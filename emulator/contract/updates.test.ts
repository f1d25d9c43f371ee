import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from './place'

let place: Place
let name: string
beforeAll(async () => {
  place = await openPlace()
  name = await place.collection('updates')
})
afterAll(async () => expect((await place.close()).strangeActions).toEqual([]))

const start = { n: 2, o: { a: 1 }, list: [1, 2], old: 'x', flags: 5, many: [{ k: 1 }, { k: 2 }], none: null }
const doc = () => place.db.collection(name).doc('u')
/** What a fresh document is after the update. */
async function after(data: object): Promise<Record<string, unknown>> {
  await doc().set({ data: start })
  await doc().update({ data })
  return (await doc().get()).data
}
const whole = (changes: object) => ({ _id: 'u', ...start, ...changes })

test('fields are set, merged, replaced, removed and renamed', async () => {
  const _ = place.db.command
  expect(await after({ old: 'y', 'o.c.d': 1 })).toEqual(whole({ old: 'y', o: { a: 1, c: { d: 1 } } }))
  expect(await after({ old: _.remove() })).not.toHaveProperty('old')
  expect(await after({ 'o.a': _.remove() })).toEqual(whole({ o: {} }))
  const { old, ...others } = start
  expect(await after({ old: _.rename('young') })).toEqual({ _id: 'u', ...others, young: old })
  expect(await after({ old: null })).toEqual(whole({ old: null }))
})

test('an object given to update merges, _.set replaces it, and undefined is dropped (trap 14)', async () => {
  const _ = place.db.command
  expect(await after({ o: { b: 2 } })).toEqual(whole({ o: { a: 1, b: 2 } }))
  expect(await after({ o: _.set({ b: 2 }) })).toEqual(whole({ o: { b: 2 } }))
  expect(await after({ n: 3, old: undefined })).toEqual(whole({ n: 3 }))
  expect(await after({ list: [9] })).toEqual(whole({ list: [9] }))
})

test('numbers are counted up, multiplied, bounded, and their bits changed', async () => {
  const _ = place.db.command
  expect(await after({ n: _.inc(3), 'o.a': _.inc(-1) })).toEqual(whole({ n: 5, o: { a: 0 } }))
  expect(await after({ n: _.mul(3), fresh: _.inc(1), nought: _.mul(5) })).toEqual(whole({ n: 6, fresh: 1, nought: 0 }))
  expect(await after({ n: _.max(9) })).toEqual(whole({ n: 9 }))
  expect(await after({ n: _.max(1), fresh: _.max(4) })).toEqual(whole({ fresh: 4 }))
  expect(await after({ n: _.min(1) })).toEqual(whole({ n: 1 }))
  expect(await after({ flags: _.bit({ and: 4 }) })).toEqual(whole({ flags: 4 }))
  expect(await after({ flags: _.bit({ or: 2 }) })).toEqual(whole({ flags: 7 }))
  expect(await after({ flags: _.bit({ xor: 1 }) })).toEqual(whole({ flags: 4 }))
})

test('elements are put in and taken out', async () => {
  const _ = place.db.command
  expect(await after({ list: _.push(3, 4) })).toMatchObject({ list: [1, 2, 3, 4] })
  expect(await after({ list: _.push([3]) })).toMatchObject({ list: [1, 2, 3] })
  expect(await after({ list: _.push({ each: [0], position: 0 }) })).toMatchObject({ list: [0, 1, 2] })
  expect(await after({ list: _.push({ each: [0], sort: -1, slice: 2 }) })).toMatchObject({ list: [2, 1] })
  expect(await after({ list: _.unshift(0) })).toMatchObject({ list: [0, 1, 2] })
  expect(await after({ list: _.pop() })).toMatchObject({ list: [1] })
  expect(await after({ list: _.shift() })).toMatchObject({ list: [2] })
  expect(await after({ list: _.pull(1) })).toMatchObject({ list: [2] })
  expect(await after({ list: _.pull(_.gt(1)) })).toMatchObject({ list: [1] })
  expect(await after({ many: _.pull({ k: 1 }) })).toMatchObject({ many: [{ k: 2 }] })
  expect(await after({ list: _.pullAll([1, 2]) })).toMatchObject({ list: [] })
  expect(await after({ list: _.addToSet(2) })).toMatchObject({ list: [1, 2] })
  expect(await after({ list: _.addToSet({ $each: [2, 3] }) })).toMatchObject({ list: [1, 2, 3] })
  expect(await after({ fresh: _.push(1), sole: _.addToSet(1) })).toMatchObject({ fresh: [1], sole: [1] })
  expect(await after({ 'list.1': 9, 'many.0.k': _.inc(1) })).toMatchObject({ list: [1, 9], many: [{ k: 2 }, { k: 2 }] })
})

test('what MongoDB refuses is refused, and nothing is changed', async () => {
  const _ = place.db.command
  for (const [what, data] of Object.entries({
    'a text counted up, beside a change that would do': { n: 5, old: _.inc(1) },
    'null counted up': { none: _.inc(1) },
    'counted up by a text': { n: _.inc('1' as unknown as number) },
    'a field made inside a text': { n: 5, 'old.deep': 1 },
    'a field made inside null': { 'none.deep': 1 },
    'a named field made inside an array': { 'list.deep': 1 },
    'a push to a text': { old: _.push(1) },
    'a pull from a text': { old: _.pull('x') },
    'two changes of one path': { n: 5, 'n.deep': 1 },
    'an object and a field in it': { o: _.set({}), 'o.a': 1 },
    'an empty step': { 'o..a': 1 },
  })) {
    await doc().set({ data: start })
    await expect(doc().update({ data }), what).rejects.toMatchObject({ errCode: -502001 })
    expect((await doc().get()).data, what).toEqual(whole({}))
  }
})

test('an update of many that one document refuses has changed those before it', async () => {
  const mixed = await place.collection('mixed', [{ _id: 'a', n: 1 }, { _id: 'b', n: 'x' }, { _id: 'c', n: 1 }])
  await expect(place.db.collection(mixed).where({ _id: place.db.command.exists(true) }).update({ data: { n: place.db.command.inc(1) } })).rejects.toMatchObject({ errCode: -502001 })
  expect((await place.db.collection(mixed).orderBy('_id', 'asc').get()).data.map(({ n }) => n)).toEqual([2, 'x', 1])
})

test('updated counts the documents that are different now (trap 16)', async () => {
  const all = await place.collection('counted', [{ k: 1, n: 1 }, { k: 1, n: 2 }, { k: 2, n: 1 }])
  const update = async (query: object, data: object) => (await place.db.collection(all).where(query).update({ data })).stats.updated
  expect(await update({ k: 1 }, { n: 2 })).toBe(1)
  expect(await update({ k: 1 }, { n: 2 })).toBe(0)
  expect(await update({ k: 9 }, { n: 2 })).toBe(0)
  expect(await update({ k: place.db.command.gt(0) }, { n: place.db.command.inc(1) })).toBe(3)
})

test('the last seat goes to one of many, without a transaction', async () => {
  const _ = place.db.command
  const seats = await place.collection('seats', [{ _id: 'book', left: { s1: 3 }, taken: {} }])
  const asked = await Promise.all(
    Array.from({ length: 10 }, (_x, i) =>
      place.db.collection(seats).where({ _id: 'book', 'left.s1': _.gte(1), [`taken.p${i % 9}`]: _.exists(false) })
        .update({ data: { 'left.s1': _.inc(-1), [`taken.p${i % 9}`]: { n: 1 } } }),
    ),
  )
  expect(asked.filter(({ stats }) => stats.updated === 1)).toHaveLength(3)
  const book = (await place.db.collection(seats).doc('book').get()).data as { left: { s1: number }; taken: object }
  expect([book.left.s1, Object.keys(book.taken).length]).toEqual([0, 3])
})
