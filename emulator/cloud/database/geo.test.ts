import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Db } from '../fixtures/open-test-cloud'
import type { Cloud } from '../start-cloud'

let cloud: Cloud
let db: Db
const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })
// A block with a courtyard, and what lies around it
const block = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]
const courtyard = [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]
beforeAll(async () => {
  cloud = await openTestCloud({ indexes: { places: [{ fields: { place: '2dsphere' } }], plain: [] } })
  db = sdkOf(cloud).database()
  cloud.db.insertMany('places', [
    { _id: 'gate', place: point(0, 1) },
    { _id: 'hall', place: point(2, 2) },
    { _id: 'well', place: point(5, 5) },
    { _id: 'far', place: point(30, 30) },
    { _id: 'door', place: point(9, 1) },
    { _id: 'none' },
  ])
})
afterAll(() => cloud.stop())

const ids = async (condition: object) => (await db.collection('places').where({ place: condition }).get()).data.map(({ _id }) => _id)
const ring = (line: number[][]) => db.Geo.LineString(line.map(([x, y]) => db.Geo.Point(x!, y!)))
const around = () => db.Geo.Polygon([ring(block), ring(courtyard)])

test('near gives what lies between two distances, the nearest first', async () => {
  const { command, Geo } = db
  // One degree of a great circle is 111.3 km: gate 111, hall 315
  expect(await ids(command.geoNear({ geometry: Geo.Point(0, 0), maxDistance: 320_000 }))).toEqual(['gate', 'hall'])
  expect(await ids(command.geoNear({ geometry: Geo.Point(0, 0), minDistance: 200_000, maxDistance: 320_000 }))).toEqual(['hall'])
  expect((await ids(command.geoNear({ geometry: Geo.Point(30, 30) })))[0]).toBe('far')
  const { list } = await db.collection('places').aggregate()
    .geoNear({ near: Geo.Point(0, 0), distanceField: 'metres', spherical: true, maxDistance: 150_000 }).project({ metres: 1 }).end()
  expect(list).toEqual([{ _id: 'gate', metres: expect.closeTo(111_319, -1) as number }])
})

test('within leaves out the courtyard and what is elsewhere; the edge belongs to it', async () => {
  expect((await ids(db.command.geoWithin({ geometry: around() }))).sort()).toEqual(['door', 'gate', 'hall'])
  const round = db.command.geoWithin({ centerSphere: [db.Geo.Point(0, 0), 320 / 6378.1] } as never)
  expect((await ids(round)).sort()).toEqual(['gate', 'hall'])
})

test('a point intersects an area that it lies in, and a point that is the same', async () => {
  expect((await ids(db.command.geoIntersects({ geometry: around() }))).sort()).toEqual(['door', 'gate', 'hall'])
  expect(await ids(db.command.geoIntersects({ geometry: db.Geo.Point(2, 2) }))).toEqual(['hall'])
})

test('shapes that the emulator does not know are refused, where they are asked with and where they are stored', async () => {
  const line = ring([[0, 3], [3, 0]])
  await expect(ids(db.command.geoIntersects({ geometry: line }))).rejects.toThrow(/does not know/)
  await expect(ids({ $geoWithin: { $geometry: { type: 'MultiPolygon', coordinates: [[block]] } } })).rejects.toThrow(/does not know/)
  for (const shape of [line, around()]) await expect(db.collection('places').add({ data: { place: shape } })).rejects.toThrow(/knows Points/)
  cloud.db.insertMany('plain', [{ _id: 'area', place: { type: 'Polygon', coordinates: [block] } }])
  await expect(db.collection('plain').where({ place: db.command.geoIntersects({ geometry: db.Geo.Point(2, 2) }) }).get()).rejects.toThrow(/knows Points/)
  await expect(db.collection('places').aggregate().geoNear({ near: db.Geo.Point(0, 0), distanceField: 'd', query: {} }).end()).rejects.toThrow(/unrecognized option/)
})

test('without a declared geo index there is no near, and what is no place is not put under one', async () => {
  const near = db.command.geoNear({ geometry: db.Geo.Point(0, 0) })
  await expect(db.collection('plain').where({ place: near }).get()).rejects.toThrow(/unable to find index.*"place": "2dsphere"/)
  await expect(db.collection('places').where(db.command.or([{ place: near }, { _id: 'hall' }])).get()).rejects.toThrow(/not allowed/)
  await expect(db.collection('places').add({ data: { place: [200, 0] } })).rejects.toThrow(/geo keys/)
  await expect(db.collection('places').add({ data: { place: [point(1, 1)] } })).rejects.toThrow(/geo keys/)
  await expect(db.collection('places').add({ data: { place: point(0, 91) } })).rejects.toThrow(/geo keys/)
  await expect(ids({ $geoWithin: { $geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [2, 0]]] } } })).rejects.toThrow(/closed rings/)
  await expect(db.collection('places').aggregate().limit(1).geoNear({ near: db.Geo.Point(0, 0), distanceField: 'd' }).end()).rejects.toThrow(/first stage/)
})
