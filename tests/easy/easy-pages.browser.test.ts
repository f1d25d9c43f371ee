/**
 * Easy for older eyes and fingers: every page of a resident as a browser really draws it, on three widths of phones, in 标准, 长辈版
 * and 特大. What breaks a rule is printed: page, width, type size, rule, whose words, how much.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openHouse, type House } from '../../emulator/open-house'
import type { TypeSize } from '../../src/theme/type-size'
import { openBrowser } from '../browser/find-browser'
import { liveIn } from './lived-in'
import { findingsOf, limitsOf, putRulesInto, untilReady } from './measured'
import { looked, type Looked } from './resident-pages'

const phones = [{ width: 320, height: 568 }, { width: 375, height: 667 }, { width: 414, height: 896 }]
const sizes: TypeSize[] = ['standard', 'elder', 'largest']

let house: House
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ name: 'event-day' })
  await liveIn(house.world)
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: true, reducedMotion: 'reduce' })
  context.setDefaultTimeout(8_000)
  return context.newPage()
}

/** The door's strip at the top is no part of the app, so the screen is that much higher. */
const strip = 36

async function open(page: Page, { page: path, query, who = 'zhang', reads, opens }: Looked): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${house.url}/?as=${who}#/${path}${query ? `?${query}` : ''}`)
  await page.getByText(reads).filter({ visible: true }).first().waitFor()
  await opens?.(page)
  await putRulesInto(page)
  await untilReady(page)
}

test('every page of a resident is looked at', async () => {
  vi.stubGlobal('defineAppConfig', <T>(config: T) => config)
  const { default: app } = await import('../../src/app.config')
  const pages = (app.pages ?? []).filter((page) => page.startsWith('pages/resident/'))
  expect([...new Set(looked.map(({ page }) => page))].sort()).toEqual([...pages].sort())
})

test.each(sizes)('every page of a resident is easy to read and to tap, %s', { timeout: 300_000 }, async (size) => {
  const page = await newPage()
  const found: string[] = []
  house.world.cloud.db.update('notices', {}, { $set: { seenAt: null } })
  for (const who of ['zhang', 'chen']) {
    await page.goto(`${house.url}/?as=${who}`)
    await page.evaluate((data) => localStorage.setItem('type-size', JSON.stringify({ data })), size)
  }
  for (const one of looked) {
    try {
      await open(page, one)
    } catch (error) {
      found.push(`${one.as} | ${size} | did not come: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
      continue
    }
    for (const { width, height } of phones) {
      await page.setViewportSize({ width, height: height + strip })
      for (const { rule, words, measured } of await findingsOf(page, limitsOf[size])) found.push(`${one.as} | ${width} | ${size} | ${rule} | ${words} | ${measured}`)
    }
  }
  await page.context().close()
  expect(found.join('\n')).toBe('')
})

test('长辈版 is one tap on the first page, and remembered', { timeout: 60_000 }, async () => {
  const page = await newPage()
  const body = () => page.locator('.linli').first().evaluate((root) => getComputedStyle(root).fontSize)
  await page.goto(`${house.url}/?as=li#/pages/resident/events/index`)
  await page.getByRole('button', { name: '长辈版' }).click()
  await expect.poll(body).toBe('22px')
  await page.reload()
  await page.getByRole('button', { name: '字号' }).waitFor()
  expect(await body()).toBe('22px')
  await page.getByRole('button', { name: '字号' }).click()
  await page.getByRole('radio', { name: '特大' }).click()
  await expect.poll(body).toBe('30px')
  await page.context().close()
})
