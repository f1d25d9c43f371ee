/** An admin's rooms on the real weapp build: the first page, what a month, a quarter and a campaign add up to, what does not fit, a figure brought over, a line of the profile. */
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { Phone } from '../weapp/phone'

let world: OpenWorld
let phone: Phone
beforeAll(async () => {
  world = await openWorld({ name: 'month-end' })
  // Longer times are shown from what is kept.
  while (!world.cloud.db.find('unit-months', { _id: 'state' })[0]?.asOf) await world.cloud.invoke('totals', { source: 'timer' }).catch(() => undefined)
}, 240_000)
beforeEach(() => { phone = new Phone(path.resolve(__dirname, '../../dist/weapp'), world, 'lin') })
afterEach(() => {
  phone.close()
  expect(phone.problems).toEqual([])
})
afterAll(() => world.stop())

test('the first page says what waits, and leads to it; 意见建议 stands there once', { timeout: 120_000 }, async () => {
  phone.open('/pages/admin/today/index')
  await phone.sees('等着您的')
  await phone.sees('2017年9月的总结还没提交')
  expect(phone.words.split('意见建议')).toHaveLength(2)
  expect(phone.nameless).toEqual([])
  await phone.tap('意见建议')
  expect(phone.route).toBe('pages/resident-more/suggest/index')
  phone.back()
  await phone.tap('答复居民')
  expect(phone.route).toBe('pages/admin/suggestions/index')
})

test('a month, a quarter and a campaign add up, and a figure opens to what it counts', { timeout: 180_000 }, async () => {
  phone.open('/pages/admin/totals/index')
  await phone.tap('看2017年9月')
  await phone.sees('2017年9月')
  await phone.sees('标语')
  await phone.tap('换时段')
  await phone.tap('按季')
  await phone.tap('2017年第三季度')
  await phone.sees('2017年第三季度截至')
  await phone.tap('更新')
  await phone.rests()
  expect(phone.calls.filter(({ name }) => name === 'totals').at(-1)?.data).toMatchObject({ call: 'of-period', input: { period: '2017-Q3', fresh: true } })
  await phone.tap('换时段')
  await phone.tap('日期')
  await phone.tap(await phone.control('民族团结进步宣传月'))
  await phone.sees('只数计入这个主题月的活动和记录')
  await phone.sees('座谈会')
  expect(phone.words).not.toContain('标语')
  expect(phone.nameless).toEqual([])

  await phone.tap('看计入了哪些')
  await phone.tap('计入活动、记录')
  await phone.tap(await phone.control('标语（记录）'))
  await phone.rests()
  expect(world.cloud.db.find('campaign-ticks')).toMatchObject([{ item: 'whole', what: 'entry', tagged: true }])
  await phone.tap('关闭')
  await phone.tap('看汇总')
  await phone.sees('标语')
  await phone.tap(await phone.control('标语'))
  await phone.sees('和表里一样')
  expect(phone.route).toBe('pages/admin/facts/index')
})

test('what does not fit is said with the way to mend it', { timeout: 120_000 }, async () => {
  phone.open('/pages/admin/checks/index')
  await phone.sees('2017年9月')
  await phone.sees('只看数和数合不合')
  await phone.rests()
  expect(phone.nameless).toEqual([])
})

test('a figure of a quarter is brought over, and says where it is seen', { timeout: 120_000 }, async () => {
  phone.open('/pages/admin/imported/index')
  await phone.tap('录入一个数')
  await phone.tap('选一个指标')
  await phone.tap(await phone.control('书籍'))
  await phone.tap('一个季度')
  await phone.sees('一个季度的数不分到各个月')
  await phone.tap('第三季度')
  await phone.type('多少册', '30')
  await phone.type('系统的名称', '省文化云')
  await phone.tap('存好')
  await phone.until(() => world.cloud.db.count('imported', { period: '2017-Q3', indicator: 'books_given' }) === 1, 'the figure kept')
  phone.open('/pages/admin/imported/index')
  await phone.sees('在这个季度和这一年的汇总里，不在月份里')
  expect(phone.nameless).toEqual([])
})

test('a line of the profile is written, and few people are never shown', { timeout: 120_000 }, async () => {
  phone.open('/pages/admin/profile/index')
  await phone.tap('添一行')
  await phone.tap('自己起一个名称')
  await phone.type('名称', '独居老人')
  await phone.type('单位（个、处、人……）', '人')
  await phone.type('多少人', '7')
  await phone.tap('存好')
  await phone.sees('不足10')
  expect(phone.words).toContain('独居老人')
  expect(phone.nameless).toEqual([])
})
