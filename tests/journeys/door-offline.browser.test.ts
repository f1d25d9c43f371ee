/** A door without signal: 小陈 chooses a 熟面孔, takes in a new one, counts the room and takes that back, and types in a sheet; with signal all of it is in the books, once. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { roster } from '../../contract/attendance/roster'
import { createEvent } from '../../contract/events/create'
import { publishEvent } from '../../contract/events/publish'
import { addFace } from '../../contract/people/add-face'
import { register } from '../../contract/registrations/register'
import { signInSheet } from '../../contract/reports/sign-in-sheet'
import type { CastId } from '../../emulator/world/cast'
import { openJourney } from '../browser/journey'
import { button, reads } from '../browser/on-the-page'
import { namelessControls } from '../browser/visit'
import { newRecordId, valueOf } from '../functions/community-evening'

let sessionId: string
let known: string
const journey = openJourney('event-day', async ({ house }) => {
  const { call, cloud } = house.world
  const { eventId } = valueOf(await call('lin', createEvent, { recordId: newRecordId(), kind: 'work_meeting', title: '楼道议事会', hostUnitId: 'yuyin', placeName: '社区活动室', sessions: [{ startsAt: '2026-11-27T12:00:00.000Z', endsAt: '2026-11-27T13:00:00.000Z', capacity: 40 }] }))
  valueOf(await call('lin', publishEvent, { eventId }))
  sessionId = `${eventId}-s1`
  const come = async (who: CastId, callName: string, partySize: number) => { valueOf(await call(who, register, { recordId: newRecordId(), eventId, sessionIds: [sessionId], partySize, callName })) }
  await come('zhang', '张阿姨', 3)
  await come('li', '李叔', 1)
  known = valueOf(await call('li', addFace, { callName: '王奶奶', building: '2号楼' })).personKey
  // Printed in the office: the phone takes the sheet along.
  valueOf(await call('lin', signInSheet, { recordId: newRecordId(), sessionId }))
  cloud.clock.set('2026-11-27T12:05:00.000Z')
})

const goTo = (page: Page, path: string) => page.evaluate((hash) => { location.hash = hash }, `#/pages/grid-worker/${path}`)
const here = (page: Page) => page.evaluate(() => Object.keys(localStorage).map((name) => `${name} ${localStorage.getItem(name)}`).join('\n'))

test('a browser that is full says so, keeps what lies there, and takes the record once there is room', { timeout: 120_000 }, async () => {
  const { page } = await journey.visit('chen')
  await goTo(page, `roster/index?id=${sessionId}`)
  await reads(page, '张阿姨')
  await page.context().setOffline(true)
  await button(page, '李叔，到').click()
  await reads(page, '1 条待上传')
  // To the last letter that this browser gives.
  await page.evaluate(() => {
    for (let size = 1 << 22; size >= 1; size >>= 1) {
      try {
        for (let n = 0; ; n += 1) localStorage.setItem(`other ${size} ${n}`, 'x'.repeat(size))
      } catch { /* smaller ones */ }
    }
  })
  await button(page, '张阿姨，到').click()
  await reads(page, /手机里没有空间了，这一次没记下/)
  await button(page, '张阿姨，到').waitFor()
  await reads(page, '1 条待上传')
  await page.evaluate(() => { for (const name of Object.keys(localStorage)) if (name.startsWith('other ')) localStorage.removeItem(name) })
  await button(page, '张阿姨，到').click()
  await reads(page, '2 条待上传')
  for (const who of ['张阿姨', '李叔']) await button(page, `${who}，点错了，撤销`).click()
  await page.context().close()
})

test('faces, a count and paper without signal', { timeout: 180_000 }, async () => {
  const { page } = await journey.visit('chen')
  const context = page.context()
  // A browser fetches each page when it is opened; WeChat has them all. The door itself is not opened before the signal is gone.
  await reads(page, '楼道议事会')
  await expect.poll(() => here(page), { timeout: 30_000 }).toContain(`door-book ${sessionId}/sheet`)
  await goTo(page, 'roster/index?id=opera-evening-s1')
  await reads(page, '扫入场码')
  await goTo(page, 'sheet/index?id=opera-evening-s1')
  await reads(page, '加一行空白行')
  await context.setOffline(true)

  await goTo(page, `roster/index?id=${sessionId}`)
  await reads(page, /楼道议事会 · /)
  await button(page, '现场登记').click()
  await button(page, '常来的邻居？从熟面孔里选').click()
  await reads(page, '没有信号，名单里只有姓和楼号，选了、添了都能记')
  await button(page, '王奶奶 2号楼，到').click()
  await button(page, '添一位熟面孔').click()
  await page.getByLabel('称呼', { exact: true }).fill('卫奶奶')
  await page.getByLabel('楼号（可以不填）').fill('6号楼')
  expect(await namelessControls(page)).toEqual([])
  await button(page, '记下并签到').click()
  await reads(page, '卫奶奶')
  await button(page, '关闭').click()
  await reads(page, '2 条待上传')
  await page.getByRole('tab', { name: /^已到/ }).click()
  for (const name of ['王奶奶', '卫奶奶']) await button(page, `${name}，点错了，撤销`).waitFor()
  expect(await here(page)).not.toMatch(/奶奶|6号楼/)

  await button(page, '清点').click()
  await button(page, '现场人数，加一').click()
  await button(page, '记下').click()
  await button(page, '清点 3 人，数错了，撤销').click()
  // It was tried without signal: perhaps it arrived, so it is taken back by a record of its own.
  await reads(page, '4 条待上传')
  expect(await page.getByText('数错了，撤销').count()).toBe(0)

  await goTo(page, `sheet/index?id=${sessionId}`)
  await reads(page, '表上的人')
  await page.getByRole('checkbox', { name: /^1 号，李叔/ }).click()
  await button(page, '加一行空白行').click()
  await page.getByLabel('表上写的是现几').fill('9999999')
  await reads(page, '表上的号是 1 到 5000')
  await page.getByLabel('表上写的是现几').fill('现12')
  await button(page, '加上').click()
  await button(page, '记下').click()
  await reads(page, '6 条待上传')
  await reads(page, '空白行 现12，1 人')
  await button(page, '楼道议事会，打印签到表').click()
  await reads(page, '打印要有信号。有了信号再点打印签到表')

  await context.setOffline(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  const { db } = journey.house.world.cloud
  await expect.poll(() => db.find('attendance', { sessionId }).length, { timeout: 30_000 }).toBe(3)
  await expect.poll(() => db.find('walk-ins', { sessionId }).length, { timeout: 30_000 }).toBe(1)
  const [met] = db.find('faces', { callName: '卫奶奶' })
  expect(db.find('attendance', { sessionId }).map((one) => one['personKey']).sort()).toEqual(['p-li', known, String(met?.['personKey'])].sort())
  expect(db.find('walk-ins', { sessionId })[0]?.['line']).toBe(12)
  expect(valueOf(await journey.house.world.call('lin', roster, { sessionId }))).toMatchObject({ headcounts: [], room: { signedIn: 3, walkIns: 1, headcount: null, attendances: 4 } })
})
