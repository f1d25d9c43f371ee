/** 林主任 plans: a series from its kind's template, the notice for the group, a 接龙 pasted back, the names as Excel; two admins at one event; a checklist ticked. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { changeEvent } from '../../contract/events/change'
import { openJourney } from '../browser/journey'
import { atEase, button, reads } from '../browser/on-the-page'
import { newRecordId, valueOf } from '../functions/community-evening'

const journey = openJourney('event-day')

const field = (page: Page, name: string) => page.getByLabel(name).filter({ visible: true }).first()
const choose = (page: Page, name: string) => page.getByRole('radio', { name }).filter({ visible: true }).first().click()
const goTo = (page: Page, path: string) => page.evaluate((to) => { location.hash = `#/pages/admin/${to}` }, path)
const eventBy = (title: string) => journey.house.world.cloud.db.find('events', { title })[0] as { _id: string; status: string; sessions: { startsAt: string }[] } | undefined

test('from a template to a series, into the group, and back from a 接龙', { timeout: 180_000 }, async () => {
  const lin = await journey.visit('lin')
  const { page } = lin
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await goTo(page, 'event-new/index')
  await choose(page, '培训班')
  await field(page, '活动名称').fill('剪纸班')
  await field(page, '在哪里').fill('社区书画室')
  await choose(page, '每周一次')
  await page.getByLabel('到哪一天为止').or(page.getByLabel('最后一天')).filter({ visible: true }).first().fill('2026-12-25')
  await reads(page, '一共 4 次')
  await button(page, '去掉 12月11日').click()
  await reads(page, '一共 3 次')
  await atEase(lin, 'the form')
  await button(page, '存为草稿').click()
  await reads(page, '草稿存好了')
  await button(page, '发布').click()
  await reads(page, '【活动】剪纸班')
  await reads(page, /19:00-20:30，一共 3 次/)
  await button(page, '复制群通知').click()
  await reads(page, '复制好了，到群里粘贴')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^【活动】剪纸班\n时间：19:00-20:30，一共 3 次\n {2}12月4日 周五\n/)
  expect(eventBy('剪纸班')).toMatchObject({ status: 'published', sessions: ['2026-12-04', '2026-12-18', '2026-12-25'].map((day) => ({ startsAt: `${day}T11:00:00.000Z` })) })
  await atEase(lin, 'the event')

  await button(page, '剪纸班：粘贴接龙，代邻居报名').click()
  await field(page, '群里的接龙').fill('#接龙\n剪纸班\n1. 刘阿姨 3号楼\n2. 王奶奶\n3. 周姐 替老赵报\n4. 欧阳老师 13912345678')
  await button(page, '看看读得对不对').click()
  await reads(page, '2 行看不准，标出来了：改好再勾上')
  await reads(page, '勾了 2 行，共 2 人')
  await button(page, '周姐，改').click()
  await field(page, '称呼').fill('老赵')
  await button(page, '就这样').click()
  await reads(page, '勾了 3 行，共 3 人')
  await atEase(lin, 'the preview')
  await button(page, '代他们报名').click()
  await reads(page, '报上 3 行')
  await button(page, '看名单').click()
  await reads(page, '3 家报上名，共 3 人')
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '导出 Excel').click()])
  expect(download.suggestedFilename()).toBe('剪纸班 名单.xlsx')
  await button(page, '老赵，取消这一家').click()
  await button(page, '取消报名').click()
  await reads(page, '2 家报上名，共 2 人')
  await atEase(lin, 'the names')
  const { _id } = eventBy('剪纸班') ?? { _id: '' }
  expect(journey.house.world.cloud.db.find('registrations', { eventId: _id, status: 'confirmed' }).map(({ callName, sessions }) => [callName, sessions])).toEqual(expect.arrayContaining([['刘阿姨', ['s1', 's2', 's3']], ['王奶奶', ['s1', 's2', 's3']]]))
  expect(JSON.stringify(journey.house.world.cloud.db.find('people'))).not.toContain('13912345678')
})

test('somebody else changed it meanwhile: theirs comes in, mine stays, and both are saved', { timeout: 120_000 }, async () => {
  const lin = await journey.visit('lin')
  const { page } = lin
  await goTo(page, 'event/index?id=dumplings')
  const [{ placeName = '', changed = 0 } = {}] = journey.house.world.cloud.db.find('events', { _id: 'dumplings' }) as { placeName?: string; changed?: number }[]
  await button(page, /^修改 /).click()
  await field(page, '地点').fill('社区小广场')
  valueOf(await journey.house.world.call('he', changeEvent, { recordId: newRecordId(), eventId: 'dumplings', seen: changed, bring: '雨衣' }))
  await button(page, '下一步').click()
  await button(page, '就这样改').click()
  await reads(page, '别人刚才改过：要带什么 雨衣。已经放进来了。')
  expect(journey.house.world.cloud.db.find('events', { _id: 'dumplings' })).toMatchObject([{ placeName, bring: '雨衣' }])
  await button(page, '下一步').click()
  await button(page, '就这样改').click()
  await reads(page, '【活动有变化】')
  expect(journey.house.world.cloud.db.find('events', { _id: 'dumplings' })).toMatchObject([{ placeName: '社区小广场', bring: '雨衣', changed: changed + 2 }])
  await atEase(lin, 'changed by two')
})

test('a 主题月 whose list says three has three, and is ticked by what is tagged', { timeout: 120_000 }, async () => {
  const lin = await journey.visit('lin')
  const { page } = lin
  await goTo(page, 'campaign-new/index')
  await field(page, '名称').fill('敬老月')
  await field(page, '第一天').fill('2026-11-01')
  await field(page, '最后一天').fill('2026-11-30')
  await button(page, '添一张清单').click()
  await field(page, '清单名称').fill('三个一')
  await field(page, '一行一项').fill('办一场晚会\n讲一堂课')
  await button(page, '存好').click()
  await reads(page, '“三个一”要有 3 项，现在是 2 项')
  await field(page, '一行一项').fill('1. 办一场晚会\n2. 讲一堂课\n3. 出一期专栏')
  await button(page, '存好').click()
  await reads(page, /3 项做了 0 项/)
  await button(page, '讲一堂课，勾活动、记录').click()
  await page.getByRole('checkbox', { name: /防电信诈骗讲座/ }).filter({ visible: true }).first().click()
  await page.getByRole('checkbox', { name: /防电信诈骗讲座/, checked: true }).filter({ visible: true }).first().waitFor()
  await atEase(lin, 'what counts')
  await button(page, '关闭').click()
  await reads(page, /3 项做了 1 项/)
  await reads(page, /防电信诈骗讲座（讲座）/)
  await atEase(lin, 'the campaign')
})
