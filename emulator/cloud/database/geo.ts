import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import { anyAt } from './values'

type Position = readonly [longitude: number, latitude: number]
/** $nearSphere: what it asks of a field, and the point that the documents are ordered by. */
export interface Near {
  field: string
  point: Position
  test(value: unknown): boolean
}

/** The radius that MongoDB reckons with, in metres. */
const EARTH = 6_378_100
const OTHER_SHAPES = ['MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']

/** Where a GeoJSON Point is; nothing where the value is no place. Other shapes are refused. */
export function pointOf(value: unknown): Position | undefined {
  if (!isObject(value)) return undefined
  if (OTHER_SHAPES.includes(String(value.type)) && ('coordinates' in value || 'geometries' in value)) {
    throw requestFailed(`the emulator knows Points in documents, not this ${String(value.type)}`)
  }
  return value.type === 'Point' && isPosition(value.coordinates) ? value.coordinates : undefined
}

export function nearOf(field: string, operand: unknown): Near {
  const { $geometry, $minDistance: least = 0, $maxDistance: most = Infinity, ...others } = isObject(operand) ? operand : {}
  const point = pointOf($geometry)
  if (!point || Object.keys(others).length > 0) throw requestFailed('$nearSphere needs a Point as $geometry')
  if (!isDistance(least) || !isDistance(most)) throw requestFailed('$minDistance and $maxDistance must be non-negative numbers')
  const distanceTo = (value: unknown) => haversine(point, pointOf(value) ?? [NaN, NaN])
  return { field, point, test: (value) => distanceTo(value) >= least && distanceTo(value) <= most }
}

/** Metres from the point to what the field holds; of several places the nearest counts. */
export function distanceOf(document: Document, { field, point }: Near): number {
  let nearest = Infinity
  anyAt(document, field.split('.'), (value) => {
    const place = pointOf(value)
    if (place) nearest = Math.min(nearest, haversine(point, place))
    return false
  })
  return nearest
}

export function byDistance<T extends { document: Document }>(rows: T[], near: Near): T[] {
  const measured = rows.map((row) => ({ row, distance: distanceOf(row.document, near) }))
  return measured.sort((a, b) => a.distance - b.distance).map(({ row }) => row)
}

export function within(operand: unknown): (value: unknown) => boolean {
  if (!isObject(operand) || operand.$centerSphere === undefined) return inside(polygonOf(operand, '$geoWithin'))
  const [coordinates, radians] = Array.isArray(operand.$centerSphere) ? (operand.$centerSphere as unknown[]) : []
  if (!isPosition(coordinates) || !isDistance(radians)) throw requestFailed('$centerSphere needs a point and a radius')
  return (value) => haversine(coordinates, pointOf(value) ?? [NaN, NaN]) <= radians * EARTH
}

/** Of Points, those that lie in the polygon, or where the other Point is. */
export function intersects(operand: unknown): (value: unknown) => boolean {
  const geometry = isObject(operand) && Object.keys(operand).length === 1 ? operand.$geometry : undefined
  if (!isObject(geometry) || geometry.type !== 'Point') return inside(polygonOf(operand, '$geoIntersects'))
  const point = pointOf(geometry)
  if (!point) throw requestFailed('$geoIntersects needs GeoJSON as $geometry')
  return (value) => haversine(point, pointOf(value) ?? [NaN, NaN]) === 0
}

/** The outer ring and the holes. Edges are straight lines on the map, not great circles. */
function polygonOf(operand: unknown, operator: string): Position[][] {
  const geometry = isObject(operand) && Object.keys(operand).length === 1 ? operand.$geometry : undefined
  const rings = isObject(geometry) && geometry.type === 'Polygon' && Array.isArray(geometry.coordinates) ? (geometry.coordinates as unknown[]) : []
  const closed = (ring: unknown): ring is Position[] =>
    Array.isArray(ring) && ring.length >= 4 && ring.every(isPosition) && String(ring[0]) === String(ring.at(-1))
  if (rings.length === 0 || !rings.every(closed)) throw requestFailed(`${operator} needs a Polygon of closed rings; more it does not know`)
  return rings
}

/** On an edge, or where an odd number of edges, those of holes too, lies to the east. */
function inside(rings: Position[][]): (value: unknown) => boolean {
  const edges = rings.flatMap((ring) => ring.slice(1).map((corner, i) => [ring[i]!, corner] as const))
  return (value) => {
    const position = pointOf(value)
    if (!position) return false
    const [x, y] = position
    const isEast = ([[ax, ay], [bx, by]]: (typeof edges)[number]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
    return edges.some(([a, b]) => isBetween(a, b, position)) || edges.filter(isEast).length % 2 === 1
  }
}

function isBetween(a: Position, b: Position, position: Position): boolean {
  const [x, y] = position
  const onTheLine = (b[0] - a[0]) * (y - a[1]) === (b[1] - a[1]) * (x - a[0])
  return onTheLine && position.every((part, axis) => part >= Math.min(a[axis]!, b[axis]!) && part <= Math.max(a[axis]!, b[axis]!))
}

const isDistance = (value: unknown): value is number => typeof value === 'number' && value >= 0

function isPosition(value: unknown): value is Position {
  const inRange = (part: unknown, most: number) => typeof part === 'number' && Math.abs(part) <= most
  return Array.isArray(value) && value.length === 2 && inRange(value[0], 180) && inRange(value[1], 90)
}

function haversine(a: Position, b: Position): number {
  const [x1, y1, x2, y2] = [...a, ...b].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number, number]
  const half = Math.sin((y2 - y1) / 2) ** 2 + Math.cos(y1) * Math.cos(y2) * Math.sin((x2 - x1) / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)))
}
