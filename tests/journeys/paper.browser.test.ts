/** A sheet on paper: 小陈 prints it, four sign, the next day he types it in; 林主任 types in the same sheet, and the figures are right. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { monthTotals } from '../../contract/totals/month'
import { checkIn } from '../../contract/attendance/check-in'
import { createEvent } from '../../contract/events/create'
import { publishEvent } from '../../contract/events/publish'
import { register } from '../../contract/registrations/register'
import type { CastId } from '../../emulator/world/cast'
import { openJourney } from '../browser/journey'
import { atEase, button, reads } from '../browser/on-the-page'
import { namelessControls } from '../browser/visit'
import { newRecordId, valueOf } from '../functions/community-evening'
import { textOfWord } from '../word-text'

let sessionId: string
const start = '2026-11-27T12:00:00.000Z'
const journey = openJourney('event-day', async ({ house }) => {
  const { call, cloud } = house.world
  const { eventId } = valueOf(await call('lin', createEvent, { recordId: newRecordId(), kind: 'work_meeting', title: '楼道议事会', hostUnitId: 'yuyin', placeName: '社区活动室', sessions: [{ startsAt: start, endsAt: '2026-11-27T13:00:00.000Z', capacity: 40 }] }))
  valueOf(await call('lin', publishEvent, { eventId }))
  sessionId = `${eventId}-s1`
  const come = async (who: CastId, callName: string, partySize: number) => { valueOf(await call(who, register, { recordId: newRecordId(), eventId, sessionIds: [sessionId], partySize, callName })) }
  await come('zhang', '张阿姨', 3)
  await come('li', '李叔', 1)
  await come('zhou', '周姐', 2)
  cloud.clock.set('2026-11-27T12:05:00.000Z')
})

const box = (page: Page, name: RegExp) => page.getByRole('checkbox', { name }).filter({ visible: true }).first()
const goTo = (page: Page) => page.evaluate((id) => { location.hash = `#/pages/grid-worker/sheet/index?id=${id}` }, sessionId)
const figures = async () => Object.fromEntries(valueOf(await journey.house.world.call('lin', monthTotals, { unitId: 'yuyin', month: '2026-11', fresh: true })).figures.filter(({ name }) => name.startsWith('work_meeting')).map(({ name, value }) => [name, value]))

test('printed, signed, typed in by two, and counted once', { timeout: 180_000 }, async () => {
  const chen = await journey.visit('chen')
  await button(chen.page, '签到表，打印、录入').click()
  const [download] = await Promise.all([chen.page.waitForEvent('download'), button(chen.page, '楼道议事会，打印签到表').click()])
  expect(download.suggestedFilename()).toBe('楼道议事会 签到表 11月27日.docx')
  const printed = textOfWord(new Uint8Array(await (await import('node:fs/promises')).readFile(await download.path())))
  expect(printed).toMatch(/1\n李叔\n1 人\n\n\n2\n张阿姨\n3 人\n\n\n3\n周姐\n2 人/)
  await atEase(chen, 'the sheets')

  // 李叔 was tapped in at the door; he is in and not asked again.
  valueOf(await journey.house.world.call('lin', checkIn, { recordId: newRecordId(), sessionId, personKey: 'p-li', present: 1, source: 'tap', at: '2026-11-27T12:01:00.000Z', offsetMs: 0 }))
  journey.house.world.cloud.clock.set('2026-11-28T02:00:00.000Z')
  await goTo(chen.page)
  await reads(chen.page, '门口已签到 1 人')
  await chen.page.getByLabel(/^签了名的序号/).fill('2-9')
  await button(chen.page, '选上这几号').click()
  await reads(chen.page, '表上是 1 到 3 号，没有 2-9')
  await chen.page.getByLabel(/^签了名的序号/).fill('2')
  await button(chen.page, '选上这几号').click()
  await button(chen.page, /张阿姨，改人数/).click()
  await button(chen.page, '到了几人，减一').click()
  await button(chen.page, '就这样').click()
  await box(chen.page, /^3 号，周姐/).click()
  await button(chen.page, '加一行空白行').click()
  await button(chen.page, '来了几人，加一').click()
  await button(chen.page, '加上').click()
  await reads(chen.page, '2 行签到，共 4 人；没报名的 2 人')
  await atEase(chen, 'the sheet')
  await button(chen.page, '记下').click()
  await reads(chen.page, '已录入 2 人')
  await reads(chen.page, '空白行 现1，2 人')
  await expect.poll(figures, { timeout: 20_000 }).toEqual({ work_meeting_held: 1, work_meeting_attendances: 7, work_meeting_attendees: 3 })

  const lin = await journey.visit('lin')
  await goTo(lin.page)
  await reads(lin.page, '已录入 2 人')
  await lin.page.getByLabel(/^现场共多少人/).fill('43')
  await button(lin.page, '记下').click()
  await reads(lin.page, '现场清点过，共 43 人')
  await expect.poll(figures, { timeout: 20_000 }).toEqual({ work_meeting_held: 1, work_meeting_attendances: 43, work_meeting_attendees: 3 })

  // A slip: taken back, and the others stay.
  await button(lin.page, '3 号，周姐，点错了，撤销').click()
  await box(lin.page, /^3 号，周姐/).waitFor()
  await button(lin.page, '清点，数错了，撤销').click()
  await expect.poll(figures, { timeout: 20_000 }).toEqual({ work_meeting_held: 1, work_meeting_attendances: 5, work_meeting_attendees: 2 })
  await atEase(lin, 'taken back')
})

test('an entry of that day is offered its event, a bad number is said at once, and a corrected one keeps both versions', { timeout: 120_000 }, async () => {
  const { page, troubles } = await journey.visit('chen')
  await button(page, '记一笔').click()
  await page.getByRole('radio', { name: '发放资料' }).filter({ visible: true }).first().click()
  await button(page, /^发放资料 0份，点一下直接填/).click()
  for (const [typed, words] of [['0', '没做就不用记；做了没数过，选没有数'], ['-3', '数不会是负的；从前记多了，用更正'], ['1.5', '只填整数'], ['1000000000', '一笔最多 1000000 份，请核对或分几笔记']] as const) {
    await page.getByRole('textbox', { name: '发放资料', exact: true }).filter({ visible: true }).first().fill(typed)
    await reads(page, words)
  }
  await page.getByRole('textbox', { name: '发放资料', exact: true }).filter({ visible: true }).first().fill('40')
  await page.getByRole('radio', { name: '11月27日，昨天' }).click()
  await page.getByRole('radio', { name: '楼道议事会' }).filter({ visible: true }).first().click()
  await button(page, '记下').click()
  await reads(page, /已保存到社区|待上传/)
  await expect.poll(() => journey.house.world.cloud.db.find('work-entries', { indicator: 'leaflets_given', quantity: 40 }).map(({ eventId }) => eventId), { timeout: 20_000 }).toEqual([sessionId.replace(/-s1$/, '')])

  await page.evaluate(() => { location.hash = '#/pages/grid-worker/month/index' })
  await reads(page, '活动：楼道议事会')
  await button(page, '11月27日 发放资料，更正').click()
  await page.getByRole('radio', { name: '数错了' }).click()
  await button(page, /^发放资料，加一/).click()
  await button(page, '记下更正').click()
  await expect.poll(() => journey.house.world.cloud.db.count('work-entries', { indicator: 'leaflets_given', quantity: 41, rev: 2 }), { timeout: 20_000 }).toBe(1)
  // Without looking again.
  await button(page, '11月27日 发放资料，第 2 版，看各版').click()
  await reads(page, /第1网格，发放资料 41 份/)
  await reads(page, /第1网格，发放资料 40 份/)
  expect(await namelessControls(page)).toEqual([])
  expect(troubles).toEqual([])
})

test('in the last days of a month one line says which grid has nothing; one tap says that there was nothing, another takes it back', { timeout: 120_000 }, async () => {
  journey.house.world.cloud.clock.set('2026-12-29T02:00:00.000Z')
  const { page, troubles } = await journey.visit('chen')
  await reads(page, '12月快过完了，3 个网格还没有记录')
  await button(page, '去看看').click()
  await button(page, '第2网格，本月无此项').click()
  await expect.poll(() => journey.house.world.cloud.db.find('quiet-months').map(({ _id, nothing }) => [_id, nothing]), { timeout: 20_000 }).toEqual([['yuyin-2:2026-12', true]])
  await button(page, '第2网格，点错了，撤销').click()
  await expect.poll(() => journey.house.world.cloud.db.find('quiet-months').map(({ nothing }) => nothing), { timeout: 20_000 }).toEqual([false])
  await button(page, '第2网格，本月无此项').waitFor()
  await page.goBack()
  await reads(page, '今天记的')
  expect(await page.getByText('快过完了').filter({ visible: true }).count()).toBe(0)
  expect(await namelessControls(page)).toEqual([])
  expect(troubles).toEqual([])
})
