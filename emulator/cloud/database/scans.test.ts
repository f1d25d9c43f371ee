import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf, type Db } from '../fixtures/open-test-cloud'
import type { Cloud } from '../start-cloud'
import type { Declaration } from './indexes'

let cloud: Cloud
let db: Db
beforeAll(async () => {
  cloud = await openTestCloud({
    mostScanned: 200,
    indexes: { events: [{ fields: { unitId: 1, startsAt: 1 } }, { fields: { kind: 1 } }, { fields: { 'host.name': 1 } }, { fields: { tags: 1 } }], few: [] },
  })
  db = sdkOf(cloud).database()
  const made = Array.from({ length: 812 }, (_, i) => ({
    _id: `e${String(i).padStart(3, '0')}`, unitId: `u${i % 9}`, startsAt: new Date(i * 1000), kind: i % 4 === 0 ? null : `k${i % 4}`, n: i, tags: ['a', `t${i}`], host: { name: `h${i % 50}` },
  }))
  cloud.db.insertMany('events', made)
  cloud.db.insertMany('few', made.slice(0, 150))
})
afterAll(() => cloud.stop())

const where = (query: object) => db.collection('events').where(query)

test('what an index covers runs, and finds the same as a look at every document', async () => {
  const _ = db.command
  const total = async (query: object) => (await where(query).count()).total
  expect(await total({ unitId: 'u1' })).toBe(91)
  expect(await total({ unitId: 'u1', n: _.lt(100) })).toBe(11)
  expect(await total({ unitId: _.in(['u1', 'u2']), startsAt: _.gte(new Date(800_000)) })).toBe(3)
  expect(await total({ kind: null })).toBe(203)
  expect(await total({ kind: _.exists(false) })).toBe(0)
  expect(await total({ kind: _.in(['k1', null]) })).toBe(406)
  expect(await total({ _id: _.gte('e800') })).toBe(12)
  expect(await total({ _id: _.gt('e001').and(_.lt('e004')) })).toBe(2)
  expect(await total(_.or([{ unitId: 'u1' }, { kind: 'k2' }]))).toBe(271)
  expect(await total(_.and([{ host: { name: 'h7' } }, { n: _.gt(500) }]))).toBe(7)
  expect(await total({ tags: 't5' })).toBe(1)
  expect(await total({ kind: /^k3/ })).toBe(203)
  expect((await db.collection('events').orderBy('kind', 'desc').limit(3).get()).data).toHaveLength(3)
  expect((await db.collection('events').limit(1000).get()).data).toHaveLength(812)
  expect((await db.collection('events').count()).total).toBe(812)
  expect((await db.collection('events').aggregate().match({ kind: 'k1' }).group({ _id: '$unitId' }).end()).list).toHaveLength(9)
  expect((await db.collection('few').where({ n: 3 }).get()).data).toHaveLength(1)
})

test('what would look at more documents without an index fails and names the index to add', async () => {
  const _ = db.command
  const message = (index: string) => new RegExp(`scans 812 documents of "events" without an index: add ${index.replace(/[{}]/g, '\\$&')} to "events"`)
  await expect(where({ n: 3 }).get()).rejects.toThrow(message('{ "fields": { "n": 1 } }'))
  await expect(where({ startsAt: _.gt(new Date(5)), n: 3 }).orderBy('place', 'desc').get()).rejects.toThrow(message('{ "fields": { "n": 1, "place": -1, "startsAt": 1 } }'))
  await expect(where({ n: 3 }).count()).rejects.toMatchObject({ errCode: -502001 })
  await expect(where({ n: 3 }).update({ data: { n: 4 } })).rejects.toThrow(message('{ "fields": { "n": 1 } }'))
  await expect(where({ n: 3 }).remove()).rejects.toThrow(message('{ "fields": { "n": 1 } }'))
  await expect(where(_.or([{ unitId: 'u1' }, { n: 3 }])).get()).rejects.toThrow(/scans 812/)
  for (const pattern of [/k3/, /^K3/i, /^k3/m, /^k1|3/, /^k?3/, /^k*3/, /^k{0,1}3/]) await expect(where({ kind: pattern }).get(), String(pattern)).rejects.toThrow(/scans 812/)
  await expect(where({ kind: { $regex: '^K3', $options: 'i' } }).get()).rejects.toThrow(/scans 812/)
  await expect(where({ kind: _.neq('k1') }).get()).rejects.toThrow(message('{ "fields": { "kind": 1 } }'))
  await expect(db.collection('events').orderBy('n', 'asc').limit(1).get()).rejects.toThrow(message('{ "fields": { "n": 1 } }'))
  await expect(db.collection('events').skip(250).limit(10).get()).rejects.toThrow(/scans 250/)
  await expect(db.collection('events').aggregate().match({ n: 3 }).end()).rejects.toThrow(message('{ "fields": { "n": 1 } }'))
  const join = db.collection('few').aggregate().lookup({ from: 'events', localField: 'n', foreignField: 'n', as: 'same' })
  await expect(join.end()).rejects.toThrow(message('{ "fields": { "n": 1 } }'))
  expect(cloud.db.find('events', { n: 3 })).toHaveLength(1) // seeds and tests look where they like
})

test('what no environment can have is not opened, in a sentence', async () => {
  const opening = (indexes: Declaration) => openTestCloud({ indexes }).then((opened) => opened.stop())
  const many = <T>(count: number, make: (i: number) => [string, T]) => Object.fromEntries(Array.from({ length: count }, (_, i) => make(i)))
  await expect(opening(many(101, (i) => [`c${i}`, []]))).rejects.toThrow('101 collections are declared: WeChat cloud has at most 100.')
  await expect(opening({ c: Array.from({ length: 101 }, (_, i) => ({ fields: { [`f${i}`]: 1 as const } })) })).rejects.toThrow('101 indexes')
  await expect(opening({ c: [{ fields: many(32, (i) => [`f${i}`, 1 as const]) }] })).rejects.toThrow('32 fields')
  await expect(opening({ c: [{ fields: { "a'b": 1 } }] })).rejects.toThrow('which is not a field')
})

test('a collection beyond the hundredth is not made', async () => {
  const full = await openTestCloud({ indexes: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`c${i}`, []])) })
  await expect(sdkOf(full).database().createCollection('c100')).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_EXCEED_LIMIT' })
  await full.stop()
  sdkOf(cloud)
})
