/** Every page opened for the first time while the cloud is away: none goes on waiting, and each can be read. */
import { expect, test } from 'vitest'
import { openJourney } from '../browser/journey'
import { looked as residents } from '../easy/resident-pages'
import { looked as staff } from '../easy/staff-pages'

const journey = openJourney('event-day')
const pages = [...new Map([...residents, ...staff].map((one) => [one.page, one])).values()]

test('no page goes on waiting on a dead line', { timeout: 240_000 }, async () => {
  const waiting: string[] = []
  for (const who of ['zhang', 'chen', 'lin'] as const) {
    const context = await journey.browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.route(/\/door\/(call|upload)/, (route) => route.abort())
    for (const { page: path, query } of pages.filter((one) => (one.who ?? 'zhang') === who)) {
      await page.goto('about:blank')
      await page.goto(`${journey.house.url}/?as=${who}#/${path}${query ? `?${query}` : ''}`)
      // Long enough for the blocks that stand in for a page to show.
      await page.waitForTimeout(600)
      const blocks = page.getByRole('status', { name: /正在取来|还在取/ }).filter({ visible: true })
      try {
        await expect.poll(() => blocks.count(), { timeout: 5000 }).toBe(0)
      } catch {
        waiting.push(path)
      }
      expect((await page.locator('body').innerText()).length, path).toBeGreaterThan(20)
    }
    await context.close()
  }
  expect(waiting).toEqual([])
})
