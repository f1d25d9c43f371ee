/**
 * A photo on the real weapp build: taken without signal, the app killed, a café's page that says 200, Wi-Fi only; in the end the community has it
 * once and the phone has nothing left. The same picture for something else is asked about.
 */
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { greyJpeg, sendPhoto, sha256Of } from '../photo'
import { Phone } from '../weapp/phone'

const folder = path.resolve(__dirname, '../../dist/weapp')
const ofTheOpera = '/pages/grid-worker/event-photos/index?id=opera-evening-s1'
let world: OpenWorld
let phone: Phone
beforeAll(async () => { world = await openWorld({ name: 'event-day' }) })
beforeEach(() => { phone = new Phone(folder, world, 'chen'); phone.state.privacy.agreed = true })
afterEach(() => {
  phone.close()
  world.cloud.db.remove('photos', {})
  world.cloud.db.remove('uploads', {})
})
afterAll(() => world.stop())

interface Kept { _id: string; sha256: string; eventId: string; source: string; width: number; height: number }
const kept = () => world.cloud.db.find('photos', {}) as unknown as Kept[]
const onPhone = () => [...phone.state.files].filter(([place]) => place.startsWith('http://usr/photos/'))
const records = () => [...phone.state.storage.keys()].filter((name) => name.startsWith('photo/'))

async function take(picture: Uint8Array, how: '拍一张' | '从相册选' = '拍一张'): Promise<void> {
  phone.open(ofTheOpera)
  await phone.sees('存好以后只有社区工作人员看得到')
  await phone.rests()
  phone.hold(picture)
  await phone.tap(how)
  await phone.sees(how === '拍一张' ? '应用内拍摄' : '相册导入')
}
/** Killed as WeChat kills it: what the next run finds is what lay there. */
function killed(): void {
  const before = phone
  before.close()
  phone = new Phone(folder, world, 'chen', before)
}

test('without signal it is kept, small and marked; killed and opened again it goes up by itself, once, and leaves nothing behind', async () => {
  phone.open(ofTheOpera)
  await phone.sees('存好以后只有社区工作人员看得到')
  await phone.rests()
  phone.goOn('closed')
  // Opened anew without signal: the page says that photos can be taken all the same.
  killed()
  await take(greyJpeg(3000, 2000, 'the stage'))
  expect(phone.words).toContain('照样可以拍，照片先存在这部手机里，联网后自动上传')
  await phone.tap('存到这个活动')
  await phone.sees('还没连上网，照片在手机里')
  await phone.sees('删除小程序或清理微信缓存，会丢失还没上传的照片。')
  const [[, bytes] = []] = onPhone()
  const said = Buffer.from(bytes ?? []).toString('utf8')
  expect(said).toContain('榆荫社区 1号 · 邻里 应用内拍摄')
  expect(said).toMatch(/2026年11月27日 18:2\d/)
  expect(said).not.toContain('小陈')
  expect([kept().length, onPhone().length, records().length]).toEqual([0, 1, 1])

  killed()
  phone.goOn('login-page')
  phone.open('/pages/grid-worker/waiting-photos/index')
  await phone.sees('待上传 1 张')
  await phone.sees('照片占用')
  expect(kept()).toEqual([])
  phone.goOn('open')
  await phone.sees('照片都传上了')
  expect(kept()).toMatchObject([{ sha256: sha256Of(bytes ?? new Uint8Array()), eventId: 'opera-evening', source: 'in-app', width: 1600, height: 1067 }])
  expect([onPhone(), records()]).toEqual([[], []])
  expect(phone.problems).toEqual([])
}, 60_000)

test('with Wi-Fi only it waits for Wi-Fi', async () => {
  phone.state.network = '4g'
  phone.open('/pages/grid-worker/waiting-photos/index')
  await phone.tap('只用 Wi-Fi')
  await take(greyJpeg(1200, 900, 'over 4g'))
  await phone.tap('存到这个活动')
  await phone.sees('等连上 Wi-Fi 再传')
  expect([kept().length, onPhone().length]).toEqual([0, 1])
  killed()
  phone.state.network = 'wifi'
  phone.open('/pages/grid-worker/waiting-photos/index')
  await phone.until(() => kept().length === 1 && onPhone().length === 0, 'the photo to be kept, and gone from the phone')
  await phone.sees('照片都传上了')
}, 60_000)

test('the same bytes at another event: its worker is asked before they are sent, and may say 还是用这张', async () => {
  const picture = greyJpeg(1000, 800, 'everywhere')
  await take(picture, '从相册选')
  phone.goOn('closed')
  await phone.tap('存到这个活动')
  await phone.sees('还没连上网')
  const [[, drawn] = []] = onPhone()
  await sendPhoto(world, 'lin', { what: 'event', eventId: 'autumn-games' }, { recordId: 'the-same-somewhere-else', bytes: drawn ?? new Uint8Array() })
  phone.goOn('open')
  await phone.sees('同一张照片已经用在“趣味运动会”了')
  expect(kept().length).toBe(1)
  await phone.tap('还是用这张')
  await phone.until(() => kept().length === 2 && onPhone().length === 0, 'the photo to be kept, and gone from the phone')
}, 60_000)

test('into the group chat: the picture in WeChat\'s own sheet, the sentence ready to be pasted', async () => {
  await sendPhoto(world, 'chen', { what: 'event', eventId: 'opera-evening' }, { recordId: 'photo-of-the-opera', bytes: greyJpeg(900, 600, 'opera') })
  phone.open(ofTheOpera)
  await phone.tap('第 1 张照片发到群里')
  await phone.sees('已经复制好')
  expect(phone.state.clipboard).toBe('戏曲晚会，11月27日，社区文化中心一楼大厅')
  expect(phone.state.shown).toHaveLength(1)
}, 60_000)
