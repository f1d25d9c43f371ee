/** 意见建议 in a real browser: 张阿姨 writes without a name, 林主任 answers, 张阿姨 reads it; a lost line loses no word. */
import { expect, test } from 'vitest'
import { openJourney } from '../browser/journey'
import { atEase, button, reads } from '../browser/on-the-page'

const journey = openJourney('event-day')


test('a resident writes, the admin answers, the resident reads', { timeout: 120_000 }, async () => {
  const zhang = await journey.visit('zhang')
  await button(zhang.page, '意见建议').click()
  await reads(zhang.page, '写给 榆荫社区')
  await atEase(zhang, 'nothing written yet')
  await button(zhang.page, '发给管理员').click()
  await reads(zhang.page, '请写几句')
  const text = zhang.page.getByRole('textbox', { name: '您的意见建议' })
  await text.fill('请统计每户的民族')
  await button(zhang.page, '发给管理员').click()
  await reads(zhang.page, '意见建议里写到了个人的民族')
  await text.fill('东门路灯写着违规测试词')
  await button(zhang.page, '发给管理员').click()
  await reads(zhang.page, '里面有不合适的字句')
  await atEase(zhang, 'refused')

  await text.fill('东门的路灯晚上不亮')
  // WeChat may end an app at any time.
  const kept = () => zhang.page.evaluate(() => localStorage.getItem('typed-suggestion') ?? '')
  await expect.poll(kept).toContain('东门的路灯晚上不亮')
  await zhang.page.reload()
  await reads(zhang.page, '写给 榆荫社区')
  expect(await text.inputValue()).toBe('东门的路灯晚上不亮')
  await zhang.page.context().setOffline(true)
  await button(zhang.page, '发给管理员').click()
  await reads(zhang.page, '没连上网，填的内容都还在')
  expect(await text.inputValue()).toBe('东门的路灯晚上不亮')
  zhang.troubles.length = 0
  await zhang.page.context().setOffline(false)
  await button(zhang.page, '发给管理员').click()
  await reads(zhang.page, '收到了。答复会写在下面。')
  await reads(zhang.page, '还没有答复')
  expect(await text.inputValue()).toBe('')
  expect(await kept()).toBe('')
  await atEase(zhang, 'sent')
  expect(journey.house.world.cloud.db.find('suggestions')).toMatchObject([{ text: '东门的路灯晚上不亮', callName: null, unitId: 'yuyin' }])

  const lin = await journey.visit('lin', { width: 1280, height: 800 })
  await button(lin.page, '意见建议').waitFor()
  await lin.page.getByRole('tab', { name: '答复居民' }).click()
  await reads(lin.page, '没有署名')
  await atEase(lin, 'what was written')
  await button(lin.page, '答复，东门的路灯晚上不亮').click()
  await lin.page.getByRole('textbox', { name: '怎么答复' }).fill('已经报修，周五修好')
  await atEase(lin, 'answering')
  await button(lin.page, '发出').click()
  await button(lin.page, '改答复，东门的路灯晚上不亮').waitFor()
  await atEase(lin, 'answered')

  await zhang.page.reload()
  await reads(zhang.page, '已经报修，周五修好')
  await atEase(zhang, 'read')
})
