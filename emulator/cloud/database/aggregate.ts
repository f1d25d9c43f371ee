import { requestFailed } from '../failure'
import { underCeiling } from './ceiling'
import { isObject, type Document } from './ejson'
import { refill, spend } from './expressions'
import { distanceOf, nearOf, type Near } from './geo'
import { fieldsOf, nameOf, runOf } from './stages'

/** What an aggregate without its own limit returns in production, and one with. */
const UNLIMITED = 20
const MOST = 10_000

type Read = (collection: string, query: Document) => Document[]

/** `exists` throws for a collection that there is not. */
export function requireStages(stages: unknown[], exists: (collection: string) => void): asserts stages is Document[] {
  for (const [i, stage] of stages.entries()) {
    const [name = '', ...others] = isObject(stage) ? Object.keys(stage) : []
    if (!isObject(stage) || name === '' || others.length > 0) throw requestFailed('a pipeline stage must be an object of exactly one field')
    if (name === '$geoNear' && i === 0) continue // which documents it starts from: nearStage
    if (name === '$geoNear') throw requestFailed('$geoNear is only valid as the first stage in a pipeline')
    runOf(stage)
    if (isObject(stage.$lookup)) exists(String(stage.$lookup.from))
  }
}

/**
 * What comes out of the stages. `places`: the collection's fields under a geo index. `read` gives copies of the documents that match:
 * some stages write into them.
 */
export function aggregated(stages: Document[], collection: string, places: string[], read: Read): Document[] {
  const [first = {}, ...others] = stages
  const around = nearStage(first, collection, places)
  const found = read(collection, around?.query ?? (isObject(first.$match) ? first.$match : {}))
  const source = around ? found.map((document) => ({ ...document, [around.distanceField]: distanceOf(document, around.near) })) : found
  const joins = stages.map(({ $lookup }) => $lookup).filter(isObject)
  const joined = new Map(joins.map(({ from }) => [String(from), read(String(from), {})]))
  return underCeiling(() => {
    refill()
    const results = (around ? others : stages).map(runOf).reduce((documents, run) => {
      const next = run(documents, (name) => joined.get(name) ?? [])
      spend(next.length)
      return next
    }, source)
    const last = (name: string) => stages.map((stage) => name in stage).lastIndexOf(true)
    return results.slice(0, last('$limit') > last('$unwind') ? MOST : UNLIMITED) // a limit says nothing of what is unwound after it
  })
}

/** A first stage $geoNear as a query: the documents around a point, each to be shown with its distance. */
function nearStage({ $geoNear }: Document, collection: string, places: string[]): { query: Document; near: Near; distanceField: string } | undefined {
  if ($geoNear === undefined) return undefined
  const { near, distanceField, maxDistance, key = places.length === 1 ? places[0] : undefined, spherical = true } =
    fieldsOf('$geoNear', $geoNear, ['near', 'distanceField', 'maxDistance', 'key', 'spherical'])
  if (typeof key !== 'string') throw requestFailed(`$geoNear needs a key, or one 2dsphere index on "${collection}": it has ${places.length}`)
  if (spherical !== true) throw requestFailed('$geoNear on a 2dsphere index is spherical')
  const around = { $geometry: near, ...(maxDistance !== undefined && { $maxDistance: maxDistance }) }
  return { query: { [key]: { $nearSphere: around } }, near: nearOf(key, around), distanceField: nameOf('$geoNear', distanceField) }
}
