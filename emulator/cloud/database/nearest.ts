import { requestFailed } from '../failure'
import { isObject, type Document } from './ejson'
import { distanceTo } from './geo'
import { matcherOf, type Matcher } from './matcher'
import { fieldsOf } from './stages'
import { anyAt } from './values'

type Nearness = NonNullable<Matcher['near']>

export function byDistance<T>(items: T[], near: Nearness, documentOf: (item: T) => Document): T[] {
  const measured = items.map((item) => ({ item, distance: distanceOf(documentOf(item), near) }))
  return measured.sort((a, b) => a.distance - b.distance).map(({ item }) => item)
}

/** Metres from the point; of several places in one field the nearest counts. */
export function distanceOf(document: Document, { field, point }: Nearness): number {
  let nearest = Infinity
  anyAt(document, field.split('.'), (value) => {
    for (const place of Array.isArray(value) ? value : [value]) nearest = Math.min(nearest, distanceTo(point, place) ?? Infinity)
    return false
  })
  return nearest
}

const KNOWN = ['near', 'distanceField', 'spherical', 'limit', 'num', 'maxDistance', 'minDistance', 'query', 'key']

/** $geoNear as a query, and what it shows of each document. `places` are the fields under a geo index. */
export function nearStage(operand: unknown, places: string[], collection: string) {
  const { near, distanceField, limit, num, maxDistance, minDistance, query = {}, key } = fieldsOf('$geoNear', operand, KNOWN)
  const field = key ?? (places.length === 1 ? places[0] : undefined)
  const most = limit ?? num ?? Infinity
  if (typeof field !== 'string') throw requestFailed(`$geoNear needs a key, or one 2dsphere index on "${collection}": it has ${places.length}`)
  if (typeof distanceField !== 'string' || !isObject(query) || typeof most !== 'number') {
    throw requestFailed('$geoNear needs near and a distanceField')
  }
  const around = { [field]: { $nearSphere: { $geometry: near, ...(minDistance !== undefined && { $minDistance: minDistance }), ...(maxDistance !== undefined && { $maxDistance: maxDistance }) } } }
  return {
    query: { $and: [around, query] },
    most,
    near: matcherOf(around).near!,
    distanceField,
  }
}
