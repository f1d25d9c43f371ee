/** 社区概况: typed lines with their day and history; few people are never told, also not through a percentage or the history. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setProfileLine, unitProfile, type ProfileLine, type TypedValue } from '../../contract/units/profile'
import type { Sent } from '../../emulator/world/call-function'
import type { CastId } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

type Line = Sent<typeof setProfileLine>
const line = (lineId: string, value: TypedValue, more: Partial<Line> = {}): Line => ({ recordId: newRecordId(), unitId: 'yuyin', lineId, rev: 0, value, asOf: '2026-11-01', ...more })
const number = (value: number): TypedValue => ({ kind: 'number', hundredths: Math.round(value * 100) })
const set = (lineId: string, value: TypedValue, more: Partial<Line> = {}, who: CastId = 'lin') => world.call(who, setProfileLine, line(lineId, value, more))
const profile = async (who: CastId = 'lin', unitId = 'yuyin') => valueOf(await world.call(who, unitProfile, { unitId })).lines
const one = async (id: string): Promise<ProfileLine> => (await profile()).find((shown) => shown.id === id)!

test('lines stand in their order with unit and day; own ones after them', async () => {
  valueOf(await set('own-points', number(3), { own: { name: '便民点', unit: '处' } }))
  valueOf(await set('venues', { kind: 'list', items: ['社区活动室', '小广场'] }))
  valueOf(await set('people', number(3200)))
  valueOf(await set('founded_on', { kind: 'date', on: '2003-06-01' }))
  valueOf(await set('intro', { kind: 'text', text: '老城里的社区。\n有两个小区。' }))
  valueOf(await set('area', number(1.25)))
  expect((await profile()).map(({ id, name, unit, own, asOf }) => [id, name, unit, own, asOf])).toEqual([
    ['intro', '简介', null, false, '2026-11-01'], ['founded_on', '成立日期', null, false, '2026-11-01'], ['area', '辖区面积', '平方公里', false, '2026-11-01'], ['people', '常住人口', '人', false, '2026-11-01'],
    ['venues', '活动场所', null, false, '2026-11-01'], ['own-points', '便民点', '处', true, '2026-11-01'],
  ])
})

test('another value has its own day and the earlier one stays to be read', async () => {
  valueOf(await set('people', number(3300), { rev: 1, asOf: '2026-11-20' }))
  expect(await one('people')).toMatchObject({ value: { hundredths: 330_000 }, asOf: '2026-11-20', rev: 2, history: [{ value: { hundredths: 320_000 }, asOf: '2026-11-01' }] })
  expect(world.cloud.db.find('audit', { about: 'yuyin', action: 'units/set-profile-line' }).length).toBeGreaterThan(5)
})

test('a percentage is computed from two numbers, as of the older one, and follows them; nobody types it', async () => {
  valueOf(await set('share_60', { kind: 'percent', part: 'people_60', whole: 'people' }))
  expect((await one('share_60')).value).toMatchObject({ hundredths: null, why: 'missing' })
  valueOf(await set('people_60', number(825), { asOf: '2026-10-01' }))
  expect(await one('share_60')).toMatchObject({ value: { hundredths: 2500, why: null }, asOf: '2026-10-01' })
  valueOf(await set('people_60', number(4000), { rev: 1 }))
  expect((await one('share_60')).value).toMatchObject({ hundredths: null, why: 'part-over-whole' })
  expect(await set('share_60', { kind: 'number', hundredths: 2500 } as TypedValue, { rev: 1 })).toMatchObject({ failure: 'kind-does-not-fit' })
  expect(await set('share_60', { kind: 'percent', part: 'grids', whole: 'people' }, { rev: 1 })).toMatchObject({ failure: 'kind-does-not-fit' })
})

test('under ten people nobody is told the number, not even who typed it: in the line, its history, or through a percentage and what is left of the whole', async () => {
  valueOf(await set('people_80', number(9)))
  valueOf(await set('people_80', number(10), { rev: 1 }))
  valueOf(await set('people_80', number(3), { rev: 2 }))
  expect(await one('people_80')).toMatchObject({ value: { hundredths: null, few: true }, history: [{ value: { hundredths: 1000, few: false } }, { value: { hundredths: null, few: true } }] })
  valueOf(await set('own-share', { kind: 'percent', part: 'people_80', whole: 'people' }, { own: { name: '80 岁以上占比' } }))
  expect((await one('own-share')).value).toMatchObject({ hundredths: null, why: 'few' })
  // All but five.
  valueOf(await set('people_60', number(3295), { rev: 2 }))
  expect((await one('share_60')).value).toMatchObject({ hundredths: null, why: 'few' })
  expect(JSON.stringify(valueOf(await world.call('he', unitProfile, { unitId: 'yuyin' })).lines.filter(({ id }) => id !== 'own-points'))).not.toMatch(/"hundredths":(300|900)\b/)
  // Three community halls are three.
  valueOf(await set('buildings', number(3)))
  expect((await one('buildings')).value).toMatchObject({ hundredths: 300, few: false })
})

test('of two who saw the same line one is told; the same record again is the same', async () => {
  const input = line('grids', number(3))
  expect((await Promise.all([1, 2, 3].map(() => world.call('lin', setProfileLine, input)))).every((answer) => answer.ok)).toBe(true)
  expect(await one('grids')).toMatchObject({ rev: 1 })
  const both = await Promise.all([set('grids', number(4), { rev: 1 }), set('grids', number(5), { rev: 1 }, 'he')])
  expect(both.filter((answer) => answer.ok)).toHaveLength(1)
  expect(both.find((answer) => !answer.ok)).toMatchObject({ failure: 'changed-meanwhile' })
  expect(await world.call('lin', setProfileLine, { ...input, value: number(9) })).toMatchObject({ failure: 'record-id-taken' })
})

test('a line that is withdrawn stands no more, and can be written anew', async () => {
  valueOf(await set('brands', { kind: 'list', items: ['邻里节'] }))
  valueOf(await set('brands', { kind: 'list', items: ['邻里节'] }, { rev: 1, withdrawn: true }))
  expect(await one('brands')).toBeUndefined()
  valueOf(await set('brands', { kind: 'list', items: ['百家宴'] }))
  expect(await one('brands')).toMatchObject({ rev: 3, value: { items: ['百家宴'] } })
})

test.each<[string, string, TypedValue, Partial<Line>, string]>([
  ['a line that there is not', 'religion', number(3), {}, 'no-such-line'],
  ['an own line without its name', 'own-nameless', number(3), {}, 'name-missing'],
  ['the name of another line', 'own-double', number(3), { own: { name: '常住人口', unit: '人' } }, 'name-taken'],
  ['another kind', 'people', { kind: 'text', text: '三千' }, { rev: 2 }, 'kind-does-not-fit'],
  ['a percentage of what is no number', 'own-odd', { kind: 'percent', part: 'intro', whole: 'people' }, { own: { name: '占比' } }, 'no-such-line'],
  ['tomorrow', 'households', number(900), { asOf: '2026-11-28' }, 'day-in-future'],
  ["somebody else's", 'people', number(1), { unitId: 'liuqiao' }, 'unit-not-found'],
  ['a grid', 'people', number(1), { unitId: 'yuyin-1' }, 'unit-not-found'],
])('%s is refused', async (_, lineId, value, more, failure) => {
  const before = JSON.stringify(world.cloud.db.find('profiles'))
  expect(failureOf(await set(lineId, value, more))).toBe(failure)
  expect(JSON.stringify(world.cloud.db.find('profiles'))).toBe(before)
})

test('what says something of one person, or is too long, has its sentence', async () => {
  for (const [value, sentence] of [
    [{ kind: 'text', text: '张三，汉族，是党员' }, /民族|党员/], [{ kind: 'list', items: [] }, '请至少写一条'], [{ kind: 'list', items: Array.from({ length: 21 }, (_, i) => `第${i}条`) }, '最多 20 条'], [{ kind: 'number', hundredths: -1 }, '数最少 0'],
  ] as const) expect(await set('brands', value as unknown as TypedValue, { rev: 3 })).toMatchObject({ failure: 'bad-input', message: expect.stringMatching(sentence) as unknown })
  expect(failureOf(await world.call('chen', unitProfile, { unitId: 'yuyin' }))).toBe('not-allowed')
  expect(failureOf(await world.call('lin', unitProfile, { unitId: 'hewan' }))).toBe('unit-not-found')
})

test.each([
  ['外籍人员', '人员'], ['失独家庭', '个家庭'], ['高龄老人', '个'], ['残疾人', '个'], ['低保对象（含边缘）', '例'], ['独居', '個'], ['空巢老人', ' 人 '], ['社区矫正', '名（人）'], ['孤儿', '个'], ['重点人群', 'people'], ['刑满释放', '员'],
])('few %s are hidden whatever they are counted in: %s', async (name, unit) => {
  const lineId = `own-few-${newRecordId().slice(-4)}`
  valueOf(await set(lineId, number(3), { own: { name, unit } }))
  expect((await one(lineId)).value).toEqual({ kind: 'number', hundredths: null, few: true })
})
test.each([['路灯', '盏'], ['健身器材', '套'], ['出入口', '个'], ['居民小组', '个'], ['绿地', '平方米'], ['监控', '个']])('three of %s are three: %s', async (name, unit) => {
  const lineId = `own-thing-${newRecordId().slice(-4)}`
  valueOf(await set(lineId, number(3), { own: { name, unit } }))
  expect((await one(lineId)).value).toEqual({ kind: 'number', hundredths: 300, few: false })
})
test('nor do people become things under another name', async () => {
  valueOf(await set('own-names', number(3), { own: { name: '外来务工者', unit: '个' } }))
  expect(failureOf(await set('own-names', number(30), { rev: 1, own: { name: '便民点', unit: '个' } }))).toBe('kind-does-not-fit')
})

test('a line that counts people goes on counting people, or its history would tell how few they were', async () => {
  const few = { kind: 'number' as const, hundredths: 300 }
  valueOf(await set('own-singers', few, { own: { name: '独唱', unit: '人' } }))
  expect(failureOf(await set('own-singers', { kind: 'number', hundredths: 5000 }, { rev: 1, own: { name: '独唱', unit: '个' } }))).toBe('kind-does-not-fit')
  valueOf(await set('own-singers', { kind: 'number', hundredths: 1200 }, { rev: 1, own: { name: '独唱', unit: '名' } }))
  const { lines } = valueOf(await world.call('lin', unitProfile, { unitId: 'yuyin' }))
  expect(lines.find(({ id }) => id === 'own-singers')).toMatchObject({ unit: '名', value: { hundredths: 1200 }, history: [{ value: { hundredths: null, few: true } }] })
})
