/**
 * The words of a report are changed, in a real browser: a figure cannot be typed over and comes back by 撤销; what is changed without a network is kept on the
 * device and goes out with it; two people who change the same paragraph are both asked; the report, and what is handed in, say the new words.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { draftReport } from '../../contract/reports/draft'
import { saveText, beginText } from '../../contract/reports/text'
import { openJourney } from '../browser/journey'
import { button, reads } from '../browser/on-the-page'
import { namelessControls } from '../browser/visit'
import { valueOf } from '../functions/community-evening'

const journey = openJourney('month-end')

const yuyin = { unitId: 'yuyin', month: '2017-09' }
const field = (page: Page) => page.getByRole('textbox', { name: '这一段' }).filter({ visible: true }).first()
const told = async () => JSON.stringify(valueOf(await journey.house.world.call('lin', draftReport, yuyin)).sections)

test('words are changed, figures stay themselves, nothing is lost or overwritten', { timeout: 120_000 }, async () => {
  const { page, troubles } = await journey.visit('lin')
  await page.goto('about:blank')
  await page.goto(`${journey.house.url}/?as=lin#/pages/admin/report/index`)
  await button(page, '改文字').click()
  await reads(page, '点一段就能改')
  await button(page, /^改这一段：张贴标语/).click()

  // A figure is rubbed out whole, and comes back.
  await field(page).fill('张贴标语〔1条〕，悬挂横幅〔3幅〕，发放资料〔300份〕。')
  await expect.poll(() => field(page).inputValue(), { timeout: 15_000 }).toBe('张贴标语，悬挂横幅〔3幅〕，发放资料〔300份〕。')
  await button(page, '撤销').click()
  await expect.poll(() => field(page).inputValue(), { timeout: 15_000 }).toBe('张贴标语〔12条〕，悬挂横幅〔3幅〕，发放资料〔300份〕。')
  await field(page).fill('楼道里贴了标语〔12条〕，悬挂横幅〔3幅〕，发放资料〔300份〕。')
  await reads(page, '已保存')
  await expect.poll(told, { timeout: 15_000 }).toContain('楼道里贴了标语')
  expect(await told()).toContain('"figure":"slogans_posted","print":"12条"')
  expect(await namelessControls(page)).toEqual([])

  // Without a network it waits on the device, also when the page is opened anew.
  await page.context().setOffline(true)
  await field(page).fill('楼道里、广场上贴了标语〔12条〕，悬挂横幅〔3幅〕，发放资料〔300份〕。')
  await reads(page, '先存在这台手机上')
  expect(await told()).not.toContain('广场上')
  await page.context().setOffline(false)
  await reads(page, '已保存')
  await expect.poll(told, { timeout: 15_000 }).toContain('广场上')

  // 何姐 writes in the same paragraph.
  const he = valueOf(await journey.house.world.call('he', beginText, yuyin))
  const block = he.blocks!.find(({ id }) => id === 'publicity-1')!
  await page.context().setOffline(true)
  await field(page).fill('林主任又改：标语〔12条〕。')
  valueOf(await journey.house.world.call('he', saveText, { recordId: 'he-writes-too-0000001', ...yuyin, changes: [{ id: block.id, base: block.rev, runs: [{ text: '何姐改：' }, { figure: 'slogans_posted' }, { text: '。' }] }] }))
  await page.context().setOffline(false)
  await reads(page, '何姐也改了这一段')
  expect(await told()).toContain('何姐改：')
  expect(await namelessControls(page)).toEqual([])
  await button(page, '用我的').click()
  await expect.poll(told, { timeout: 15_000 }).toContain('林主任又改：标语')

  await button(page, '历次改动').click()
  await reads(page, '系统起草')
  await page.getByRole('dialog').getByRole('button', { name: /^看何姐/ }).click()
  await reads(page, '何姐改：')
  await button(page, '恢复成这一版').click()
  await expect.poll(told, { timeout: 15_000 }).toContain('何姐改：')
  await button(page, '改好了').click()
  await reads(page, '文字由林主任改过')
  await reads(page, '何姐改：')
  // Lost lines are what was asked for.
  expect(troubles.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('a street tells an event of its community, and the number in it opens to the event', { timeout: 120_000 }, async () => {
  const { page, troubles } = await journey.visit('he')
  await page.goto('about:blank')
  await page.goto(`${journey.house.url}/?as=he#/pages/admin/report/index`)
  await button(page, '改文字').click()
  await reads(page, '点一段就能改')
  await button(page, /^改这一段：.*走访/).click()
  await button(page, '加一个活动').click()
  await button(page, '榆荫社区的活动').click()
  await button(page, '加上沿街商户座谈会').waitFor()
  await button(page, '换一个单位').click()
  await button(page, '柳桥社区的活动').click()
  await button(page, '加上柳桥邻里文艺汇演').click()
  await expect.poll(() => field(page).inputValue(), { timeout: 15_000 }).toBe('9月16日，柳桥社区在柳桥广场举办“柳桥邻里文艺汇演”，〔43人次〕（含现场清点）参加。')
  await reads(page, '已保存')
  expect(await namelessControls(page)).toEqual([])
  const street = async () => JSON.stringify(valueOf(await journey.house.world.call('he', draftReport, { unitId: 'hewan', month: '2017-09' })).sections)
  await expect.poll(street, { timeout: 15_000 }).toContain('"figure":"event:gala-of-willows","print":"43人次"')
  await button(page, '改好了').click()
  await reads(page, '文字由何姐改过')
  expect(troubles).toEqual([])
})
