/**
 * A right comes and goes, in a real browser: 林主任 invites 张阿姨 as grid worker and reads out the code, 张阿姨 types it in and
 * works; 林主任 withdraws the role, and with her next tap 张阿姨 is told.
 */
import { test } from 'vitest'
import { openJourney } from '../browser/journey'
import { atEase, button, reads } from '../browser/on-the-page'

const journey = openJourney('event-day')




test('a role is given by a code, used, and withdrawn with effect from the next tap', async () => {
  const lin = await journey.visit('lin')
  await lin.page.goto(`${journey.house.url}/?as=lin#/pages/resident/mine/index`)
  await button(lin.page, /^单位与人员，/).click()
  await button(lin.page, '改动第1网格').waitFor()
  await atEase(lin, 'units')
  await button(lin.page, '谁能做什么').click()
  await button(lin.page, '邀请').click()
  await lin.page.getByRole('textbox', { name: '称呼' }).fill('张阿姨')
  await atEase(lin, 'inviting')
  await button(lin.page, '生成邀请码').click()
  const spoken = await lin.page.getByRole('img', { name: /^邀请码 \w{4} \w{4} \w{4}$/ }).getAttribute('aria-label') ?? ''
  await lin.page.getByRole('img', { name: '邀请码的二维码' }).waitFor()
  await atEase(lin, 'code')
  await button(lin.page, '关闭').click()
  await button(lin.page, '作废给张阿姨的邀请').waitFor()

  const zhang = await journey.visit('zhang')
  await zhang.page.getByRole('tab', { name: '我的' }).click()
  await button(zhang.page, '我有邀请码').click()
  await zhang.page.getByRole('textbox', { name: '邀请码' }).fill('0000-0000-0000')
  await button(zhang.page, '接受邀请').click()
  await reads(zhang.page, '请向给您邀请码的人要一个新的')
  await zhang.page.getByRole('textbox', { name: '邀请码' }).fill(spoken.replace('邀请码 ', '').toLowerCase())
  await atEase(zhang, 'joining')
  await button(zhang.page, '接受邀请').click()
  await reads(zhang.page, '您现在是榆荫社区的网格员')
  await atEase(zhang, 'joined')
  await button(zhang.page, '去今天').click()
  await button(zhang.page, '戏曲晚会，去签到').waitFor()
  await button(zhang.page, '记一笔').click()
  await zhang.page.getByRole('radio', { name: '悬挂横幅' }).click()
  await button(zhang.page, '悬挂横幅，加一').click()

  await lin.page.reload()
  await button(lin.page, '改动张阿姨').click()
  await button(lin.page, '收回').click()
  await reads(lin.page, '张阿姨不能再在榆荫社区签到、记工作')
  await lin.page.getByRole('alertdialog').getByRole('button', { name: '收回', exact: true }).click()
  await reads(lin.page, '张阿姨的网格员权限收回了')
  await atEase(lin, 'withdrawn')

  await button(zhang.page, '记下').click()
  await reads(zhang.page, '您没有这项权限')
  await atEase(zhang, 'refused')
}, 180_000)
