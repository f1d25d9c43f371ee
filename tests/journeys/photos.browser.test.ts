/**
 * A photo of an event becomes public, in a real browser: 林主任 adds one, says that no child's face can be seen, WeChat looks, and
 * 张阿姨 sees it at the event that is over; taken back, it is gone. What WeChat refuses is seen by nobody.
 */
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { openJourney } from '../browser/journey'
import { atEase, reads } from '../browser/on-the-page'
import { greyJpeg, sendPhoto } from '../photo'

const journey = openJourney('event-day')

const shown = (page: Page, role: 'button' | 'radio', name: string | RegExp) => page.getByRole(role, { name, exact: typeof name === 'string' }).filter({ visible: true })
const switchOf = (page: Page, number: number) => page.getByRole('radiogroup', { name: `第 ${number} 张照片` })
async function photoOfChen(recordId: string): Promise<void> {
  await sendPhoto(journey.house.world, 'chen', { what: 'event', eventId: 'autumn-games' }, { recordId, bytes: greyJpeg(1200, 900, recordId), takenAt: '2026-11-14T02:10:00.000Z' })
}

test('a photo becomes public, is seen, and is taken back', { timeout: 120_000 }, async () => {
  await photoOfChen('photo-of-the-games')

  const lin = await journey.visit('lin')
  await lin.page.getByRole('tab', { name: '活动' }).click()
  await shown(lin.page, 'button', '趣味运动会：照片').click()
  await reads(lin.page, '只有社区工作人员看得到。')
  const chooser = lin.page.waitForEvent('filechooser')
  await shown(lin.page, 'button', '从相册选').click()
  await (await chooser).setFiles({ name: 'games.jpg', mimeType: 'image/jpeg', buffer: greyJpeg(1000, 1400, 'games') })
  await shown(lin.page, 'button', '存到这个活动').click()
  await reads(lin.page, '照片存上了')
  await switchOf(lin.page, 2).waitFor()
  await atEase(lin, 'two photos, none of them public')

  const zhang = await journey.visit('zhang')
  await shown(zhang.page, 'button', '看看办过的活动').click()
  const past = shown(zhang.page, 'button', /^趣味运动会，/)
  expect(await past.getAttribute('aria-label')).not.toContain('照片')
  await past.click()
  await reads(zhang.page, '趣味运动会')
  expect(await zhang.page.getByText('现场照片').count()).toBe(0)

  await switchOf(lin.page, 2).getByRole('radio', { name: '公开', exact: true }).click()
  await reads(lin.page, '照片里没有孩子的脸吧？')
  await atEase(lin, 'asked')
  await shown(lin.page, 'button', '先不公开').click()
  expect(await switchOf(lin.page, 2).getByRole('radio', { name: '不公开' }).getAttribute('aria-checked')).toBe('true')
  await switchOf(lin.page, 2).getByRole('radio', { name: '公开', exact: true }).click()
  await lin.page.context().setOffline(true)
  await shown(lin.page, 'button', '没有，公开').click()
  await reads(lin.page, '选好的还在，再试一次就行')
  lin.troubles.length = 0
  await lin.page.context().setOffline(false)
  await shown(lin.page, 'button', '再试一次').click()
  await reads(lin.page, '已公开，邻居在活动页能看到。')
  await atEase(lin, 'public')

  await zhang.page.reload()
  await reads(zhang.page, '现场照片')
  // It is fetched once it is near what one sees.
  await shown(zhang.page, 'button', '第 1 张照片，点开看大图').scrollIntoViewIfNeeded()
  expect(await shown(zhang.page, 'button', '第 2 张照片，点开看大图').count()).toBe(0)
  await expect.poll(() => zhang.page.locator('img').evaluateAll((all) => all.some((image) => (image as HTMLImageElement).naturalHeight === 1400)), { timeout: 10_000 }).toBe(true)
  await atEase(zhang, 'seen')
  await shown(zhang.page, 'button', '返回').click()
  await shown(zhang.page, 'button', '看看办过的活动').click()
  await shown(zhang.page, 'button', /^趣味运动会，.*，1 张照片$/).waitFor()

  await switchOf(lin.page, 2).getByRole('radio', { name: '不公开' }).click()
  await expect.poll(() => lin.page.getByText('只有社区工作人员看得到。').filter({ visible: true }).count(), { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
  await atEase(lin, 'taken back')
  await shown(zhang.page, 'button', /^趣味运动会，/).click()
  await reads(zhang.page, '趣味运动会')
  await zhang.page.reload()
  await reads(zhang.page, '趣味运动会')
  await zhang.page.waitForLoadState('networkidle')
  expect(await zhang.page.getByText('现场照片').filter({ visible: true }).count()).toBe(0)
  await atEase(zhang, 'gone')
})

test('what WeChat refuses is seen by nobody, cannot be chosen again, and stays with the staff', { timeout: 60_000 }, async () => {
  await photoOfChen('photo-that-is-refused')
  const lin = await journey.visit('lin')
  await lin.page.getByRole('tab', { name: '活动' }).click()
  await shown(lin.page, 'button', '趣味运动会：照片').click()
  const photos = lin.page.getByRole('button', { name: /点开看大图$/ }).filter({ visible: true })
  await photos.first().waitFor()
  const number = await photos.count()
  const { deliverPushes } = journey.house.world.cloud
  const finds = vi.spyOn(journey.house.world.cloud, 'deliverPushes').mockImplementation(() => deliverPushes('risky'))
  try {
    await switchOf(lin.page, number).getByRole('radio', { name: '公开', exact: true }).click()
    await shown(lin.page, 'button', '没有，公开').click()
    await reads(lin.page, '这张照片微信没有通过，不能公开。')
  } finally {
    finds.mockRestore()
  }
  expect([await switchOf(lin.page, number).count(), await photos.count()]).toEqual([0, number])
  await atEase(lin, 'refused')

  const zhang = await journey.visit('zhang')
  await shown(zhang.page, 'button', '看看办过的活动').click()
  await shown(zhang.page, 'button', /^趣味运动会，/).click()
  await reads(zhang.page, '趣味运动会')
  await zhang.page.waitForLoadState('networkidle')
  expect(await zhang.page.getByText('现场照片').filter({ visible: true }).count()).toBe(0)
  await atEase(zhang, 'nothing to be seen')
})
