/** 打印签到表 on the real weapp build: WeChat's viewer shows the file, and the next look at the page takes it off the phone. */
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { Phone } from '../weapp/phone'
import { textOfWord } from '../word-text'

let world: OpenWorld
let phone: Phone
beforeAll(async () => {
  world = await openWorld({ name: 'event-day' })
  phone = new Phone(path.resolve(__dirname, '../../dist/weapp'), world, 'chen')
})
afterAll(async () => {
  phone.close()
  await world.stop()
})

const onPhone = () => [...phone.state.files.keys()].filter((name) => name.endsWith('.docx'))

test('a sheet is opened, and does not stay', async () => {
  phone.open('/pages/grid-worker/sheet/index?id=opera-evening-s1')
  await phone.sees('打印签到表')
  await phone.tap('戏曲晚会，打印签到表')
  await phone.until(() => phone.state.opened.length > 0, 'the viewer')
  const [opened] = phone.state.opened
  expect(opened).toEqual({ path: 'http://usr/made/戏曲晚会 签到表 11月27日.docx', fileType: 'docx' })
  expect(textOfWord(phone.state.files.get(opened!.path) as Uint8Array)).toContain('现1')
  await phone.sees('表上的人')
  phone.open('/pages/grid-worker/sheets/index')
  await phone.until(() => onPhone().length === 0, 'gone from the phone')
  expect(phone.problems).toEqual([])
}, 60_000)
