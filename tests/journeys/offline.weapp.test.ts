/**
 * An evening without signal on the real weapp build: a worker checks in, takes in walk-ins, counts the room and logs an entry in airplane mode, the app is
 * killed and opened again in between, a café answers everything with its login page, and in the end everything is with the community, once.
 */
import { expect, test } from 'vitest'
import { roster } from '../../contract/attendance/roster'
import type { Output } from '../../contract/call'
import { changeParty } from '../../contract/registrations/change'
import { register } from '../../contract/registrations/register'
import { listWork } from '../../contract/work/list'
import { personKeyOf } from '../../emulator/world/cast'
import { valueOf } from '../functions/community-evening'
import { openWeappJourney, waitingOn } from '../weapp/journey'
import type { Phone } from '../weapp/phone'

const sessionId = 'opera-evening-s1'
const journey = openWeappJourney('event-day')

/** On the same phone as `after`, which was killed. */
const worker = (after?: Phone) => journey.phoneOf('chen', after)
const wish = (n: number) => `wish-${String(n).padStart(20, '0')}`
async function signUp(who: 'zhang' | 'li', n: number, partySize: number, callName: string) {
  return valueOf(await journey.world.call(who, register, { recordId: wish(n), eventId: 'opera-evening', sessionIds: [sessionId], partySize, callName }))
}
const atCommunity = async (): Promise<Output<typeof roster>> => valueOf(await journey.world.call('chen', roster, { sessionId }))
const logged = async () => valueOf(await journey.world.call('chen', listWork, { unitId: 'yuyin', from: '2026-11-27', to: '2026-11-27' })).entries

async function toRoster(phone: Phone) {
  phone.open('/pages/grid-worker/today/index')
  await phone.tap('戏曲晚会，去签到')
}

test('what was recorded without signal survives being killed, a login page and a refusal, and counts once', async () => {
  await signUp('zhang', 1, 1, '张阿姨')
  const lis = await signUp('li', 2, 3, '老李')
  const before = await atCommunity()
  const entriesBefore = (await logged()).length

  // While there is signal, the list is fetched.
  let phone = worker()
  await toRoster(phone)
  await phone.sees('张阿姨')
  phone.goOn('closed')
  await phone.tap('张阿姨，到')
  await phone.tap('老李，到')
  await phone.sees('2 条待上传')
  expect(phone.words).toContain('删除小程序或清理微信缓存会丢失未上传的记录')
  expect(phone.words).not.toContain('已签到')
  await phone.tap('现场登记')
  await phone.type('称呼（可以不填）', '王建国一家')
  for (let i = 0; i < 2; i += 1) await phone.tap('现场登记人数，加一')
  await phone.tap('记下')
  await phone.sees('3 条待上传')

  // Killed between two taps, and opened again without signal.
  phone = worker(phone)
  phone.open('/pages/grid-worker/today/index')
  await phone.sees('3 条待上传')
  await phone.sees('戏曲晚会')
  await phone.tap('记一笔')
  await phone.tap('悬挂横幅')
  for (let i = 0; i < 3; i += 1) await phone.tap('悬挂横幅，加一')
  await phone.tap('记下')
  await phone.sees('记在这部手机上了，待上传')
  expect(phone.words).not.toContain('已保存到社区')
  expect(waitingOn(phone)).toHaveLength(4)
  // Nothing that names anybody can be read there.
  const dump = [...phone.state.storage.values()].join(' ')
  expect(dump).toContain('banners_hung')
  expect(dump).not.toMatch(/王建国|张阿姨|老李|小陈|(?<!\d)1[3-9]\d{9}(?!\d)/)

  // A café's network says 200 to everything.
  phone.goOn('login-page')
  await phone.rests()
  phone = worker(phone)
  phone.open('/pages/grid-worker/today/index')
  await phone.sees('4 条待上传')
  await phone.tap('现在上传')
  await phone.rests()
  expect(waitingOn(phone)).toHaveLength(4)
  expect((await atCommunity()).room).toEqual(before.room)

  // Meanwhile one of the parties has become smaller than the worker saw at the door.
  valueOf(await journey.world.call('li', changeParty, { recordId: wish(3), eventId: 'opera-evening', was: lis.wish, partySize: 1 }))
  phone.goOn('open')
  await phone.until(() => waitingOn(phone).length === 1, 'everything but the refused one gone from the phone')
  await phone.sees('1 条需要处理')
  await phone.sees('已保存到社区')
  const { rows, walkIns, room } = await atCommunity()
  expect(rows.find(({ personKey }) => personKey === personKeyOf('zhang'))).toMatchObject({ present: 1 })
  expect(walkIns.map(({ people, callName }) => [people, callName])).toEqual([...before.walkIns.map((one) => [one.people, one.callName]), [3, '王建国一家']])
  expect(room.attendances).toBe(before.room.attendances + 4)
  expect((await logged()).length).toBe(entriesBefore + 1)

  await phone.tap('去看看')
  await phone.sees('签到 3 人')
  await phone.sees('超过了报名的人数，多的人请用现场登记')
  await phone.sees('回名单改人数')
  await phone.tap('签到 3 人，不要这条了')
  await phone.tap('删掉')
  await phone.sees('没有要处理的')
  expect(waitingOn(phone)).toEqual([])

  // With signal one tap is one stamp.
  await toRoster(phone)
  await phone.tap('老李，到')
  await phone.sees('已签到')
  await phone.tap('老李，点错了，撤销')
  await phone.until(() => waitingOn(phone).length === 0, 'the undo receipted')
  await phone.sees('老李')
  expect((await atCommunity()).rows.find(({ personKey }) => personKey === personKeyOf('li'))?.present).toBeNull()
  expect(phone.problems).toEqual([])
  expect(phone.nameless).toEqual([])
}, 90_000)
