import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from './place'

let place: Place
let lists: string
let many: string
beforeAll(async () => {
  place = await openPlace()
  lists = await place.collection('queries', [
    { _id: 'a', n: 1, tag: 'x', sub: { deep: 1 }, list: [1, 2], at: new Date(1000) },
    { _id: 'b', n: 2, tag: 'y', sub: { deep: 2 }, list: [2, 3], at: new Date(2000) },
    { _id: 'c', n: 3, tag: ['x', 'z'], parts: [{ k: 1, l: 5 }, { k: 2, l: 6 }], none: null },
  ])
  many = await place.collection('many', Array.from({ length: 1100 }, (_, i) => ({ n: i, odd: i % 2, sub: { a: i, b: i } })))
})
afterAll(async () => expect((await place.close()).strangeActions).toEqual([]))

const ids = async (query: object) => (await place.db.collection(lists).where(query).orderBy('n', 'asc').get()).data.map(({ _id }) => _id).join('')

test('comparisons find what MongoDB finds', async () => {
  const _ = place.db.command
  expect(await ids({ n: 2 })).toBe('b')
  expect(await ids({ n: _.eq(2) })).toBe('b')
  expect(await ids({ n: _.neq(2) })).toBe('ac')
  expect(await ids({ n: _.gt(1) })).toBe('bc')
  expect(await ids({ n: _.gte(2) })).toBe('bc')
  expect(await ids({ n: _.lt(2) })).toBe('a')
  expect(await ids({ n: _.lte(2) })).toBe('ab')
  expect(await ids({ n: _.in([1, 3]) })).toBe('ac')
  expect(await ids({ n: _.nin([1, 3]) })).toBe('b')
  expect(await ids({ n: _.mod(2, 1) })).toBe('ac')
  expect(await ids({ at: _.gt(new Date(1500)) })).toBe('b')
  expect(await ids({ _id: _.in(['a', 'c', 'gone']), n: 3 })).toBe('c')
})

test('a comparison meets values of its own type only', async () => {
  const _ = place.db.command
  expect(await ids({ n: '2' })).toBe('')
  expect(await ids({ n: _.gt('1') })).toBe('')
  expect(await ids({ tag: _.gt(0) })).toBe('')
})

test('conditions are joined, turned round and nested', async () => {
  const _ = place.db.command
  expect(await ids({ n: _.gte(1).and(_.lt(3)) })).toBe('ab')
  expect(await ids({ n: _.eq(2).or(_.eq(3)) })).toBe('bc')
  expect(await ids({ n: _.not(_.gt(1)) })).toBe('a')
  expect(await ids(_.or([{ n: 1 }, { tag: 'y' }]))).toBe('ab')
  expect(await ids(_.and([{ n: _.gt(1) }, { tag: 'x' }]))).toBe('c')
  expect(await ids(_.nor([{ n: 1 }, { tag: 'y' }]))).toBe('c')
  expect(await ids(_.or([{ n: 1 }, _.and([{ n: _.gt(2) }, { none: null }])]))).toBe('ac')
})

test('arrays match by their elements, and as a whole', async () => {
  const _ = place.db.command
  expect(await ids({ tag: 'x' })).toBe('ac')
  expect(await ids({ list: [2, 3] })).toBe('b')
  expect(await ids({ list: _.all([2, 3]) })).toBe('b')
  expect(await ids({ list: _.size(2) })).toBe('ab')
  expect(await ids({ list: _.elemMatch(_.gt(2)) })).toBe('b')
  expect(await ids({ parts: _.elemMatch({ k: 2, l: 6 }) })).toBe('c')
  expect(await ids({ parts: _.elemMatch({ k: 1, l: 6 }) })).toBe('')
  expect(await ids({ list: _.elemMatch({ k: 2 }) })).toBe('') // plain values have no fields
  expect(await ids({ 'parts.k': 2 })).toBe('c')
  expect(await ids({ 'list.1': 3 })).toBe('b')
})

test('objects flatten to dot paths; missing and null are alike, but one can tell them apart', async () => {
  const _ = place.db.command
  expect(await ids({ sub: { deep: 2 } })).toBe('b')
  expect(await ids({ 'sub.deep': _.exists(false) })).toBe('c')
  expect(await ids({ none: null })).toBe('abc')
  expect(await ids({ none: _.exists(true) })).toBe('c')
})

test('regular expressions match texts, with their flags', async () => {
  expect(await ids({ tag: /^y/ })).toBe('b')
  expect(await ids({ tag: /^Y/i })).toBe('b')
  expect(await ids({ tag: /z$/ })).toBe('c')
  expect(await ids({ tag: place.db.RegExp({ regexp: '^Y', options: 'i' }) })).toBe('b')
})

test('expressions compare fields with each other', async () => {
  const _ = place.db.command
  expect(await ids(_.expr(_.aggregate.eq(['$n', '$sub.deep'])))).toBe('ab')
})

test('a query with an undefined field is wider than it looks; only when all are undefined it is refused (trap 14)', async () => {
  expect(await ids({ n: 1, tag: undefined })).toBe('a')
  expect(() => place.db.collection(lists).where({ n: undefined, tag: undefined })).toThrow()
})

test('a get gives 100 unless asked, at most 1000, and limit(0) means 100 (trap 13)', async () => {
  const all = place.db.collection(many)
  expect((await all.get()).data).toHaveLength(100)
  expect((await all.limit(0).get()).data).toHaveLength(100)
  expect((await all.limit(5000).get()).data).toHaveLength(1000)
  expect((await all.limit(5000).skip(1000).get()).data).toHaveLength(100)
  expect((await all.count()).total).toBe(1100)
  expect((await all.where({ odd: 1 }).count()).total).toBe(550)
})

test('a get comes in the order and shape that was asked', async () => {
  const page = await place.db.collection(many).orderBy('odd', 'desc').orderBy('n', 'asc').skip(2).limit(2).field({ _id: false, n: true, 'sub.a': true }).get()
  expect(page.data).toEqual([{ n: 5, sub: { a: 5 } }, { n: 7, sub: { a: 7 } }])
})

test('an answer above 1 MB is refused', async () => {
  const large = await place.collection('large', [{ _id: 'a', text: 'x'.repeat(600_000) }])
  await place.db.collection(large).add({ data: { _id: 'b', text: 'x'.repeat(600_000) } })
  await expect(place.db.collection(large).get()).rejects.toMatchObject({ errCode: -501001 })
  expect((await place.db.collection(large).limit(1).get()).data).toHaveLength(1)
})

test('operators that MongoDB does not know, and scripts, are refused', async () => {
  await expect(ids({ n: { $nearly: 1 } })).rejects.toMatchObject({ errCode: -502001 })
  await expect(ids({ $where: 'true' })).rejects.toMatchObject({ errCode: -502001 })
  await expect(ids({ n: { $in: 1 } })).rejects.toMatchObject({ errCode: -502001 })
})

test('all that match are removed, and counted', async () => {
  const some = await place.collection('removed', [{ k: 1 }, { k: 1 }, { k: 2 }])
  expect((await place.db.collection(some).where({ k: 1 }).remove()).stats).toEqual({ removed: 2 })
  expect((await place.db.collection(some).count()).total).toBe(1)
})

test('within an area lies what its outline holds, and its holes leave out', async () => {
  const { command, Geo } = place.db
  const places = await place.collection('places', [
    { _id: 'hall', at: Geo.Point(2, 2) },
    { _id: 'well', at: Geo.Point(5, 5) },
    { _id: 'far', at: Geo.Point(30, 30) },
    { _id: 'none' },
  ])
  const ring = (line: readonly (readonly [number, number])[]) => Geo.LineString(line.map(([x, y]) => Geo.Point(x, y)))
  const block = ring([[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]])
  const courtyard = ring([[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]])
  const within = async (geometry: object) => (await place.db.collection(places).where({ at: command.geoWithin({ geometry } as never) }).orderBy('_id', 'asc').get()).data.map(({ _id }) => _id)
  expect(await within(Geo.Polygon([block]))).toEqual(['hall', 'well'])
  expect(await within(Geo.Polygon([block, courtyard]))).toEqual(['hall'])
})

test('near a point lies what the index of the field finds between two distances, the nearest first', async () => {
  const { command, Geo } = place.db
  // One degree of a great circle is 111 km: they stand 111, 315 and 786 km from the middle.
  const { name, run } = await place.placed([{ k: 'well', at: Geo.Point(5, 5) }, { k: 'gate', at: Geo.Point(0, 1) }, { k: 'hall', at: Geo.Point(2, 2) }])
  const near = async (more: object) => (await place.db.collection(name).where({ run, at: command.geoNear({ geometry: Geo.Point(0, 0), ...more } as never) }).get()).data.map(({ k }) => k)
  expect(await near({ maxDistance: 900_000, minDistance: 0 })).toEqual(['gate', 'hall', 'well'])
  expect(await near({ maxDistance: 320_000, minDistance: 200_000 })).toEqual(['hall'])
  const { list } = await place.db.collection(name).aggregate().geoNear({ near: Geo.Point(0, 0), distanceField: 'metres', spherical: true, maxDistance: 320_000 }).match({ run }).project({ _id: 0, k: 1, metres: 1 }).end()
  expect(list).toEqual([{ k: 'gate', metres: expect.closeTo(111_319, -2) as number }, { k: 'hall', metres: expect.closeTo(314_800, -3) as number }])
})

test('a point lies on the same point and in the areas around it', async () => {
  const { command, Geo } = place.db
  const points = await place.collection('points', [{ _id: 'hall', at: Geo.Point(2, 2) }, { _id: 'far', at: Geo.Point(30, 30) }])
  const meets = async (geometry: object) => (await place.db.collection(points).where({ at: command.geoIntersects({ geometry } as never) }).get()).data.map(({ _id }) => _id)
  expect(await meets(Geo.Point(2, 2))).toEqual(['hall'])
  expect(await meets(Geo.Polygon([Geo.LineString([[0, 0], [10, 0], [10, 10], [0, 0]].map(([x, y]) => Geo.Point(x!, y!)))]))).toEqual(['hall'])
})

test('near a point asks for an index of the field', async () => {
  const { command, Geo } = place.db
  const query = { at: command.geoNear({ geometry: Geo.Point(0, 0), maxDistance: 1000, minDistance: 0 }) }
  await expect(place.db.collection(lists).where(query).get()).rejects.toMatchObject({ errCode: expect.any(Number) })
})
