import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Db } from '../open-test-cloud'
import type { Cloud } from '../start-cloud'

let cloud: Cloud
let db: Db
const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })
// A block with a courtyard, and what lies around it
const courtyard = [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]]
beforeAll(async () => {
  cloud = await openTestCloud({ indexes: { places: [{ fields: { place: '2dsphere' } }], plain: [] } })
  db = sdkOf(cloud).database()
  cloud.db.insertMany('places', [
    { _id: 'gate', place: point(0, 1) },
    { _id: 'hall', place: point(2, 2) },
    { _id: 'well', place: point(5, 5) },
    { _id: 'far', place: point(30, 30) },
    { _id: 'walk', place: { type: 'LineString', coordinates: [[1, 1], [3, 3]] } },
    { _id: 'cut', place: { type: 'LineString', coordinates: [[-5, 5], [15, 5]] } },
    { _id: 'yard', place: { type: 'Polygon', coordinates: [[[4.5, 4.5], [5.5, 4.5], [5.5, 5.5], [4.5, 5.5], [4.5, 4.5]]] } },
    { _id: 'doors', place: { type: 'MultiPoint', coordinates: [[1, 9], [9, 1]] } },
    { _id: 'none' },
  ])
})
afterAll(() => cloud.stop())

const ids = async (condition: object) => (await db.collection('places').where({ place: condition }).get()).data.map(({ _id }) => _id)
const ring = (line: number[][]) => db.Geo.LineString(line.map(([x, y]) => db.Geo.Point(x!, y!)))
const block = () => db.Geo.Polygon(courtyard.map(ring))

test('near gives what lies between two distances, the nearest first', async () => {
  const { command, Geo } = db
  // One degree of a great circle is 111.3 km: gate 111, the walk's beginning 157, hall 315
  expect(await ids(command.geoNear({ geometry: Geo.Point(0, 0), maxDistance: 320_000 }))).toEqual(['gate', 'walk', 'hall'])
  expect(await ids(command.geoNear({ geometry: Geo.Point(0, 0), minDistance: 200_000, maxDistance: 320_000 }))).toEqual(['hall'])
  expect((await ids(command.geoNear({ geometry: Geo.Point(30, 30) })))[0]).toBe('far')
  const { list } = await db.collection('places').aggregate()
    .geoNear({ near: Geo.Point(0, 0), distanceField: 'metres', spherical: true, maxDistance: 150_000 }).project({ metres: 1 }).end()
  expect(list).toEqual([{ _id: 'gate', metres: expect.closeTo(111_319, -1) as number }])
})

test('within leaves out the courtyard, what crosses the wall, and what is elsewhere', async () => {
  expect((await ids(db.command.geoWithin({ geometry: block() }))).sort()).toEqual(['doors', 'gate', 'hall', 'walk'])
  const round = db.command.geoWithin({ centerSphere: [db.Geo.Point(0, 0), 320 / 6378.1] } as never)
  expect((await ids(round)).sort()).toEqual(['gate', 'hall']) // the walk ends outside
})

test('intersecting is to touch, to cross or to lie inside', async () => {
  const { command, Geo } = db
  expect((await ids(command.geoIntersects({ geometry: block() }))).sort()).toEqual(['cut', 'doors', 'gate', 'hall', 'walk'])
  expect((await ids(command.geoIntersects({ geometry: Geo.Point(2, 2) }))).sort()).toEqual(['hall', 'walk'])
  expect((await ids(command.geoIntersects({ geometry: ring([[0, 3], [3, 0]]) }))).sort()).toEqual(['walk'])
})

test('without a declared geo index there is no near, and what is no place is not put under one', async () => {
  const near = db.command.geoNear({ geometry: db.Geo.Point(0, 0) })
  await expect(db.collection('plain').where({ place: near }).get()).rejects.toThrow(/unable to find index.*"place": "2dsphere"/)
  await expect(db.collection('places').where(db.command.or([{ place: near }, { _id: 'hall' }])).get()).rejects.toThrow(/not allowed/)
  await expect(db.collection('places').add({ data: { place: [200, 0] } })).rejects.toThrow(/geo keys/)
  await expect(db.collection('places').add({ data: { place: { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [2, 0]]] } } })).rejects.toThrow(/geo keys/)
  await expect(db.collection('places').aggregate().limit(1).geoNear({ near: db.Geo.Point(0, 0), distanceField: 'd' }).end()).rejects.toThrow(/first stage/)
})
