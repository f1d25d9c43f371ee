/** Easy to read and to tap at the door and at the desk too: every page of grid workers and admins, on three widths of phones, in 标准, 长辈版 and 特大. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openHouse, type House } from '../../emulator/open-house'
import type { TypeSize } from '../../src/theme/type-size'
import { openBrowser } from '../browser/find-browser'
import { liveIn } from './lived-in'
import { looked } from './staff-pages'
import { findingsIn } from './walk-pages'
import { workIn } from './worked-in'

const sizes: TypeSize[] = ['standard', 'elder', 'largest']

let house: House
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse({ name: 'event-day' })
  await liveIn(house.world)
  await workIn(house.world)
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

test('every page of the staff is looked at', async () => {
  vi.stubGlobal('defineAppConfig', <T>(config: T) => config)
  const { default: app } = await import('../../src/app.config')
  const pages = (app.subPackages ?? []).filter(({ root }) => root !== 'pages/resident-more').flatMap(({ root, pages: of }) => of.map((page) => `${root}/${page}`))
  expect([...new Set(looked.map(({ page }) => page))].sort()).toEqual([...pages].sort())
})

test.each(sizes)('every page of the staff is easy to read and to tap, %s', { timeout: 300_000 }, async (size) => {
  expect(await findingsIn(browser, house, looked.filter(({ page }) => page.includes('report')), size)).toBe('')
})
