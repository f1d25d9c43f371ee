/**
 * A month goes up, in a real browser: 林主任 hands September in, 何姐 returns it with a remark on a section, it is handed in again and approved; what comes
 * later stands beside the closed figures; the street names who is missing and is closed by its only admin alone.
 */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { logWork } from '../../contract/work/log'
import { openJourney } from '../browser/journey'
import { atEase, button, reads } from '../browser/on-the-page'
import type { Visit } from '../browser/visit'

const journey = openJourney('month-end')

const answers = (page: Page, words: string) => page.getByRole('alertdialog').getByRole('button', { name: words }).click()

async function openReport({ page }: Visit, who: 'lin' | 'he'): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${journey.house.url}/?as=${who}#/pages/admin/report/index`)
}

test('September is handed in, returned, approved and corrected, and the street after it', { timeout: 180_000 }, async () => {
  const lin = await journey.visit('lin')
  await openReport(lin, 'lin')
  await button(lin.page, '提交').click()
  await atEase(lin, 'before submitting')
  await answers(lin.page, '提交')
  await reads(lin.page, '提交好了')

  const he = await journey.visit('he')
  await openReport(he, 'he')
  await reads(he.page, '已提交，等批准')
  await button(he.page, '看榆荫社区的总结').click()
  await reads(he.page, '请您看过以后批准')
  await button(he.page, '退回').click()
  await he.page.getByRole('radio', { name: '说的是哪一部分，宣传' }).click()
  await he.page.getByRole('radio', { name: '张贴标语12条，悬挂横幅3幅，发放资料300份。' }).click()
  await he.page.getByRole('textbox', { name: '修改意见' }).fill('写上贴在哪里')
  await atEase(he, 'sending back')
  await he.page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await reads(he.page, '退回去了')

  await openReport(lin, 'lin')
  await reads(lin.page, '写上贴在哪里')
  await reads(lin.page, '宣传：“张贴标语12条')
  await button(lin.page, '重新提交').click()
  await answers(lin.page, '提交')
  await reads(lin.page, '提交好了')

  await openReport(he, 'he')
  await button(he.page, '看榆荫社区的总结').click()
  await reads(he.page, '请您看过以后批准')
  await button(he.page, '批准').click()
  await answers(he.page, '批准')
  await reads(he.page, '批准了')
  await atEase(he, 'approved')

  const late = await journey.house.world.call('chen', logWork, { recordId: 'late-entry-000000001', indicator: 'banners_hung', quantity: 7, softness: 'exact', on: '2017-09-29', unitId: 'yuyin-2', at: '2017-10-01T01:00:00.000Z', offsetMs: 0 })
  expect(late).toMatchObject({ ok: true, value: { outcome: 'correction' } })
  await openReport(lin, 'lin')
  await reads(lin.page, '已办结')
  await reads(lin.page, '2017年9月办结后的更正')
  await button(lin.page, '看第 1 份').click()
  await reads(lin.page, '正在看第 1 份')
  await atEase(lin, 'closed')
  await lin.page.getByRole('tab', { name: '汇总' }).filter({ visible: true }).click()
  await reads(lin.page, '2017年10月还没有记录')
  await button(lin.page, '换时段').click()
  await button(lin.page, '2017年9月').click()
  await reads(lin.page, '数字是批准时的，不再变')
  await button(lin.page, '更新').click()
  await reads(lin.page, '2017年9月办结后的更正')
  await atEase(lin, 'totals')

  await openReport(he, 'he')
  await reads(he.page, '还没提交')
  await button(he.page, '提交').click()
  await he.page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
  await reads(he.page, '请写原因')
  await he.page.getByRole('textbox', { name: '柳桥社区没办结的原因' }).fill('管理员住院，下月补报')
  await he.page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
  await reads(he.page, '提交好了')
  await reads(he.page, '柳桥社区本月未办结：管理员住院，下月补报')
  await button(he.page, '批准').click()
  await reads(he.page, '单人办理')
  await answers(he.page, '批准')
  await reads(he.page, '批准了')
  await reads(he.page, '（单人办理）')
  await atEase(he, 'the street')
})
