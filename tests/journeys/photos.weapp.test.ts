/** The photos of an event on the real weapp build: 林主任 shows one, is asked about children first, and sees what WeChat says of it. */
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { greyJpeg, sendPhoto } from '../photo'
import { Phone } from '../weapp/phone'

let world: OpenWorld
let phone: Phone
beforeAll(async () => {
  world = await openWorld({ name: 'event-day' })
  await sendPhoto(world, 'chen', { what: 'event', eventId: 'autumn-games' }, { recordId: 'photo-of-the-games', bytes: greyJpeg(900, 1200, 'games'), takenAt: '2026-11-14T02:10:00.000Z' })
})
beforeEach(() => { phone = new Phone(path.resolve(__dirname, '../../dist/weapp'), world, 'lin') })
afterEach(() => phone.close())
afterAll(() => world.stop())

async function show(): Promise<void> {
  phone.open('/pages/admin/photos/index?id=autumn-games')
  await phone.sees('只有社区工作人员看得到。')
  await phone.tap('公开')
  await phone.sees('照片里没有孩子的脸吧？')
  await phone.tap('没有，公开')
  await phone.sees('审核中')
}

test('a photo is shown once WeChat agrees, and taken back', async () => {
  await show()
  await world.cloud.deliverPushes('pass')
  await phone.sees('已公开，邻居在活动页能看到。')
  await phone.tap('不公开')
  await phone.until(() => !phone.words.includes('已公开'), 'taken back')
  expect(phone.problems).toEqual([])
}, 60_000)

test('one that WeChat refuses says so, and can no longer be chosen', async () => {
  await show()
  await world.cloud.deliverPushes('risky')
  await phone.sees('这张照片微信没有通过，不能公开。')
  expect(phone.words).not.toContain('不公开公开')
  expect(phone.problems).toEqual([])
}, 60_000)
