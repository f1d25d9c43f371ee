/** WeChat's button for the number, on the real weapp build: its question names the number whatever was asked before, and no is no obstacle. */
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { Phone } from '../weapp/phone'

let world: OpenWorld
let phone: Phone
beforeAll(async () => { world = await openWorld({ name: 'event-day' }) })
beforeEach(() => {
  phone = new Phone(path.resolve(__dirname, '../../dist/weapp'), world, 'chen')
  phone.state.number = '13800001234'
})
afterEach(() => phone.close())
afterAll(() => world.stop())

async function refuseTheCamera(): Promise<void> {
  phone.open('/pages/grid-worker/today/index')
  await phone.tap('记一笔')
  await phone.tap('悬挂横幅')
  await phone.tap('拍一张')
  await phone.sees('接下来要用到摄像头')
  await phone.tap('不同意')
}

async function pressTheButton(eventId: string): Promise<void> {
  phone.open(`/pages/resident/event/index?id=${eventId}`)
  await phone.tap('我要报名')
  await phone.tap('用微信的手机号')
  await phone.sees('接下来要用到您的手机号')
  expect(phone.words).not.toContain('摄像头')
}

test('after the camera was refused, the number is asked for by its name, and who refuses types it', async () => {
  await refuseTheCamera()
  await pressTheButton('opera-evening')
  await phone.tap('不同意')
  await phone.until(() => !phone.words.includes('用户隐私保护提示'), 'the sheet gone')
  expect(phone.words).not.toContain('13800001234')
  await phone.type('怎么称呼您', '小陈')
  await phone.type('电话（可以不填）', '13900005678')
  await phone.tap('报名')
  await phone.sees('已报名')
  expect(phone.state.privacy).toMatchObject({ agreed: false, wanted: [{ name: 'requirePrivacyAuthorize' }, { name: 'getPhoneNumber', given: false }] })
  expect(phone.problems).toEqual([])
}, 60_000)

test('who agrees has the number in the field, where it can still be taken out', async () => {
  await pressTheButton('class-calligraphy')
  await phone.tap('同意')
  await phone.sees('13800001234')
  await phone.type('电话（可以不填）', '')
  expect(phone.words).not.toContain('13800001234')
  expect(phone.problems).toEqual([])
}, 60_000)
