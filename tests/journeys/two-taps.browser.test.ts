/** A thumb that taps twice: what a worker writes down is written down once. */
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openJourney } from '../browser/journey'
import { atEase, button, reads } from '../browser/on-the-page'

const journey = openJourney('event-day')

/** Both in the same moment, before anything can be drawn anew; and one more while the sheet goes away. */
async function tapsTwice(on: Locator): Promise<void> {
  await on.evaluate(async (element: HTMLElement) => {
    element.click()
    element.click()
    await new Promise((resolve) => { setTimeout(resolve, 150) })
    element.click()
  })
}
const foot = (page: Page, title: string, name: string) => page.getByRole('dialog', { name: title }).getByRole('button', { name, exact: true })

test('清点, 现场登记, a new 熟面孔 and 记一笔, each tapped twice, are one record each, and can be written down again', async () => {
  const { db } = journey.house.world.cloud
  const before = { headcounts: db.count('headcounts', {}), walkIns: db.count('walk-ins', {}), entries: db.count('work-entries', {}) }
  const chen = await journey.visit('chen')
  const { page } = chen
  await button(page, '戏曲晚会，去签到').click()

  await button(page, '清点').click()
  await button(page, '现场人数，加一').click()
  await tapsTwice(foot(page, '清点', '记下'))
  await expect.poll(() => db.count('headcounts', {}), { timeout: 10_000 }).toBe(before.headcounts + 1)
  // Its sheet comes again for the next count.
  await button(page, '清点').click()
  await button(page, '现场人数，加一').click()
  await foot(page, '清点', '记下').click()
  await expect.poll(() => db.count('headcounts', {}), { timeout: 10_000 }).toBe(before.headcounts + 2)

  await button(page, '现场登记').click()
  await tapsTwice(foot(page, '现场登记', '记下'))
  await expect.poll(() => db.count('walk-ins', {}), { timeout: 10_000 }).toBe(before.walkIns + 1)
  await button(page, '现场登记').click()
  await button(page, '常来的邻居？从熟面孔里选').click()
  await button(page, '添一位熟面孔').click()
  await page.getByLabel('称呼', { exact: true }).fill('吴奶奶')
  await tapsTwice(foot(page, '添熟面孔', '记下并签到'))
  const marks = () => db.find('attendance', { eventId: 'opera-evening' }).filter(({ personKey }) => String(personKey).startsWith('f')).map((one) => Object.keys(one['marks'] as object).length)
  await expect.poll(marks, { timeout: 10_000 }).toEqual([1])
  await atEase(chen, 'at the door')

  await page.getByRole('dialog', { name: '熟面孔' }).getByRole('button', { name: '关闭' }).click()
  await button(page, '返回').click()
  await button(page, '记一笔').click()
  await page.getByRole('radio', { name: '悬挂横幅' }).click()
  await button(page, '悬挂横幅，加一').click()
  await tapsTwice(button(page, '记下'))
  await reads(page, '已保存到社区')
  await atEase(chen, 'logged')
  // What was sent twice would have arrived by now: the queue sends one after the other.
  await button(page, '返回').click()
  await button(page, '记一笔').click()
  await page.getByRole('radio', { name: '悬挂横幅' }).click()
  await button(page, '悬挂横幅，加一').click()
  await button(page, '记下').click()
  await reads(page, '已保存到社区')
  expect([db.count('headcounts', {}), db.count('walk-ins', {}), db.count('work-entries', {})]).toEqual([before.headcounts + 2, before.walkIns + 1, before.entries + 2])
  expect(marks()).toEqual([1])
}, 120_000)
