/** A number that 张阿姨 leaves, and 小陈 who must call her: masked for both, shown once he says why. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { openHouse, type House } from '../../emulator/open-house'
import { openBrowser } from '../browser/find-browser'
import { photograph } from '../browser/photograph'
import { namelessControls, visit, type Visit } from '../browser/visit'

let house: House
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ name: 'event-day' })
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

const button = (page: Page, name: string | RegExp, exact = typeof name === 'string') => page.getByRole('button', { name, exact })
const reads = (page: Page, words: string) => page.getByText(words).filter({ visible: true }).first().waitFor()
async function atEase({ page, troubles }: Visit, where: string): Promise<void> {
  expect(await namelessControls(page), where).toEqual([])
  expect(troubles, where).toEqual([])
}

test('a phone is left, masked, and shown to who must call', { timeout: 90_000 }, async () => {
  onTestFailed(() => photograph(browser))
  const zhang = await visit(browser, house, 'zhang')
  await button(zhang.page, /^戏曲晚会，/).click()
  await button(zhang.page, '我要报名').click()
  await zhang.page.getByLabel('怎么称呼您').fill('张阿姨')
  const sheet = zhang.page.getByRole('dialog', { name: '报名' })
  await zhang.page.getByLabel('电话（可以不填）').fill('1391234')
  await sheet.getByRole('button', { name: '报名', exact: true }).click()
  await reads(zhang.page, '电话号码不对：请填 11 位手机号，或带区号的座机号')
  await zhang.page.getByLabel('电话（可以不填）').fill('13912345678')
  await atEase(zhang, 'signing up')
  await sheet.getByRole('button', { name: '报名', exact: true }).click()
  await reads(zhang.page, '已报名')

  const chen = await visit(browser, house, 'chen')
  await button(chen.page, '戏曲晚会，去签到').click()
  await button(chen.page, '张阿姨，电话 139****5678，看号码').click()
  await atEase(chen, 'why')
  await button(chen.page, '本人没到').click()
  await reads(chen.page, '13912345678')
  await atEase(chen, 'the number')
  expect(house.world.cloud.db.find('audit', { action: 'registrations/reveal-phone' })).toMatchObject([{ by: 'p-chen', facts: { reason: '本人没到' } }])
  await button(chen.page, '关闭').click()
  expect(await chen.page.getByText('13912345678').count()).toBe(0)
})
