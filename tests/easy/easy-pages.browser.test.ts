/**
 * Easy for older eyes and fingers: every page of a resident as a browser really draws it, on three widths of phones, in 标准, 长辈版
 * and 特大. What breaks a rule is printed: page, width, type size, rule, whose words, how much.
 */
import { expect, test, vi } from 'vitest'
import type { TypeSize } from '../../src/theme/type-size'
import { openJourney } from '../browser/journey'
import { liveIn } from './lived-in'
import { fileCode, looked } from './resident-pages'
import { findingsIn, newPage } from './walk-pages'

const sizes: TypeSize[] = ['standard', 'elder', 'largest']

const journey = openJourney('event-day', async ({ house }) => {
  await liveIn(house.world)
  house.world.cloud.db.insertMany('file-codes', [{ _id: fileCode, hash: fileCode, of: { what: 'report', unitId: 'yuyin', month: null }, picture: '' }])
})

test('every page of a resident is looked at', async () => {
  vi.stubGlobal('defineAppConfig', <T>(config: T) => config)
  const { default: app } = await import('../../src/app.config')
  const more = (app.subPackages ?? []).filter(({ root }) => root === 'pages/resident-more').flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  expect([...new Set(looked.map(({ page }) => page))].sort()).toEqual([...(app.pages ?? []), ...more].sort())
})

test.each(sizes)('every page of a resident is easy to read and to tap, %s', { timeout: 300_000 }, async (size) => {
  journey.house.world.cloud.db.update('notices', {}, { $set: { seenAt: null } })
  expect(await findingsIn(journey.browser, journey.house, looked, size)).toBe('')
})

test('长辈版 is one tap on the first page, and remembered', { timeout: 60_000 }, async () => {
  const page = await newPage(journey.browser)
  const body = () => page.locator('.linli').first().evaluate((root) => getComputedStyle(root).fontSize)
  await page.goto(`${journey.house.url}/?as=li#/pages/resident/events/index`)
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
