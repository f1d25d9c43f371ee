/** A phone that is nearly full, on the real weapp build and within WeChat's own limits: it is said before, nothing old is dropped, and what could not be kept is not said to be kept. */
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { roster } from '../../contract/attendance/roster'
import { register } from '../../contract/registrations/register'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { newRecordId, valueOf } from '../functions/community-evening'
import { Phone } from '../weapp/phone'

const build = path.resolve(__dirname, '../../dist/weapp')
const sessionId = 'opera-evening-s1'
const mostStored = 10 * 1024 * 1024

let world: OpenWorld
let phone: Phone
beforeAll(async () => {
  world = await openWorld({ name: 'event-day' })
  for (const [who, callName] of [['zhang', '张阿姨'], ['li', '老李']] as const) valueOf(await world.call(who, register, { recordId: newRecordId(), eventId: 'opera-evening', sessionIds: [sessionId], partySize: 1, callName }))
})
afterEach(() => phone.close())
afterAll(() => world.stop())

/** Of other things, so that so many letters are left. */
function leave(letters: number): void {
  const { storage } = phone.state
  storage.delete('other')
  const used = [...storage].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
  storage.set('other', JSON.stringify('x'.repeat(mostStored - used - letters - 'other'.length - 2)))
}
const waiting = () => [...phone.state.storage.keys()].filter((name) => name.startsWith('queue/')).length

test('nearly full is said before the next record, full is said of the record, and what lay there goes to the community', async () => {
  phone = new Phone(build, world, 'chen')
  phone.open('/pages/grid-worker/today/index')
  await phone.tap('戏曲晚会，去签到')
  await phone.sees('张阿姨')
  phone.goOn('closed')
  leave(900_000)
  await phone.tap('张阿姨，到')
  await phone.sees('手机里给邻里的空间快满了，请连上网，让待上传的先传完')
  await phone.sees('1 条待上传')
  leave(60)
  await phone.tap('老李，到')
  await phone.sees('手机里没有空间了，这一次没记下')
  expect([waiting(), phone.words.includes('2 条待上传')]).toEqual([1, false])
  phone.state.storage.delete('other')
  await phone.tap('老李，到')
  await phone.sees('2 条待上传')
  phone.goOn('open')
  await phone.until(() => waiting() === 0, 'everything with the community')
  expect(valueOf(await world.call('chen', roster, { sessionId })).room.signedIn).toBe(2)
  expect(phone.problems).toEqual([])
})

test('before a photo: little room is said, and with none nothing is taken', async () => {
  phone = new Phone(build, world, 'chen')
  const page = `/pages/grid-worker/event-photos/index?id=${sessionId}`
  phone.state.files.set('http://usr/other', Buffer.alloc(190_000_000))
  phone.open(page)
  await phone.sees('手机给邻里留的地方快满了。请先连上网，把待上传的照片传完再拍；已经拍的都还在。')
  phone.state.files.set('http://usr/other', Buffer.alloc(199_000_000))
  await phone.tap('拍一张')
  await phone.sees('手机给邻里留的地方满了，现在拍了存不下。')
  expect(phone.problems).toEqual([])
})
