import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from './place'

let place: Place
let seats: string
let halls: string
beforeAll(async () => {
  place = await openPlace()
  seats = await place.collection('seats', Array.from({ length: 40 }, (_, i) => ({ _id: `s${String(i).padStart(2, '0')}`, n: i, odd: i % 2, hall: i < 20 ? 'east' : 'west', tags: ['a', i % 2 ? 'b' : 'c'], sub: { a: i } })))
  halls = await place.collection('halls', [{ _id: 'east', name: '东厅' }, { _id: 'west', name: '西厅' }])
})
afterAll(async () => expect((await place.close()).strangeActions).toEqual([]))

const all = () => place.db.collection(seats).aggregate()

test('an aggregate without a limit gives 20 (trap 9)', async () => {
  expect((await all().end()).list).toHaveLength(20)
  expect((await all().match({ n: place.db.command.gte(0) }).sort({ n: 1 }).end()).list).toHaveLength(20)
  expect((await all().limit(35).end()).list).toHaveLength(35)
  expect((await all().skip(30).limit(100).end()).list).toHaveLength(10)
  expect((await all().limit(15).unwind('$tags').end()).list).toHaveLength(20) // a limit before says nothing of what comes out
  expect((await all().limit(15).unwind('$tags').limit(40).end()).list).toHaveLength(30)
})

test('documents are matched, sorted and shaped', async () => {
  const $ = place.db.command.aggregate
  const { list } = await all().match({ odd: 1, n: place.db.command.lt(6) }).sort({ n: -1 }).project({ _id: 0, n: 1, twice: $.multiply(['$n', 2]) }).end()
  expect(list).toEqual([{ n: 5, twice: 10 }, { n: 3, twice: 6 }, { n: 1, twice: 2 }])
  const added = await all().match({ n: 3 }).addFields({ deep: '$sub.a', label: $.concat(['$hall', '厅']) }).project({ _id: 0, deep: 1, label: 1 }).end()
  expect(added.list).toEqual([{ deep: 3, label: 'east厅' }])
})

test('documents are grouped and counted', async () => {
  const $ = place.db.command.aggregate
  const grouped = await all().group({ _id: '$odd', sum: $.sum('$n'), most: $.max('$sub.a'), least: $.min('$n'), mean: $.avg('$n'), ones: $.sum(1) }).sort({ _id: 1 }).end()
  expect(grouped.list).toEqual([
    { _id: 0, sum: 380, most: 38, least: 0, mean: 19, ones: 20 },
    { _id: 1, sum: 400, most: 39, least: 1, mean: 20, ones: 20 },
  ])
  expect((await all().match({ odd: 1 }).count('total').end()).list).toEqual([{ total: 20 }])
})

test('arrays are unwound, documents are looked up elsewhere, and a part stands for the whole', async () => {
  const tags = await all().match({ n: 3 }).unwind('$tags').project({ _id: 0, tags: 1 }).end()
  expect(tags.list).toEqual([{ tags: 'a' }, { tags: 'b' }])
  const joined = await all().match({ n: 25 }).lookup({ from: halls, localField: 'hall', foreignField: '_id', as: 'halls' }).project({ halls: 1 }).end()
  expect(joined.list).toEqual([{ _id: 's25', halls: [{ _id: 'west', name: '西厅' }] }])
  expect((await all().match({ n: 3 }).replaceRoot({ newRoot: '$sub' }).end()).list).toEqual([{ a: 3 }])
})

test('what MongoDB refuses is refused, and so are scripts', async () => {
  const refused = (asked: { end(): Promise<unknown> }, what: string) => expect(asked.end(), what).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  await refused(all().limit(-1), 'a limit below nothing')
  await refused(all().project({ n: { $nearly: 1 } }), 'an operator nobody knows')
  await refused(all().group({ sum: { $sum: 1 } }), 'a group without _id')
  await refused(all().unwind('tags'), 'a path without $')
  await refused(all().sample({}), 'a sample without a size')
  await refused(all().match({ $where: 'true' }), '$where')
  await refused(all().addFields({ x: { $function: { body: 'return 1', args: [], lang: 'js' } } }), '$function')
})

test('an aggregate that fails says -1, and its code beside it', async () => {
  await expect(place.db.collection(`${seats}-missing`).aggregate().match({ n: 1 }).end()).rejects.toMatchObject({ errCode: -1, code: 'DATABASE_COLLECTION_NOT_EXIST' })
})
