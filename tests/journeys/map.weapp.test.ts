/** A place picked on WeChat's map, on the real weapp build and with what the map would answer written down beforehand. What the map itself looks like only WeChat can show. */
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { Phone } from '../weapp/phone'

let world: OpenWorld
let phone: Phone
beforeAll(async () => { world = await openWorld({ name: 'event-day' }) })
beforeEach(async () => {
  phone = new Phone(path.resolve(__dirname, '../../dist/weapp'), world, 'lin')
  phone.open('/pages/admin/event-new/index')
  await phone.tap('更多设置')
})
afterEach(() => phone.close())
afterAll(() => world.stop())

const hall = { name: '河湾文化站', address: '河湾路 8 号', latitude: '30.592761', longitude: 114.305252 }
const typed = '30.592761，114.305252'
const wanted = () => phone.state.privacy.wanted.map(({ name, given }) => `${name} ${given}`)

test('after the contract is agreed to, the place that was picked stands in the form, and is kept with the event', async () => {
  phone.state.nextPlace = hall
  await phone.tap('在地图上选')
  await phone.sees('接下来要在地图上选地点')
  expect(phone.words).not.toContain('摄像头')
  await phone.tap('同意')
  await phone.sees(typed)
  expect(wanted()).toEqual(['requirePrivacyAuthorize true', 'chooseLocation true'])
  expect(phone.words).toContain('河湾文化站')
  await phone.type('活动名称', '地图上选的讲座')
  await phone.tap('存为草稿')
  await phone.until(() => world.cloud.db.count('events', { title: '地图上选的讲座' }) === 1, 'the draft kept')
  expect(world.cloud.db.find('events', { title: '地图上选的讲座' })).toMatchObject([{ placeName: '河湾文化站', point: { latitude: 30.592761, longitude: 114.305252 }, status: 'draft' }])
  expect(phone.problems).toEqual([])
  expect(phone.nameless).toEqual([])
}, 90_000)

test('who refuses the contract, closes the map, or has none that opens goes on typing; a name that stands is not overwritten', async () => {
  phone.state.nextPlace = hall
  await phone.tap('在地图上选')
  await phone.tap('不同意')
  await phone.rests()
  expect([phone.words.includes(typed), wanted()]).toEqual([false, ['requirePrivacyAuthorize false']])
  await phone.tap('在地图上选')
  phone.state.nextPlace = null
  await phone.tap('同意')
  await phone.rests()
  expect([phone.words.includes(typed), phone.words.includes('地图没打开')]).toEqual([false, false])
  phone.state.nextPlace = 'broken'
  await phone.tap('在地图上选')
  await phone.sees('地图没打开，再点一次，或者直接填两个数')
  phone.state.nextPlace = hall
  await phone.type('在哪里', '活动室二楼')
  await phone.tap('在地图上选')
  await phone.sees(typed)
  expect([phone.words.includes('河湾文化站'), phone.words.includes('地图没打开')]).toEqual([false, false])
  expect(phone.problems).toEqual([])
}, 90_000)
