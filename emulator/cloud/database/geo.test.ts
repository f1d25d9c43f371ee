import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Db } from '../open-test-cloud'
import type { Cloud } from '../start-cloud'

let cloud: Cloud
let db: Db
const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })
// A block in the form of an L, and what lies around it
const block = [[0, 0], [10, 0], [10, 4], [4, 4], [4, 10], [0, 10], [0, 0]]
const polygon = (...ring: number[][]) => ({ type: 'Polygon', coordinates: [ring] })
beforeAll(async () => {
  cloud = await openTestCloud({ indexes: { places: [{ fields: { place: '2dsphere' } }], plain: [] } })
  db = sdkOf(cloud).database()
  cloud.db.insertMany('places', [
    { _id: 'gate', place: point(0, 1) },
    { _id: 'hall', place: point(2, 2) },
    { _id: 'well', place: point(5, 5) },
    { _id: 'far', place: point(30, 30) },
    { _id: 'yard', place: polygon([1, 1], [3, 1], [3, 3], [1, 3], [1, 1]) },
    { _id: 'bridge', place: polygon([1, 9], [9, 1], [9, 2], [1, 9]) },
    { _id: 'wide', place: polygon([-5, 5], [15, 5], [15, 6], [-5, 5]) },
    { _id: 'none' },
  ])
})
afterAll(() => cloud.stop())

const ids = async (condition: object) => (await db.collection('places').where({ place: condition }).get()).data.map(({ _id }) => _id)
const area = (ring: number[][]) => db.Geo.Polygon([db.Geo.LineString(ring.map(([x, y]) => db.Geo.Point(x!, y!)))])

test('near gives what lies between two distances, the nearest first', async () => {
  const { command, Geo } = db
  // One degree of a great circle is 111.3 km: gate 111, the yard's corner 157, hall 315
  expect(await ids(command.geoNear({ geometry: Geo.Point(0, 0), maxDistance: 320_000 }))).toEqual(['gate', 'yard', 'hall'])
  expect(await ids(command.geoNear({ geometry: Geo.Point(0, 0), minDistance: 200_000, maxDistance: 320_000 }))).toEqual(['hall'])
  expect((await ids(command.geoNear({ geometry: Geo.Point(30, 30) })))[0]).toBe('far')
  expect((await ids(command.geoNear({ geometry: Geo.Point(2, 2), maxDistance: 1 }))).sort()).toEqual(['hall', 'yard']) // inside of it
  const { list } = await db.collection('places').aggregate()
    .geoNear({ near: Geo.Point(0, 0), distanceField: 'metres', spherical: true, maxDistance: 150_000 }).project({ metres: 1 }).end()
  expect(list).toEqual([{ _id: 'gate', metres: expect.closeTo(111_319, -1) as number }])
})

test('within leaves out what crosses the wall, also between two corners inside, and what is elsewhere', async () => {
  expect((await ids(db.command.geoWithin({ geometry: area(block) }))).sort()).toEqual(['gate', 'hall', 'yard'])
  const round = db.command.geoWithin({ centerSphere: [db.Geo.Point(0, 0), 320 / 6378.1] } as never)
  expect((await ids(round)).sort()).toEqual(['gate', 'hall']) // the yard ends outside
})

test('intersecting is to touch, to cross or to lie inside', async () => {
  const { command, Geo } = db
  expect((await ids(command.geoIntersects({ geometry: area(block) }))).sort()).toEqual(['bridge', 'gate', 'hall', 'wide', 'yard'])
  expect((await ids(command.geoIntersects({ geometry: Geo.Point(2, 2) }))).sort()).toEqual(['hall', 'yard'])
  expect((await ids(command.geoIntersects({ geometry: area([[2, -1], [2.5, -1], [2.5, 12], [2, -1]]) }))).sort()).toEqual(['bridge', 'wide', 'yard'])
})

test('shapes that the emulator does not know are refused, where they are asked with and where they are stored', async () => {
  const line = db.Geo.LineString([db.Geo.Point(0, 3), db.Geo.Point(3, 0)])
  const holed = { type: 'Polygon', coordinates: [block, block] }
  await expect(ids(db.command.geoIntersects({ geometry: line }))).rejects.toThrow(/Point and a Polygon without holes/)
  await expect(ids({ $geoWithin: { $geometry: holed } })).rejects.toThrow(/without holes/)
  await expect(db.collection('places').add({ data: { place: line } })).rejects.toThrow(/LineString/)
  await expect(db.collection('places').add({ data: { place: holed } })).rejects.toThrow(/without holes/)
  await expect(db.collection('places').aggregate().geoNear({ near: db.Geo.Point(0, 0), distanceField: 'd', query: {} }).end()).rejects.toThrow(/unrecognized option/)
})

test('without a declared geo index there is no near, and what is no place is not put under one', async () => {
  const near = db.command.geoNear({ geometry: db.Geo.Point(0, 0) })
  await expect(db.collection('plain').where({ place: near }).get()).rejects.toThrow(/unable to find index.*"place": "2dsphere"/)
  await expect(db.collection('places').where(db.command.or([{ place: near }, { _id: 'hall' }])).get()).rejects.toThrow(/not allowed/)
  await expect(db.collection('places').add({ data: { place: [200, 0] } })).rejects.toThrow(/geo keys/)
  await expect(db.collection('places').add({ data: { place: { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [2, 0]]] } } })).rejects.toThrow(/geo keys/)
  await expect(db.collection('places').aggregate().limit(1).geoNear({ near: db.Geo.Point(0, 0), distanceField: 'd' }).end()).rejects.toThrow(/first stage/)
})
