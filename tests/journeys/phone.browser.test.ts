/** A number that 张阿姨 leaves, and 小陈 who must call her: masked for both, shown once he says why. */
import { expect, test } from 'vitest'
import { openJourney } from '../browser/journey'
import { atEase, button, reads } from '../browser/on-the-page'

const journey = openJourney('event-day')


test('a phone is left, masked, and shown to who must call', { timeout: 90_000 }, async () => {
  const zhang = await journey.visit('zhang')
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

  const chen = await journey.visit('chen')
  await button(chen.page, '戏曲晚会，去签到').click()
  await button(chen.page, '张阿姨，电话 139****5678，看号码').click()
  await atEase(chen, 'why')
  await button(chen.page, '本人没到').click()
  await reads(chen.page, '13912345678')
  await atEase(chen, 'the number')
  expect(journey.house.world.cloud.db.find('audit', { action: 'registrations/reveal-phone' })).toMatchObject([{ by: 'p-chen', facts: { reason: '本人没到' } }])
  await button(chen.page, '关闭').click()
  expect(await chen.page.getByText('13912345678').count()).toBe(0)
})
