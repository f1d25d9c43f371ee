import { requestFailed } from '../failure'
import { isObject } from './ejson'

type Position = readonly [longitude: number, latitude: number]
type Segment = readonly [Position, Position]
/** Any GeoJSON shape, taken apart. Rings are in `segments` too; a polygon is its outer ring and then its holes. */
interface Shape {
  positions: Position[]
  points: Position[]
  segments: Segment[]
  polygons: Position[][][]
}
export interface Near {
  point: Position
  from: number
  to: number
  test(value: unknown): boolean
}

/** The radius that MongoDB reckons with, in metres. */
const EARTH = 6_378_100
/** How deep each type nests its coordinates, and which list of a shape they belong to. */
const DEPTHS: Record<string, number> = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }

/** GeoJSON as MongoDB takes it, or nothing. Edges are straight lines on the map, not great circles. */
export function shapeOf(value: unknown): Shape | undefined {
  if (!isObject(value) || typeof value.type !== 'string' || !Object.hasOwn(DEPTHS, value.type)) return undefined
  const positions: Position[] = []
  const collect = (part: unknown, depth: number): boolean => {
    if (depth > 0) return Array.isArray(part) && part.length > 0 && part.every((inner) => collect(inner, depth - 1))
    const good = Array.isArray(part) && part.length === 2 && inRange(part[0], 180) && inRange(part[1], 90)
    if (good) positions.push([Number(part[0]), Number(part[1])])
    return good
  }
  if (!collect(value.coordinates, DEPTHS[value.type]!)) return undefined
  const coordinates = value.coordinates as never
  const polygons: Position[][][] = value.type === 'Polygon' ? [coordinates] : value.type === 'MultiPolygon' ? coordinates : []
  const lines: Position[][] = value.type === 'LineString' ? [coordinates] : value.type === 'MultiLineString' ? coordinates : []
  if (!polygons.flat().every((ring) => ring.length >= 4 && same(ring[0]!, ring.at(-1)!)) || !lines.every((line) => line.length >= 2)) return undefined
  const segments = [...lines, ...polygons.flat()].flatMap((line) => line.slice(1).map((position, i): Segment => [line[i]!, position]))
  return { positions, points: value.type.endsWith('Point') ? positions : [], segments, polygons }
}

export function near(operand: unknown): Near {
  const { $geometry, $minDistance, $maxDistance, ...others } = isObject(operand) ? operand : {}
  const shape = shapeOf($geometry)
  const point = shape?.points[0]
  if (!point || (isObject($geometry) && $geometry.type !== 'Point') || Object.keys(others).length > 0) throw requestFailed('$nearSphere needs a Point as $geometry')
  const from = distanceOperand('$minDistance', $minDistance ?? 0)
  const to = distanceOperand('$maxDistance', $maxDistance ?? Infinity)
  return {
    point,
    from,
    to,
    test(value) {
      const distance = distanceTo(point, value)
      return distance !== undefined && distance >= from && distance <= to
    },
  }
}

function distanceOperand(name: string, value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0)) throw requestFailed(`${name} must be a non-negative number`)
  return value
}

/** Metres to the nearest corner of the shape, or 0 inside it. */
export function distanceTo(point: Position, value: unknown): number | undefined {
  const shape = shapeOf(value)
  if (!shape) return undefined
  return covers(shape, point) ? 0 : Math.min(...shape.positions.map((position) => haversine(point, position)))
}

export function within(operand: unknown): (value: unknown) => boolean {
  if (isObject(operand) && operand.$centerSphere !== undefined) return withinCircle(operand.$centerSphere)
  const area = geometryOf(operand, '$geoWithin')
  if (area.polygons.length === 0) throw requestFailed('$geoWithin needs a Polygon or MultiPolygon')
  const holes = area.polygons.flatMap((rings) => rings.slice(1).flat())
  return (value) => {
    const shape = shapeOf(value)
    return (
      shape !== undefined &&
      shape.positions.every((position) => covers(area, position)) &&
      shape.segments.every(([a, b]) => covers(area, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]) && !area.segments.some((edge) => cross([a, b], edge))) &&
      !holes.some((corner) => shape.polygons.some((rings) => inside(rings, corner) && !onAny(shape.segments, corner)))
    )
  }
}

export function intersects(operand: unknown): (value: unknown) => boolean {
  const other = geometryOf(operand, '$geoIntersects')
  return (value) => {
    const shape = shapeOf(value)
    if (!shape) return false
    return (
      shape.positions.some((position) => covers(other, position)) ||
      other.positions.some((position) => covers(shape, position)) ||
      shape.segments.some((segment) => other.segments.some((edge) => cross(segment, edge)))
    )
  }
}

function withinCircle(operand: unknown): (value: unknown) => boolean {
  const [centre, radians] = Array.isArray(operand) ? (operand as unknown[]) : []
  const point = shapeOf({ type: 'Point', coordinates: centre })?.points[0]
  if (!point || typeof radians !== 'number' || !(radians >= 0)) throw requestFailed('$centerSphere needs a point and a radius')
  return (value) => shapeOf(value)?.positions.every((position) => haversine(point, position) <= radians * EARTH) ?? false
}

function geometryOf(operand: unknown, operator: string): Shape {
  const shape = isObject(operand) && Object.keys(operand).length === 1 ? shapeOf(operand.$geometry) : undefined
  if (!shape) throw requestFailed(`${operator} needs GeoJSON as $geometry`)
  return shape
}

const inRange = (value: unknown, most: number) => typeof value === 'number' && Math.abs(value) <= most
const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1]

function haversine(a: Position, b: Position): number {
  const rad = Math.PI / 180
  const half = Math.sin(((b[1] - a[1]) * rad) / 2) ** 2 + Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * Math.sin(((b[0] - a[0]) * rad) / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)))
}

function covers(shape: Shape, position: Position): boolean {
  return shape.points.some((point) => same(point, position)) || onAny(shape.segments, position) || shape.polygons.some((rings) => inside(rings, position))
}

/** Inside the outer ring and outside the holes: an odd number of edges lies to the east. */
function inside(rings: Position[][], [x, y]: Position): boolean {
  let odd = false
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!
      const [bx, by] = ring[i]!
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd
    }
  }
  return odd
}

/** Twice the area of the triangle: which side of a-b the position is on. */
const side = (a: Position, b: Position, [x, y]: Position) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])

function onAny(segments: Segment[], position: Position): boolean {
  return segments.some(
    ([a, b]) =>
      side(a, b, position) === 0 &&
      position.every((part, axis) => part >= Math.min(a[axis]!, b[axis]!) && part <= Math.max(a[axis]!, b[axis]!)),
  )
}

/** Truly through one another; touching ends are found by the corners. */
function cross([a, b]: Segment, [c, d]: Segment): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
