/** 张阿姨 signs up on a bad line: the network dies under every tap, nothing that she typed is lost, she is told so each time, and in the end she is signed up once. */
import { expect, test } from 'vitest'
import { openJourney } from '../browser/journey'
import { atEase, button, reads } from '../browser/on-the-page'

const journey = openJourney('event-day')

test('a dead network keeps what was typed and says so, also over a page that is loaded anew; an answer that is lost makes no second registration', { timeout: 120_000 }, async () => {
  const zhang = await journey.visit('zhang')
  const { page } = zhang
  const dead = () => page.route('**/door/call', (route) => route.abort())
  const alive = async () => { await page.unroute('**/door/call'); zhang.troubles.length = 0 }
  const made = () => journey.house.world.cloud.db.find('registrations', { eventId: 'talk-winter', personKey: 'p-zhang' })
  const sheet = page.getByRole('dialog', { name: '报名' })
  const send = () => sheet.getByRole('button', { name: '报名', exact: true }).click()
  const typed = async () => [await page.getByLabel('怎么称呼您').inputValue(), await page.getByLabel('电话（可以不填）').inputValue(), await sheet.getByRole('radio', { name: '不要' }).getAttribute('aria-checked')]

  await button(page, /^冬季血压管理讲座，/).click()
  await button(page, '我要报名').click()
  await page.getByLabel('怎么称呼您').fill('张阿姨')
  await page.getByLabel('电话（可以不填）').fill('13912345678')
  await sheet.getByRole('radio', { name: '不要' }).click()
  await dead()
  await send()
  await reads(page, '没连上网，填的内容都还在。连上以后再点一次，不会报重。')
  expect(await typed()).toEqual(['张阿姨', '13912345678', 'true'])
  expect(made()).toEqual([])

  // WeChat may end an app at any time.
  await alive()
  await page.reload()
  await button(page, '我要报名').click()
  await sheet.waitFor()
  expect(await typed()).toEqual(['张阿姨', '13912345678', 'true'])
  await atEase(zhang, 'typed, and loaded anew')

  // It arrives, and nobody hears of it.
  await page.route('**/door/call', async (route) => {
    if (route.request().postData()?.includes('"register"')) await route.fetch()
    await route.abort()
  })
  await send()
  await reads(page, '没连上网，填的内容都还在。连上以后再点一次，不会报重。')
  expect(await typed()).toEqual(['张阿姨', '13912345678', 'true'])
  expect(made()).toMatchObject([{ status: 'confirmed' }])
  await alive()
  await send()
  await reads(page, '已报名')
  expect(made()).toMatchObject([{ status: 'confirmed', partySize: 1 }])
  await atEase(zhang, 'signed up')

  // What stands on the page stays, and says that it is from before.
  await dead()
  await button(page, '取消报名').click()
  await page.getByRole('button', { name: '取消报名', exact: true }).filter({ visible: true }).last().click()
  await reads(page, '没取到新的，这是刚才的')
  await reads(page, '已报名')
  await reads(page, /不知道办成了没有/)
  expect(made()).toMatchObject([{ status: 'confirmed' }])
  await alive()
  await page.getByRole('button', { name: '再试一次' }).filter({ visible: true }).first().click()
  await expect.poll(() => page.getByText('没取到新的，这是刚才的').filter({ visible: true }).count()).toBe(0)
})
