import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Db } from '../fixtures/open-test-cloud'
import type { Cloud } from '../start-cloud'

let cloud: Cloud
let db: Db
const start = { _id: 'n', n: 1, half: 0.5, text: '4', list: [1, [1, 2], 'x'], parts: [{ k: 1 }, { k: 2 }], o: { a: 1 }, none: null, words: ['x'] }
beforeAll(async () => {
  cloud = await openTestCloud({ indexes: { notes: [{ fields: { n: 1 } }], more: [], numbers: [] } })
  db = sdkOf(cloud).database()
  cloud.db.insertMany('notes', [start, { _id: 'other', n: 2 }])
})
afterAll(() => cloud.stop())

const notes = () => db.collection('notes')
/** As the protocol carries it, for what the SDK itself would not let through. */
async function answer(action: string, parameters: object): Promise<{ code?: string; message?: string; data?: Record<string, unknown> }> {
  const response = await fetch(cloud.adminUrl, { method: 'POST', body: JSON.stringify({ action, collectionName: 'notes', ...parameters }) })
  return (await response.json()) as { code?: string }
}
const query = (condition: unknown) => answer('database.getDocument', { query: typeof condition === 'string' ? condition : JSON.stringify(condition), queryType: 'WHERE', limit: 10 })

const QUERIES: object[][] = [
  [{ $where: 'true' }], [{ n: { $where: 'true' } }], [{ $or: [{ $where: 'true' }] }], [{ $expr: { $function: {} } }], [{ $expr: { $eq: [{ $accumulator: {} }, 1] } }],
  [{ n: { $in: 1 } }], [{ n: { $in: [{ $gt: 1 }] } }], [{ n: { $nin: 'x' } }], [{ n: { $all: 1 } }], [{ n: { $size: 'x' } }], [{ n: { $size: -1 } }], [{ n: { $mod: [2] } }],
  [{ n: { $mod: [0, 1] } }], [{ n: { $mod: ['2', 0] } }], [{ n: { $exists: 'no' } }], [{ n: { $not: 5 } }], [{ n: { $not: {} } }], [{ n: { $elemMatch: 1 } }], [{ n: { $regex: '(' } }],
  [{ n: { $regex: 'a', $options: 'q' } }], [{ n: { $options: 'i' } }], [{ n: { $gt: 1, m: 2 } }], [{ n: { $near: 1 } }], [{ n: { $all: [{ $elemMatch: { k: 1 } }] } }], [{ n: { $mod: [2.5, 0] } }], [{ n: { $nonsense: 1 } }], [{ $nonsense: 1 }], [{ $or: [] }],
  [{ $and: {} }], [{ n: { $regex: 'a'.repeat(1001) } }], [{ n: { $geoWithin: { $geometry: { type: 'Point', coordinates: [0, 0] } } } }], [{ 'a.__proto__': 1 }], [{ n: { $date: 'never' } }],
  [{ text: { $regularExpression: { pattern: '4', options: 'x' } } }], [{ text: { $regularExpression: { pattern: '4', options: 'u' } } }], [{ text: { $regex: '4', $options: 'g' } }],
]
test('a query with an unknown operator or an operand that cannot be used is refused', async () => {
  for (const [condition] of QUERIES) expect(await query(condition), JSON.stringify(condition)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
})

test('a projection shows and hides fields, and parts of lists; it computes nothing', async () => {
  const shown = (projection: object) => answer('database.getDocument', { query: '{"parts.k":2}', queryType: 'WHERE', limit: 1, projection: JSON.stringify(projection) })
  for (const projection of [{ 'parts.$': 1 }, { y: { $add: [1, 2] } }, { y: '$text' }, { y: 'abc' }, { y: null }, { parts: { $slice: 1, $elemMatch: {} } }]) {
    expect(await shown(projection), JSON.stringify(projection)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  }
  expect(await shown({ parts: { $elemMatch: { k: 2 } } })).toMatchObject({ data: { list: ['{"parts":[{"k":2}],"_id":"n"}'] } })
  expect(await shown({ list: { $slice: 1 } })).toMatchObject({ data: { list: [expect.stringMatching(/"list":\[1\]/) as string] } })
})

test('a write of many says which', async () => {
  const all = notes() as unknown as { update(change: object): Promise<unknown>; remove(): Promise<unknown> }
  await expect(all.update({ data: { half: 1 } })).rejects.toMatchObject({ errCode: -501007, errMsg: expect.stringContaining('where()') as string })
  await expect(all.remove()).rejects.toMatchObject({ errCode: -501007, errMsg: expect.stringContaining('where()') as string })
  expect(cloud.db.find('notes', { half: 0.5 })).toEqual([start])
})

test('a get gives 1,000 and an aggregate 10,000 at most, whatever is asked', async () => {
  cloud.db.insertMany('numbers', Array.from({ length: 10_001 }, (_, i) => ({ i })))
  expect((await answer('database.getDocument', { collectionName: 'numbers', query: '{}', queryType: 'WHERE', limit: 5000 })).data?.list).toHaveLength(1000)
  expect((await db.collection('numbers').aggregate().limit(20_000).project({ _id: 0, i: 1 }).end()).list).toHaveLength(10_000)
})

test('a query judges values as MongoDB does where JavaScript would not', async () => {
  const _ = db.command
  const matches = async (condition: object) => (await notes().where({ _id: 'n', ...condition }).get()).data.length === 1
  expect(await matches({ text: _.mod(2, 0) })).toBe(false) // a text is no number
  expect(await matches({ none: _.mod(2, 0) })).toBe(false)
  expect(await matches({ list: _.elemMatch({ k: 1 }) })).toBe(false) // plain values have no fields
  expect(await matches({ words: _.elemMatch({ k: _.exists(false) }) })).toBe(false)
  expect(await matches({ parts: _.elemMatch({ k: _.gt(1) }) })).toBe(true)
  expect(await matches({ list: _.elemMatch(_.gt(0)) })).toBe(true)
  expect(await matches({ parts: _.elemMatch({ k: 3 }) })).toBe(false)
  expect(await matches({ text: _.all(['4']) })).toBe(true)
  expect(await matches({ list: _.in([[1, 2]]) })).toBe(true)
  expect(await matches({ missing: _.lte(null) })).toBe(true)
  expect(await matches({ text: _.gt(3) })).toBe(false)
  expect(await matches({ constructor: _.exists(true) })).toBe(false)
  expect(await matches(_.expr({ $gt: ['$half', 0.4] }))).toBe(true)
})

const UPDATES: [object, RegExp][] = [
  [{ $set: { o: 1, 'o.a': 2 } }, /conflict at 'o'/], [{ $set: { n: 1 }, $inc: { n: 1 } }, /conflict at 'n'/], [{ $set: { 'o.b': 1 }, $rename: { text: 'o' } }, /conflict/],
  [{ $push: { list: { $each: [1], $first: 1 } } }, /Unrecognized clause/], [{ $push: { list: { $each: 1 } } }, /must be an array/], [{ $push: { list: { $each: [1], $slice: 'x' } } }, /integer/],
  [{ $push: { list: { $each: [1], $sort: 2 } } }, /\$sort/], [{ $pop: { list: 2 } }, /1 or -1/], [{ $pop: { missing: 0 } }, /1 or -1/], [{ $set: { _id: 'm' } }, /immutable/],
  [{ $rename: { n: 'n' } }, /must differ/], [{ $rename: { o: 'o.b' } }, /conflict/], [{ $rename: { 'parts.0.k': 'k' } }, /array element/], [{ $rename: { n: 'parts.0.k' } }, /array element/],
  [{ $bit: { half: { and: 1 } } }, /non-integral/], [{ $bit: { n: { and: 0.5 } } }, /\$bit/], [{ $bit: { n: { shift: 1 } } }, /\$bit/], [{ $set: { 'parts.$.k': 9 } }, /positional/],
  [{ $inc: { 'o.$.k': 9 } }, /positional/], [{ $set: { 'parts.$[].k': 9 } }, /dollar/], [{ $set: { 'parts.$[one].k': 9 } }, /dollar/], [{ $set: { $x: 1 } }, /\$x/], [{ $set: { 'o..a': 1 } }, /empty/], [{ $set: { o: { $x: 1 } } }, /\$x/],
  [{ $set: { o: { '': 1 } } }, /not a field name/], [{ $inc: { text: 1 } }, /non-numeric/], [{ $inc: { n: 'x' } }, /non-numeric/], [{ $mul: { none: 2 } }, /non-numeric/], [{ $addToSet: { n: 1 } }, /must be an array/],
  [{ $addToSet: { list: { $each: 1 } } }, /array only/], [{ $pullAll: { list: 1 } }, /array/], [{ $pull: { list: { $nonsense: 1 } } }, /unknown operator/], [{ $push: { 'n.deep': 1 } }, /Cannot create/],
  [{ $nonsense: { n: 1 } }, /Unknown modifier/], [{ $currentDate: { n: true } }, /Unknown modifier/], [{ $setOnInsert: { n: 2 } }, /Unknown modifier/], [{}, /at least one/], [{ $set: { 'list.99999': 1 } }, /backfill/], [{ $set: { o: 'x'.repeat(1_100_000) } }, /1 MB/], [{ $set: { 'o.__proto__.x': 1 } }, /__proto__/],
]
test('an update that MongoDB would not do is refused and changes nothing', async () => {
  for (const [data, why] of UPDATES) {
    const refused = await answer('database.modifyDocument', { query: '{"_id":"n"}', data: JSON.stringify(data), merge: true, multi: true })
    const which = JSON.stringify(data).slice(0, 80)
    expect(refused, which).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringMatching(why) as string })
    expect(cloud.db.find('notes', { _id: 'n' }), which).toEqual([start])
  }
})

test('an update of many stops at the document that refuses it: those before stay changed, as in MongoDB', async () => {
  cloud.db.insertMany('more', [{ _id: 'a', n: 1 }, { _id: 'b', n: 'x' }, { _id: 'c', n: 1 }])
  await expect(db.collection('more').where({ _id: db.command.exists(true) }).update({ data: { n: db.command.inc(1) } })).rejects.toThrow(/non-numeric/)
  expect(cloud.db.find('more').map(({ n }) => n)).toEqual([2, 'x', 1])
})

const STAGES: [string, unknown][] = [
  ['$sample', {}], ['$sample', { size: -1 }], ['$limit', 0], ['$skip', 'x'], ['$out', 'notes'], ['$merge', {}], ['$facet', {}], ['$group', {}], ['$group', { _id: 1, n: { $function: {} } }],
  ['$group', { _id: 1, n: { $sum: { $accumulator: {} } } }], ['$group', { _id: 1, n: 5 }], ['$project', {}], ['$project', { n: { $nonsense: 1 } }], ['$addFields', { n: { $where: 'x' } }],
  ['$addFields', { 'constructor.prototype.polluted': 1 }], ['$addFields', { n: '$__proto__.x' }], ['$match', { $where: 'true' }], ['$match', { $expr: { $function: {} } }], ['$sort', { n: 2 }], ['$sort', {}],
  ['$lookup', { from: 'unknown', localField: 'a', foreignField: 'b', as: 'c' }], ['$lookup', { from: 'notes', as: 'c' }], ['$lookup', { from: 'notes', as: 'c', pipeline: [{ $match: { $where: '1' } }] }],
  ['$lookup', { from: 'notes', as: 'c', pipeline: [{ $out: 'x' }] }], ['$unwind', 'list'], ['$unwind', {}], ['$bucket', { groupBy: '$n', boundaries: [1] }], ['$bucketAuto', { groupBy: '$n', buckets: 0 }],
  ['$replaceRoot', {}], ['$replaceRoot', { newRoot: '$n' }], ['$count', '$n'], ['$sortByCount', 'n'], ['$addFields', { n: { $ifNull: ['$n'] } }],
  // What MongoDB would do and the emulator does not
  ['$sample', { size: 3 }], ['$bucket', { groupBy: '$n', boundaries: [0, 10] }], ['$bucketAuto', { groupBy: '$n', buckets: 4 }], ['$sortByCount', '$n'],
  ['$unwind', { path: '$list', includeArrayIndex: 'at' }], ['$lookup', { from: 'notes', as: 'c', pipeline: [] }], ['$geoNear', { near: 1, distanceField: 'd', limit: 1 }],
  ['$addFields', { n: { $range: [0, 5] } }], ['$addFields', { n: { $reduce: { input: [1], initialValue: 0, in: '$$value' } } }],
  ['$addFields', { n: { $dateToString: { date: '$none', format: '%Y' } } }], ['$match', { place: { $nearSphere: { $geometry: { type: 'Point', coordinates: [0, 0] } } } }],
]
test('a stage that is unknown, malformed or without end is refused', async () => {
  for (const [stageKey, operand] of STAGES) {
    const refused = await answer('database.aggregateDocuments', { stages: [{ stageKey, stageValue: JSON.stringify(operand) }] })
    expect(refused.code, `${stageKey} ${JSON.stringify(operand)}`).toMatch(/^DATABASE_(REQUEST_FAILED|COLLECTION_NOT_EXIST)$/)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  }
})

test('an aggregate cannot double its lists and texts without end', async () => {
  const doubled = Array.from({ length: 40 }, () => ({ stageKey: '$addFields', stageValue: '{"words":{"$concatArrays":["$words","$words"]}}' }))
  const longer = Array.from({ length: 40 }, () => ({ stageKey: '$addFields', stageValue: '{"text":{"$concat":["$text","$text"]}}' }))
  expect(await answer('database.aggregateDocuments', { stages: doubled })).toMatchObject({ message: expect.stringContaining('more items') as string })
  expect(await answer('database.aggregateDocuments', { stages: longer })).toMatchObject({ message: expect.stringContaining('16 MB') as string })
})

test('a lookup cannot be multiplied without end', async () => {
  cloud.db.insertMany('more', Array.from({ length: 1500 }, () => ({ one: 1 })))
  const join = { stageKey: '$lookup', stageValue: JSON.stringify({ from: 'more', localField: 'one', foreignField: 'one', as: 'all' }) }
  const unwind = { stageKey: '$unwind', stageValue: '"$all"' }
  const refused = await answer('database.aggregateDocuments', { collectionName: 'more', stages: [join, unwind, join, unwind] })
  expect(refused).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('more items') as string })
})

test('odd field names are ordinary, and nested too deep is refused without harm', async () => {
  const odd = { _id: 'odd', constructor: { name: 5 }, toString: 'x', hasOwnProperty: 1, nested: { valueOf: [1] } }
  await answer('database.insertDocument', { data: [JSON.stringify(odd)] })
  expect(cloud.db.find('notes', { _id: 'odd', 'constructor.name': 5 })).toEqual([odd])
  await answer('database.modifyDocument', { query: '{"_id":"odd"}', data: '{"$set":{"constructor.prototype.polluted":1}}', merge: true, multi: true })
  expect(cloud.db.find('notes', { _id: 'odd' })[0]).toMatchObject({ constructor: { prototype: { polluted: 1 } } })
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
  for (const levels of [102, 10_000]) {
    for (const refused of [await query(nested(levels)), await answer('database.insertDocument', { data: [nested(levels)] })]) {
      expect(refused).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('100 levels') as string })
    }
  }
  expect(await answer('database.insertDocument', { data: ['{"__proto__":{"x":1}}'] })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  expect(await answer('database.getDocument', { query: '{}', limit: -1 })).toMatchObject({ code: 'INVALID_PARAM' })
  expect(await answer('database.getDocument', { query: '{}', offset: Number.MAX_SAFE_INTEGER })).toMatchObject({ data: { list: [] } })
})
