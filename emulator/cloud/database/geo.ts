import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import { anyAt } from './values'

type Position = readonly [longitude: number, latitude: number]
type Edge = readonly [Position, Position]
/** A Point is one corner without edges; of Polygons those of one ring are known, all other shapes are refused. */
interface Place {
  corners: Position[]
  edges: Edge[]
}
/** A condition $nearSphere: what it asks of a field, and the point that the documents are ordered by. */
export interface Near {
  field: string
  point: Position
  test(value: unknown): boolean
}

/** The radius that MongoDB reckons with, in metres. */
const EARTH = 6_378_100
const OTHER_SHAPES = ['MultiPoint', 'LineString', 'MultiLineString', 'MultiPolygon', 'GeometryCollection']

/** The place that GeoJSON means, or nothing where it is none. Edges are straight lines on the map, not great circles. */
export function placeOf(value: unknown): Place | undefined {
  if (!isObject(value) || typeof value.type !== 'string') return undefined
  const coordinates = Array.isArray(value.coordinates) ? (value.coordinates as unknown[]) : []
  if (OTHER_SHAPES.includes(value.type) || (value.type === 'Polygon' && coordinates.length > 1)) {
    throw requestFailed(`the emulator knows a Point and a Polygon without holes, not this ${value.type}`)
  }
  const corners = value.type === 'Point' ? [coordinates] : value.type === 'Polygon' && Array.isArray(coordinates[0]) ? (coordinates[0] as unknown[]) : []
  if (corners.length === 0 || !corners.every(isPosition)) return undefined
  if (value.type === 'Polygon' && (corners.length < 4 || !same(corners[0]!, corners.at(-1)!))) return undefined
  return { corners, edges: corners.slice(1).map((corner, i): Edge => [corners[i]!, corner]) }
}

export function nearOf(field: string, operand: unknown): Near {
  const { $geometry, $minDistance: least = 0, $maxDistance: most = Infinity, ...others } = isObject(operand) ? operand : {}
  const centre = placeOf($geometry)
  if (centre?.corners.length !== 1 || Object.keys(others).length > 0) throw requestFailed('$nearSphere needs a Point as $geometry')
  if (!isDistance(least) || !isDistance(most)) throw requestFailed('$minDistance and $maxDistance must be non-negative numbers')
  const point = centre.corners[0]!
  return {
    field,
    point,
    test(value) {
      const place = placeOf(value)
      const distance = place ? distanceTo(place, point) : NaN
      return distance >= least && distance <= most
    },
  }
}

/** Metres from the point to what the field holds; of several places the nearest counts. */
export function distanceOf(document: Document, { field, point }: Near): number {
  let nearest = Infinity
  anyAt(document, field.split('.'), (value) => {
    for (const place of [value].flat().map(placeOf)) nearest = Math.min(nearest, place ? distanceTo(place, point) : Infinity)
    return false
  })
  return nearest
}

export function within(operand: unknown): (value: unknown) => boolean {
  if (isObject(operand) && operand.$centerSphere !== undefined) return withinCircle(operand.$centerSphere)
  const area = geometryOf(operand, '$geoWithin')
  if (area.edges.length === 0) throw requestFailed('$geoWithin needs a Polygon')
  return (value) => {
    const place = placeOf(value)
    if (!place?.corners.every((corner) => covers(area, corner))) return false
    // Between two corners inside, an edge can still lead through the outside
    return place.edges.every(([a, b]) => covers(area, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]) && !area.edges.some((edge) => cross([a, b], edge)))
  }
}

export function intersects(operand: unknown): (value: unknown) => boolean {
  const area = geometryOf(operand, '$geoIntersects')
  return (value) => {
    const place = placeOf(value)
    if (!place) return false
    return (
      place.corners.some((corner) => covers(area, corner)) ||
      area.corners.some((corner) => covers(place, corner)) ||
      place.edges.some((edge) => area.edges.some((other) => cross(edge, other)))
    )
  }
}

function withinCircle(operand: unknown): (value: unknown) => boolean {
  const [coordinates, radians] = Array.isArray(operand) ? (operand as unknown[]) : []
  const centre = placeOf({ type: 'Point', coordinates })?.corners[0]
  if (!centre || !isDistance(radians)) throw requestFailed('$centerSphere needs a point and a radius')
  return (value) => placeOf(value)?.corners.every((corner) => haversine(centre, corner) <= radians * EARTH) ?? false
}

function geometryOf(operand: unknown, operator: string): Place {
  const place = isObject(operand) && Object.keys(operand).length === 1 ? placeOf(operand.$geometry) : undefined
  if (!place) throw requestFailed(`${operator} needs GeoJSON as $geometry`)
  return place
}

const isDistance = (value: unknown): value is number => typeof value === 'number' && value >= 0
const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1]

function isPosition(value: unknown): value is Position {
  const inRange = (part: unknown, most: number) => typeof part === 'number' && Math.abs(part) <= most
  return Array.isArray(value) && value.length === 2 && inRange(value[0], 180) && inRange(value[1], 90)
}

/** To the nearest corner, or 0 inside. */
function distanceTo(place: Place, point: Position): number {
  return covers(place, point) ? 0 : Math.min(...place.corners.map((corner) => haversine(point, corner)))
}

function haversine(a: Position, b: Position): number {
  const [x1, y1, x2, y2] = [...a, ...b].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number, number]
  const half = Math.sin((y2 - y1) / 2) ** 2 + Math.cos(y1) * Math.cos(y2) * Math.sin((x2 - x1) / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** On a corner, on an edge, or inside: an odd number of edges lies to the east. */
function covers({ corners, edges }: Place, position: Position): boolean {
  const [x, y] = position
  if (corners.some((corner) => same(corner, position)) || edges.some((edge) => isOn(edge, position))) return true
  return edges.filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax).length % 2 === 1
}

/** Twice the area of the triangle: which side of a-b the position is on. */
const side = (a: Position, b: Position, [x, y]: Position) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])

function isOn([a, b]: Edge, position: Position): boolean {
  return side(a, b, position) === 0 && position.every((part, axis) => part >= Math.min(a[axis]!, b[axis]!) && part <= Math.max(a[axis]!, b[axis]!))
}

/** Truly through one another; touching ends are found by the corners. */
function cross([a, b]: Edge, [c, d]: Edge): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
