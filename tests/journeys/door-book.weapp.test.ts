/**
 * At a door without signal, on the real weapp build: the book was fetched with 今天, then airplane mode; the list opens, people are found, tapped and scanned, and what is no code of this door is refused in words.
 * Back online the community has everything once. What the phone holds after such an evening names nobody.
 */
import { expect, test } from 'vitest'
import { roster } from '../../contract/attendance/roster'
import { venueCode } from '../../contract/attendance/venue-code'
import { card } from '../../contract/people/card'
import { entryKey } from '../../contract/registrations/entry-key'
import { register } from '../../contract/registrations/register'
import type { CastId } from '../../emulator/world/cast'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'
import { codeShown } from '../../src/stores/code-text'
import { newRecordId, valueOf } from '../functions/community-evening'
import { leftOn, unsealed } from '../weapp/left-on-phone'
import { openWeappJourney, waitingOn } from '../weapp/journey'
import type { Phone } from '../weapp/phone'

const sessionId = 'opera-evening-s1'
const journey = openWeappJourney('event-day')

/** On the same phone as `after`, which was killed. */
const worker = (after?: Phone, at?: OpenWorld) => journey.phoneOf('chen', after, at)
const signUp = async (who: CastId, eventId: string, more: object) =>
  valueOf(await journey.world.call(who, register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '居民', ...more }))
const codeOf = async (who: CastId, eventId = 'opera-evening') => {
  const code = valueOf(await journey.world.call(who, entryKey, { eventId })).sessions[0]!.code
  // By the clock of this moment, as their phone would.
  return () => codeShown(code, journey.world.cloud.clock.now()).text
}
const changed = (code: string) => `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`
const inAtCommunity = async () => new Map(valueOf(await journey.world.call('chen', roster, { sessionId })).rows.map(({ personKey, present }) => [personKey, present]))

test('an evening at a door without signal', async () => {
  await signUp('zhang', 'opera-evening', { callName: '张桂芳', building: '翠竹苑3号楼', phone: '13800001234', partySize: 2 })
  await signUp('li', 'opera-evening', { callName: '老李', building: '5号楼' })
  const lost = valueOf(await journey.world.call('zhang', card, {}))
  valueOf(await journey.world.call('zhang', card, { replaces: lost.number }))

  let phone = worker()
  phone.open('/pages/grid-worker/today/index')
  await phone.sees('戏曲晚会')
  await phone.until(() => phone.state.storage.has(`door-book ${sessionId}`), 'the door book on the phone')
  await phone.rests()
  // After the book: she registers, and only the community knows her.
  await signUp('lin', 'opera-evening', { callName: '林素梅' })
  const [zhang, lin, elsewhere, venue] = [await codeOf('zhang'), await codeOf('lin'), await codeOf('li', 'talk-winter'), valueOf(await journey.world.call('chen', venueCode, { sessionId }))]

  phone.goOn('closed')
  phone = worker(phone)
  phone.open('/pages/grid-worker/today/index')
  await phone.tap('戏曲晚会，去签到')
  await phone.sees('截至 18:2')
  await phone.sees('未到 18')
  expect(phone.words).not.toMatch(/桂芳|翠竹|素梅|1380000/)

  await phone.type('按姓、楼号或尾号找', '34')
  await phone.sees('一行 2 人')
  await phone.sees('3号楼')
  expect(phone.words).not.toContain('5号楼')
  await phone.type('按姓、楼号或尾号找', '')

  const scan = async (text: string) => {
    phone.state.nextScan = text
    await phone.tap(phone.words.includes('扫下一位') ? '扫下一位' : '扫入场码')
  }
  for (const [code, words] of [
    [changed(zhang()), '这个码核对不上，不能用'],
    [elsewhere(), '这是别的活动的入场码'],
    [codeShown(venue.code, journey.world.cloud.clock.now()).text, '这是门口码，是给居民扫的'],
    [venue.hung.text, '这是门口码，是给居民扫的'],
    [lost.code, '这张码卡换过新的了'],
    ['https://example.org', '这不是邻里的码'],
  ] as const) {
    await scan(code)
    await phone.sees(words)
  }
  const stale = zhang()
  journey.world.cloud.clock.set(new Date(journey.world.cloud.clock.now() + 120_000).toISOString())
  await scan(stale)
  await phone.sees('这个码过期了')
  expect(waitingOn(phone), 'what is refused on the spot waits for nothing').toEqual([])

  await scan(zhang())
  await phone.sees('3号楼，一行 2 人，签上了')
  await scan(zhang())
  await phone.sees('早就签过到了')
  await scan(lin())
  await phone.sees('名单里没有这一位。已记下，联网后核对')
  await phone.tap('回到名单')
  await phone.tap('老李，到')
  await phone.tap('现场登记')
  await phone.type('称呼（可以不填）', '王建国一家')
  await phone.tap('记下')
  await phone.sees('5 条待上传')

  // All that the client has laid down, by all names that the community knows and that were typed here.
  const names = [...new Set(journey.world.cloud.db.find('registrations', { eventId: 'opera-evening' }).map(({ callName }) => String(callName)))]
  const secrets = [...names, '阿姨', '桂芳', '素梅', '建国', '翠竹', '3号楼']
  expect(names.length).toBeGreaterThan(15)
  const dump = leftOn(phone.state)
  expect(dump).toContain(`door-book ${sessionId}`)
  expect(secrets.filter((secret) => dump.includes(secret))).toEqual([])
  expect(dump).not.toMatch(/(?<![\dA-Za-z_-])1[3-9]\d{9}(?!\d)/)
  // The same dump finds them where nothing is sealed; and even there no full name of the list, no number.
  const bare = unsealed(phone.state)
  for (const name of ['王建国一家', '老李', '陈老师']) expect(bare, name).toContain(name)
  for (const secret of ['张桂芳', '桂芳', '翠竹', '13800001234']) expect(bare, secret).not.toContain(secret)

  phone.goOn('open')
  await phone.until(() => waitingOn(phone).length === 0, 'everything with the community', 20_000)
  const there = await inAtCommunity()
  expect([there.get('p-zhang'), there.get('p-li'), there.get('p-lin')]).toEqual([2, 1, 1])
  await phone.rests()
  await phone.tap('已到')
  await phone.sees('张桂芳')
  expect(phone.problems).toEqual([])
  expect(phone.nameless).toEqual([])

  // When the session takes nothing any more, the book is gone with the community's first word, on whatever page.
  journey.world.cloud.clock.set('2026-11-27T18:31:00.000Z')
  phone = worker(phone)
  phone.open('/pages/resident/events/index')
  await phone.until(() => ![...phone.state.storage.keys()].some((name) => name.startsWith(`door-book ${sessionId}`)), 'no book left')
}, 120_000)

test('a list of 500 opens without signal in pieces of at most 64 KB, and any of them is found', async () => {
  const many = await openWorld({ name: 'event-day' })
  try {
    const [one] = many.cloud.db.find('registrations', { eventId: 'opera-evening' })
    const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗']
    many.cloud.db.insertMany('registrations', Array.from({ length: 484 }, (_, i) => ({
      ...one, _id: `opera-evening:p${String(i).padStart(24, '0')}`, personKey: `p${String(i).padStart(24, '0')}`, callName: `${surnames[i % 20]}阿姨`, building: `${(i % 30) + 1}号楼${(i % 6) + 1}单元`, phoneMask: `138****56${String(i % 100).padStart(2, '0')}`, partySize: (i % 3) + 1,
    })))
    let phone = worker(undefined, many)
    phone.open('/pages/grid-worker/today/index')
    await phone.until(() => phone.state.storage.has(`door-book ${sessionId}`), 'the door book on the phone', 20_000)
    await phone.rests()
    phone.goOn('closed')
    phone = worker(phone, many)
    phone.open(`/pages/grid-worker/roster/index?id=${sessionId}`)
    await phone.sees('未到 500')
    await phone.sees('1 到 30，共 500 位')
    const opening = phone.stats.largestSetData
    await phone.tap('后一页')
    await phone.sees('31 到 60，共 500 位')
    await phone.type('按姓、楼号或尾号找', '77')
    await phone.until(() => phone.words.includes('***77') && !phone.words.includes('***78'), 'those whose number ends with 77')
    await phone.type('按姓、楼号或尾号找', '')
    await phone.tap('姓，刘')
    await phone.until(() => !phone.words.includes('李阿姨'), 'only 刘')
    console.log(`roster of 500: largest setData on opening ${opening} bytes, in all ${phone.stats.largestSetData}; at most ${phone.stats.nodes} nodes; sealed book ${phone.state.storage.get(`door-book ${sessionId}`)!.length} bytes`)
    expect(phone.stats.largestSetData).toBeLessThanOrEqual(64 * 1024)
    expect(phone.stats.nodes).toBeLessThan(1000)
    expect(phone.problems).toEqual([])
  } finally {
    await many.stop()
  }
}, 120_000)
