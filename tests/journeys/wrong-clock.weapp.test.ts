/**
 * A phone whose battery died, on the real weapp build: without signal its clock stands in 1970. The evening's list still opens, codes and paper are taken, the day of an entry is asked for,
 * and with signal everything falls into its session, by the community's clock.
 */
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { roster } from '../../contract/attendance/roster'
import { entryKey } from '../../contract/registrations/entry-key'
import { register } from '../../contract/registrations/register'
import { signInSheet } from '../../contract/reports/sign-in-sheet'
import { listWork } from '../../contract/work/list'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { codeShown } from '../../src/stores/code-text'
import { newRecordId, valueOf } from '../functions/community-evening'
import { Phone } from '../weapp/phone'

const build = path.resolve(__dirname, '../../dist/weapp')
const sessionId = 'opera-evening-s1'

let world: OpenWorld
const phones: Phone[] = []
beforeAll(async () => { world = await openWorld({ name: 'event-day' }) })
afterEach(() => { for (const phone of phones.splice(0)) phone.close() })
afterAll(() => world.stop())

/** On the same phone as `after`, which was killed. */
function worker(after?: Phone): Phone {
  after?.close()
  const phone = new Phone(build, world, 'chen', after)
  phones.push(phone)
  return phone
}
const waiting = (phone: Phone) => [...phone.state.storage.keys()].filter((name) => name.startsWith('queue/')).length

test('an evening in 1970', async () => {
  for (const [who, callName] of [['zhang', '张阿姨'], ['li', '李叔']] as const) valueOf(await world.call(who, register, { recordId: newRecordId(), eventId: 'opera-evening', sessionIds: [sessionId], partySize: 1, callName }))
  valueOf(await world.call('lin', signInSheet, { recordId: newRecordId(), sessionId }))
  const code = valueOf(await world.call('zhang', entryKey, { eventId: 'opera-evening' })).sessions[0]!.code
  let phone = worker()
  phone.open('/pages/grid-worker/today/index')
  await phone.until(() => phone.state.storage.has(`door-book ${sessionId}/sheet`), 'book and sheet on the phone')
  await phone.rests()

  phone.goOn('closed')
  phone.state.clockOff = 600_000 - world.cloud.clock.now()
  phone = worker(phone)
  phone.open('/pages/grid-worker/today/index')
  await phone.tap('戏曲晚会，去签到')
  await phone.sees('张阿姨')
  phone.state.nextScan = codeShown(code, world.cloud.clock.now()).text
  await phone.tap('扫入场码')
  await phone.sees('1 人，签上了')
  await phone.tap('回到名单')

  phone.open('/pages/grid-worker/sheets/index')
  await phone.tap('戏曲晚会，录入')
  await phone.sees('扫码已签到 1 人，待上传')
  const row = await phone.control('李叔')
  await phone.tap(row)
  await phone.tap('记下')
  await phone.sees('已录入 1 人，待上传')
  expect(waiting(phone)).toBe(2)

  phone.open('/pages/grid-worker/entry/index')
  await phone.sees('手机时间可能不准，这笔是哪一天的？')
  await phone.tap('悬挂横幅')
  await phone.tap('悬挂横幅，加一')
  await phone.tap('记下')
  await phone.sees('先选是哪一天的')
  await phone.tap('11月26日')
  await phone.tap('记下')
  await phone.sees('记在这部手机上了，待上传')

  phone.goOn('open')
  await phone.until(() => waiting(phone) === 0, 'everything with the community')
  const { rows } = valueOf(await world.call('chen', roster, { sessionId }))
  expect(['p-zhang', 'p-li'].map((key) => rows.find(({ personKey }) => personKey === key)?.present)).toEqual([1, 1])
  const [scanned] = world.cloud.db.find('attendance', { sessionId, personKey: 'p-zhang' })
  const [mark] = Object.values(scanned?.['marks'] as Record<string, { at: string }>)
  // As it was, to the minute: the offset that was measured later was that one.
  expect(Math.abs(Date.parse(mark!.at) - world.cloud.clock.now())).toBeLessThan(5 * 60_000)
  expect(valueOf(await world.call('chen', listWork, { unitId: 'yuyin', from: '2026-11-26', to: '2026-11-26' })).entries.map(({ indicator }) => indicator)).toContain('banners_hung')
  expect(phone.problems).toEqual([])
  expect(phone.nameless).toEqual([])
}, 180_000)
