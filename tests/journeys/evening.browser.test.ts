/**
 * The evening in a real browser, on the page that `npm start` serves: 张阿姨 finds tonight's event and registers, 小陈 taps
 * 到 and logs three banners with a photo, 林主任 sees the figures move and takes the report home as a Word file.
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openJourney } from '../browser/journey'
import { atEase, button, reads } from '../browser/on-the-page'
import { greyJpeg } from '../photo'
import { textOfWord } from '../word-text'

const journey = openJourney('event-day')




/** The number in a row of the month's figures: 文艺汇演参加人次，31人次，上月 12，打开依据. What was not counted has no row. */
async function figure(page: Page, label: string, unit: string): Promise<number> {
  await button(page, /^横幅，/).waitFor()
  const row = button(page, new RegExp(`^${label}，`))
  if (await row.count() === 0) return 0
  const name = await row.getAttribute('aria-label') ?? ''
  return Number(new RegExp(`，约?(\\d+)余?${unit}`).exec(name)?.[1])
}

test('one evening, from signing up to the Word file', async () => {
  const lin = await journey.visit('lin')
  const before = { gala: await figure(lin.page, '文艺汇演参加人次', '人次'), banners: await figure(lin.page, '横幅', '幅') }
  await atEase(lin, 'month totals')

  const zhang = await journey.visit('zhang')
  await button(zhang.page, /^戏曲晚会，/).click()
  await button(zhang.page, '我要报名').click()
  await zhang.page.getByLabel('怎么称呼您').fill('张阿姨')
  await atEase(zhang, 'signing up')
  await zhang.page.getByRole('dialog', { name: '报名' }).getByRole('button', { name: '报名', exact: true }).click()
  await reads(zhang.page, '已报名')
  await atEase(zhang, 'signed up')

  const chen = await journey.visit('chen')
  await button(chen.page, '戏曲晚会，去签到').click()
  await atEase(chen, 'roster')
  await button(chen.page, '张阿姨，到').click()
  await reads(chen.page, '已签到')
  await button(chen.page, '返回').click()
  await button(chen.page, '记一笔').click()
  await chen.page.getByRole('radio', { name: '悬挂横幅' }).click()
  for (let i = 0; i < 3; i += 1) await button(chen.page, '悬挂横幅，加一').click()
  const chooser = chen.page.waitForEvent('filechooser')
  await button(chen.page, '从相册选').click()
  await (await chooser).setFiles({ name: 'banners.jpg', mimeType: 'image/jpeg', buffer: greyJpeg(2000, 1500, 'three banners') })
  await reads(chen.page, '相册导入')
  await atEase(chen, 'entry')
  await button(chen.page, '记下').click()
  await reads(chen.page, '已保存到社区')
  await reads(chen.page, '照片也存上了')
  await atEase(chen, 'saved')

  // An hour later the evening has begun, and counts as held.
  await button(lin.page, '过一小时').click()
  await button(lin.page, '更新').click()
  await expect.poll(() => figure(lin.page, '文艺汇演参加人次', '人次')).toBe(before.gala + 1)
  expect(await figure(lin.page, '横幅', '幅')).toBe(before.banners + 3)
  await button(lin.page, /^横幅，/).click()
  await reads(lin.page, '和表里一样')
  await lin.page.getByRole('button', { name: /照片 1 张$/ }).last().click()
  await lin.page.getByRole('img', { name: /佐证照片/ }).first().waitFor()
  await atEase(lin, 'facts')
  await button(lin.page, '返回').click()
  await lin.page.getByRole('tab', { name: '总结' }).click()
  await reads(lin.page, `${before.banners + 3}幅`)
  await atEase(lin, 'report')
  const download = lin.page.waitForEvent('download')
  await button(lin.page, '下载 Word').click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  const word = textOfWord(readFileSync(await file.path()))
  const onScreen = await lin.page.getByRole('button', { name: /，看依据$/ }).allInnerTexts()
  expect(onScreen.length).toBeGreaterThan(3)
  for (const printed of onScreen) expect(word).toContain(printed.trim())
  expect(word).toContain(`${before.banners + 3}幅`)
  await atEase(lin, 'downloaded')
}, 180_000)
