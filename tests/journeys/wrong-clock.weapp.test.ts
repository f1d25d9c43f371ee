/**
 * Phones with a wrong clock and without signal, on the real weapp build: in 1970, where the battery died, or a day ahead. The evening's list still opens, codes and paper are taken, the day
 * of an entry is asked for where it is in doubt, and with signal everything falls into its session, by the community's clock.
 */
import { expect, test } from 'vitest'
import { roster } from '../../contract/attendance/roster'
import { entryKey } from '../../contract/registrations/entry-key'
import { register } from '../../contract/registrations/register'
import { signInSheet } from '../../contract/reports/sign-in-sheet'
import { listWork } from '../../contract/work/list'
import { codeShown } from '../../src/stores/code-text'
import { newRecordId, valueOf } from '../functions/community-evening'
import { openWeappJourney, waitingOn } from '../weapp/journey'
import type { Phone } from '../weapp/phone'

const sessionId = 'opera-evening-s1'
const journey = openWeappJourney('event-day')

/** On the same phone as `after`, which was killed. */
const worker = (after?: Phone) => journey.phoneOf('chen', after)
const waiting = (phone: Phone) => waitingOn(phone).length

test('an evening in 1970', async () => {
  for (const [who, callName] of [['zhang', '张阿姨'], ['li', '李叔']] as const) valueOf(await journey.world.call(who, register, { recordId: newRecordId(), eventId: 'opera-evening', sessionIds: [sessionId], partySize: 1, callName }))
  valueOf(await journey.world.call('lin', signInSheet, { recordId: newRecordId(), sessionId }))
  const code = valueOf(await journey.world.call('zhang', entryKey, { eventId: 'opera-evening' })).sessions[0]!.code
  let phone = worker()
  phone.open('/pages/grid-worker/today/index')
  await phone.until(() => phone.state.storage.has(`door-book ${sessionId}/sheet`), 'book and sheet on the phone')
  await phone.rests()

  phone.goOn('closed')
  phone.state.clockOff = 600_000 - journey.world.cloud.clock.now()
  phone = worker(phone)
  phone.open('/pages/grid-worker/today/index')
  await phone.tap('戏曲晚会，去签到')
  await phone.sees('张阿姨')
  phone.state.nextScan = codeShown(code, journey.world.cloud.clock.now()).text
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
  const { rows } = valueOf(await journey.world.call('chen', roster, { sessionId }))
  expect(['p-zhang', 'p-li'].map((key) => rows.find(({ personKey }) => personKey === key)?.present)).toEqual([1, 1])
  const [scanned] = journey.world.cloud.db.find('attendance', { sessionId, personKey: 'p-zhang' })
  const [mark] = Object.values(scanned?.['marks'] as Record<string, { at: string }>)
  // As it was, to the minute: the offset that was measured later was that one.
  expect(Math.abs(Date.parse(mark!.at) - journey.world.cloud.clock.now())).toBeLessThan(5 * 60_000)
  expect(valueOf(await journey.world.call('chen', listWork, { unitId: 'yuyin', from: '2026-11-26', to: '2026-11-26' })).entries.map(({ indicator }) => indicator)).toContain('banners_hung')
  expect(phone.problems).toEqual([])
  expect(phone.nameless).toEqual([])
}, 120_000)

test('an evening a day ahead', async () => {
  valueOf(await journey.world.call('he', register, { recordId: newRecordId(), eventId: 'opera-evening', sessionIds: [sessionId], partySize: 2, callName: '何姐' }))
  const code = valueOf(await journey.world.call('he', entryKey, { eventId: 'opera-evening' })).sessions[0]!.code
  let phone = worker()
  phone.open('/pages/grid-worker/today/index')
  await phone.until(() => phone.state.storage.has(`door-book ${sessionId}`), 'the book on the phone')
  await phone.rests()

  phone.goOn('closed')
  phone.state.clockOff = 86_400_000
  phone = worker(phone)
  phone.open('/pages/grid-worker/today/index')
  await phone.sees('要是手机时间不对，照常签到')
  await phone.tap('戏曲晚会，去签到')
  await phone.sees('何姐')
  expect(phone.words).toContain('手机时间已经过了这一场的签到时间')
  phone.state.nextScan = codeShown(code, journey.world.cloud.clock.now()).text
  await phone.tap('扫入场码')
  await phone.sees('2 人，签上了')
  expect(waiting(phone)).toBe(1)

  phone.goOn('open')
  await phone.until(() => waiting(phone) === 0, 'with the community')
  expect(valueOf(await journey.world.call('chen', roster, { sessionId })).rows.find(({ personKey }) => personKey === 'p-he')?.present).toBe(2)
  const [scanned] = journey.world.cloud.db.find('attendance', { sessionId, personKey: 'p-he' })
  const [mark] = Object.values(scanned?.['marks'] as Record<string, { at: string }>)
  expect(Math.abs(Date.parse(mark!.at) - journey.world.cloud.clock.now())).toBeLessThan(5 * 60_000)
  expect(phone.problems).toEqual([])
}, 120_000)
