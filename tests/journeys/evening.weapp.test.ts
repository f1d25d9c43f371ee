/**
 * The evening on the real weapp build, run by WeChat's own compilers and answered by the real functions: a resident
 * registers, a grid worker checks her in and logs three banners with a photo, the admin sees and takes home the figures.
 */
import { expect, test } from 'vitest'
import { monthTotals } from '../../contract/totals/month'
import { openWorld } from '../../emulator/world/open-world'
import { greyJpeg } from '../photo'
import { openWeappJourney } from '../weapp/journey'
import type { Phone } from '../weapp/phone'
import { pagesOf } from '../weapp/running-app'
import { textOfWord } from '../word-text'

/** The app audit's lines (体验评分). */
const limits = { setDataBytes: 256 * 1024, nodes: 1000, depth: 30, functionCallBytes: 100_000 }

const journey = openWeappJourney('event-day')
const { phoneOf } = journey

async function novemberOfYuyin(): Promise<Record<string, number | null>> {
  const answer = await journey.world.call('lin', monthTotals, { unitId: 'yuyin', month: '2026-11' })
  if (!answer.ok) throw new Error(answer.failure)
  return Object.fromEntries(answer.value.figures.map(({ name, value }) => [name, value]))
}

const rooms = ['resident', 'resident-more', 'grid-worker', 'admin'] as const
const isOf = (room: string) => (page: string) => page.startsWith(`pages/${room}/`)

test.each(rooms)('every page of app.json opens without a problem, within the limits of WeChat: %s', async (room) => {
  const phone = phoneOf('lin')
  const queries: Record<string, string> = {
    'pages/resident/event/index': '?id=opera-evening',
    'pages/grid-worker/roster/index': '?id=opera-evening-s1',
    'pages/admin/facts/index': '?unitId=yuyin&month=2026-11&figure=banners_hung',
  }
  expect(pagesOf(phone.app).filter((page) => !rooms.some((one) => isOf(one)(page)))).toEqual([])
  const pages = pagesOf(phone.app).filter(isOf(room))
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) {
    phone.open(`/${page}${queries[page] ?? ''}`)
    await phone.rests()
    await phone.until(() => phone.words !== '', 'any word')
    expect(phone.nameless).toEqual([])
    expect(phone.problems, page).toEqual([])
  }
  withinLimits(phone, `every page of ${room}`)
}, 60_000)

/** What one message to the screen may weigh on the page that residents open first, in bytes. */
const firstPageBytes = 64 * 1024

test('the first page goes to the screen in one small piece, however many events there are', async () => {
  const many = await openWorld({ name: 'event-day' })
  try {
    const [event] = many.cloud.db.find('events', { _id: 'opera-evening' })
    const [book] = many.cloud.db.find('seat-books', { _id: 'opera-evening' })
    const ids = Array.from({ length: 500 }, (_, i) => `opera-${String(i).padStart(26, '0')}`)
    const sessions = (event?.['sessions'] ?? []) as { id: string }[]
    expect(sessions).not.toEqual([])
    many.cloud.db.insertMany('events', ids.map((id) => ({
      ...event, _id: id, title: '庆国庆迎中秋戏曲进社区惠民专场演出'.padEnd(40, '戏'), sessions: sessions.map((session, i) => ({ ...session, id: `${id}-s${i + 1}` })),
    })))
    many.cloud.db.insertMany('seat-books', ids.map((id) => ({ ...book, _id: id })))
    const phone = phoneOf('zhang', undefined, many)
    phone.open('/pages/resident/events/index')
    await phone.sees('庆国庆迎中秋')
    await phone.rests()
    expect(phone.problems).toEqual([])
    expect(phone.stats.largestSetData).toBeLessThanOrEqual(firstPageBytes)
    console.log(`first page among ${ids.length} events: largest setData ${phone.stats.largestSetData} bytes`)
  } finally {
    await many.stop()
  }
}, 60_000)

test('a page opened without what it needs says so and breaks nothing', async () => {
  const phone = phoneOf('zhang')
  for (const page of pagesOf(phone.app)) {
    phone.open(`/${page}`)
    await phone.rests()
    await phone.until(() => phone.words !== '', 'any word')
    expect(phone.problems, page).toEqual([])
  }
}, 60_000)

test('one evening, from signing up to the Word file', async () => {
  const before = await novemberOfYuyin()

  const zhang = phoneOf('zhang')
  zhang.open('/pages/resident/events/index')
  await zhang.tap('戏曲晚会')
  await zhang.sees('社区文化中心一楼大厅')
  await zhang.tap('我要报名')
  await zhang.type('怎么称呼您', '张阿姨')
  await zhang.tap('报名')
  await zhang.sees('已报名')

  const chen = phoneOf('chen')
  chen.open('/pages/grid-worker/today/index')
  await chen.tap('戏曲晚会，去签到')
  await chen.tap('张阿姨，到')
  await chen.sees('已签到')
  chen.back()
  await chen.tap('记一笔')
  await chen.tap('悬挂横幅')
  for (let i = 0; i < 3; i += 1) await chen.tap('悬挂横幅，加一')
  chen.hold(greyJpeg(1280, 960, 'three banners at the east gate'))
  // Nothing private was wanted before its first use; who says no goes on without, and is asked again at the next.
  expect([zhang, chen].map(({ state }) => state.privacy.wanted)).toEqual([[], []])
  await chen.tap('拍一张')
  await chen.sees('用户隐私保护提示')
  await chen.tap('看《用户隐私保护指引》')
  await chen.tap('不同意')
  await chen.until(() => !chen.words.includes('用户隐私保护提示'), 'the sheet gone')
  expect(chen.state.privacy).toMatchObject({ agreed: false, contractsOpened: 1, wanted: [{ given: false }] })
  await chen.tap('拍一张')
  await chen.tap('同意')
  await chen.sees('应用内拍摄')
  expect(chen.state.privacy.wanted.at(-1)).toEqual({ name: 'chooseMedia', given: true })
  await chen.tap('记下')
  await chen.sees('已保存到社区')
  await chen.sees('照片也存上了')

  // The session begins: from here on it counts as held.
  journey.world.cloud.clock.set('2026-11-27T11:05:00.000Z')
  const after = await novemberOfYuyin()
  expect(after.gala_attendances).toBe((before.gala_attendances ?? 0) + 1)
  expect(after.banners_hung).toBe((before.banners_hung ?? 0) + 3)
  const unchanged = ({ gala_held: _, gala_attendances: __, gala_attendees: ___, attendees: ____, banners_hung: _____, ...rest }: typeof after) => rest
  expect(unchanged(after)).toEqual(unchanged(before))

  const lin = phoneOf('lin')
  lin.open('/pages/admin/totals/index')
  expect(await lin.control('文艺汇演参加人次')).toContain(`${after.gala_attendances}人次`)
  expect(await lin.control('横幅')).toContain(`${after.banners_hung}幅`)
  await lin.tap(await lin.control('文艺汇演参加人次'))
  await lin.sees('戏曲晚会')
  await lin.sees('和表里一样')
  lin.back()
  await lin.tap('总结')
  await lin.sees(`${after.banners_hung}幅`)
  await lin.tap('下载 Word')
  await lin.until(() => lin.state.opened.length > 0, 'the Word file opened')
  const word = textOfWord(lin.state.files.get(lin.state.opened[0]?.path ?? '') ?? new Uint8Array())
  expect(word).toContain(`${after.banners_hung}幅`)
  expect(word).toContain(String(after.gala_attendances))

  for (const [phone, who] of [[zhang, '张阿姨'], [chen, '小陈'], [lin, '林主任']] as const) {
    expect(phone.problems, who).toEqual([])
    expect(phone.nameless, who).toEqual([])
    withinLimits(phone, who)
  }
}, 60_000)

function withinLimits({ stats, calls }: Phone, who: string): void {
  console.log(`${who}: ${stats.setDataCalls} setData, largest ${stats.largestSetData} bytes, ${stats.setDataBytes} in all; at most ${stats.nodes} nodes (${stats.nodesAt}), depth ${stats.depth}, ${stats.widest} children; ${calls.length} calls`)
  expect(stats.largestSetData).toBeLessThanOrEqual(limits.setDataBytes)
  expect(stats.nodes).toBeLessThan(limits.nodes)
  expect(stats.depth).toBeLessThan(limits.depth)
  expect(Math.max(...calls.map(({ bytes }) => bytes), 0)).toBeLessThanOrEqual(limits.functionCallBytes)
}
