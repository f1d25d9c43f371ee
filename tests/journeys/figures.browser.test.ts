/** 林主任 brings a figure over, is asked about one that was recorded too, mends an entry with a nought too many, and fills in the profile. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { logWork } from '../../contract/work/log'
import { openJourney } from '../browser/journey'
import { newRecordId, valueOf } from '../functions/community-evening'

const journey = openJourney('event-day', async ({ house }) => {
  for (const [on, quantity] of [['2026-08-10', 80], ['2026-09-10', 90], ['2026-10-10', 100], ['2026-11-10', 9000]] as const) {
    valueOf(await house.world.call('chen', logWork, { recordId: newRecordId(), indicator: 'leaflets_given', quantity, softness: 'exact', on, unitId: 'yuyin-3', at: '2026-11-27T10:15:00.000Z', offsetMs: 0 }))
  }
})

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first()
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).filter({ visible: true }).first()
const seen = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor()

async function open(page: Page, path: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${journey.house.url}/?as=lin#/pages/admin/${path}/index`)
}

async function choose(page: Page, indicator: string): Promise<void> {
  await button(page, '选一个指标').click()
  await page.getByRole('searchbox').fill(indicator)
  await button(page, new RegExp(`^${indicator}，`)).click()
  await radio(page, '11月').click()
}

test('a figure comes over with its source, and stands marked in the month', { timeout: 90_000 }, async () => {
  const { page, troubles } = await journey.visit('lin')
  await open(page, 'today')
  await seen(page, '等着您的')
  await button(page, '引用数').click()
  await button(page, '录入一个数').click()
  await button(page, '存好').click()
  await seen(page, '请选是什么数')
  await choose(page, '荣誉')
  await page.getByLabel('多少项').fill('2')
  await page.getByLabel('系统的名称').fill('市文明网')
  await button(page, '存好').click()
  await seen(page, '别的系统：市文明网')

  // 资料 was recorded in November, too.
  await button(page, '录入一个数').click()
  await choose(page, '资料')
  await page.getByLabel('多少份').fill('300')
  await page.getByLabel('系统的名称').fill('宣传系统')
  await button(page, '存好').click()
  await seen(page, /是同一批吗/)
  await button(page, '存好').click()
  await seen(page, '请先回答上面的问题')
  await radio(page, '不是同一批，分开列出').click()
  await button(page, '存好').click()
  await seen(page, '和记录不是同一批')

  await open(page, 'totals')
  // What is kept stands as of its last run: who has just written something asks anew.
  await button(page, '更新').click()
  await seen(page, '2项')
  await seen(page, '300份')
  expect(troubles).toEqual([])
  await page.context().close()
})

test('an entry with a nought too many is mended where it is told of', { timeout: 60_000 }, async () => {
  const { page, troubles } = await journey.visit('lin')
  await open(page, 'checks')
  await seen(page, /资料记了 9000份/)
  await button(page, /^更正这一笔/).click()
  await page.getByLabel('多少份').fill('90')
  await radio(page, '数错了').click()
  await page.getByRole('button', { name: '更正', exact: true }).filter({ visible: true }).click()
  await page.getByText(/资料记了 9000份/).filter({ visible: true }).waitFor({ state: 'detached' })
  expect(journey.house.world.cloud.db.find('work-entries', { quantity: 9000 })).toEqual([])
  expect(troubles).toEqual([])
  await page.context().close()
})

test('the profile takes a line, hides a few, and computes a share', { timeout: 60_000 }, async () => {
  const { page, troubles } = await journey.visit('lin')
  await open(page, 'profile')
  await seen(page, '还没有概况')
  for (const [name, number, shown] of [['常住人口', '3200', '3200 人'], ['60 岁及以上', '800', '800 人'], ['80 岁及以上', '7', '不足10 人']] as const) {
    await button(page, '添一行').click()
    await button(page, name).click()
    await page.getByLabel('多少人').fill(number)
    await button(page, '存好').click()
    await seen(page, shown)
  }
  await button(page, '添一行').click()
  await button(page, '60 岁及以上占比').click()
  await button(page, '存好').click()
  await seen(page, '25%')
  expect(troubles).toEqual([])
  await page.context().close()
})
