/** What a grid worker meets beside the pages as they first open: no signal, a café's page, what waits, what was refused, a full phone, a wrong clock. Each begins with nothing waiting. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { checkIn as checkInCall } from '../../contract/attendance/check-in'
import { register } from '../../contract/registrations/register'
import { correctWork } from '../../contract/work/correct'
import { logWork } from '../../contract/work/log'
import type { OpenWorld } from '../../emulator/world/open-world'
import { greyJpeg } from '../photo'
import { button, reads } from '../browser/on-the-page'
import { told } from './lived-in'
import type { Looked } from './looked'

const id = 'opera-evening-s1'
const state = (page: string, as: string, first: string, opens: (page: Page) => Promise<void>, query = ''): Looked => ({
  page: `pages/grid-worker/${page}/index`, as, who: 'chen', reads: first, query, opens: async (at) => { await clear(at); await opens(at) },
})
const opera = `id=${id}`

/** Nothing of what an earlier one left. */
const clear = async (page: Page) => {
  const left = await page.evaluate(() => {
    const names = Object.keys(localStorage).filter((name) => /^(queue|photo)\//.test(name))
    for (const name of names) localStorage.removeItem(name)
    return names.length
  })
  if (left > 0) await page.reload()
}
const cloud = /\/door\/(call|upload)/
/** The cloud is away, the page is not. */
const noSignal = (page: Page) => page.route(cloud, (route) => route.abort())
const loginPage = (page: Page) => page.route(cloud, (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<title>登录后上网</title>' }))
const inTab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).filter({ visible: true }).click()

/** An entry of today that was corrected, and 500 at one door. */
export async function makeReady({ call, cloud }: OpenWorld): Promise<void> {
  const logged = { recordId: randomUUID(), indicator: 'banners_hung', quantity: 30, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-3', at: '2026-11-27T09:15:00.000Z', offsetMs: 0 } as const
  await told(call('chen', logWork, logged))
  await told(call('chen', correctWork, { recordId: randomUUID(), entryId: logged.recordId, rev: 1, quantity: 3, softness: 'exact', on: '2026-11-27', reason: '数错了', withdrawn: false, at: '2026-11-27T09:20:00.000Z', offsetMs: 0 }))
  await told(call('zhang', register, { recordId: randomUUID(), eventId: 'opera-evening', sessionIds: [id], partySize: 2, callName: '张阿姨', building: '15号楼3单元', phone: '13800005678' }))
  await told(call('chen', checkInCall, { recordId: randomUUID(), sessionId: id, personKey: 'p-zhang', present: 2, source: 'tap', at: new Date(cloud.clock.now()).toISOString(), offsetMs: 0 }))
  const [one] = cloud.db.find('registrations', { eventId: 'opera-evening' })
  const [book] = cloud.db.find('seat-books', { _id: 'opera-evening' })
  const taken = book?.['taken'] as Record<string, object>
  const keyOf = (i: number) => `p${String(i).padStart(24, '0')}`
  const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗']
  cloud.db.insertMany('registrations', Array.from({ length: 484 }, (_, i) => ({
    ...one, _id: `opera-evening:${keyOf(i)}`, personKey: keyOf(i), callName: `${surnames[i % 20]}阿姨`, building: `${(i % 30) + 1}号楼${(i % 6) + 1}单元`, phoneMask: `138****56${String(i % 100).padStart(2, '0')}`, partySize: (i % 3) + 1,
  })))
  // The book is the truth: who is not in it would be swept away.
  cloud.db.remove('seat-books', { _id: 'opera-evening' })
  cloud.db.insertMany('seat-books', [{ ...book, taken: { ...taken, ...Object.fromEntries(Array.from({ length: 484 }, (_, i) => [keyOf(i), { ...Object.values(taken)[0], n: (i % 3) + 1 }])) } }])
}

interface Laid { call: string; input: object; failure?: string }
const lay = (page: Page, records: readonly Laid[]) => page.evaluate((all) => {
  all.forEach(({ call, input, failure }, n) => {
    const recordId = `record-of-the-phone-${n}`
    localStorage.setItem(`queue/${recordId}`, JSON.stringify({ data: { order: n, owner: 'p-chen', call, input: { recordId, at: '2026-11-27T10:20:00.000Z', offsetMs: 0, ...input }, refused: failure === undefined ? null : { failure } } }))
  })
}, records)

const checkIn = { call: 'attendance/check-in', input: { sessionId: id, personKey: 'p-li', present: 2, source: 'tap' } }
const walkIn = { call: 'attendance/walk-in', input: { sessionId: id, people: 3, source: 'tap' } }
const banners = { call: 'work/log', input: { indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-3', dayConfirmed: false } }
/** Of what nobody knows: where they go out after all, they come to nothing. */
const waiting = [{ ...checkIn, input: { ...checkIn.input, sessionId: 'gone-s1' } }, { ...walkIn, input: { ...walkIn.input, sessionId: 'gone-s1' } }, { ...banners, input: { ...banners.input, unitId: 'gone' } }]
/** One of each kind, each with another reason. */
const refused: Laid[] = [
  { ...checkIn, failure: 'check-in-closed' },
  { call: 'attendance/check-in-code', input: { sessionId: id, code: 'L1.code' }, failure: 'code-stale' },
  { call: 'attendance/meet-face', input: { sessionId: id, callName: '卫奶奶', building: '6号楼' }, failure: 'words-refused' },
  { ...walkIn, failure: 'record-id-taken' },
  { call: 'attendance/headcount', input: { sessionId: id, people: 43, softness: 'exact' }, failure: 'session-not-found' },
  { call: 'attendance/undo', input: { sessionId: id, of: { what: 'walk-in', recordId: 'w'.repeat(24) } }, failure: 'not-allowed' },
  { ...banners, failure: 'day-unsure' },
  { call: 'work/correct', input: { entryId: 'e'.repeat(24), rev: 1, quantity: 5, softness: 'exact', reason: '数错了', withdrawn: false, on: '2026-11-27' }, failure: 'changed-meanwhile' },
  { call: 'work/quiet-month', input: { unitId: 'yuyin-3', month: '2026-11', nothing: true }, failure: 'month-in-future' },
]

async function pickPhoto(page: Page, mark: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await button(page, '从相册选').click()
  await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: greyJpeg(1000, 1400, mark) })
}
async function banner(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '悬挂横幅' }).click()
  await button(page, '悬挂横幅，加一').click()
}
/** The page as it opens where nothing answers. */
async function without(page: Page, words: string | RegExp): Promise<void> {
  await noSignal(page)
  await page.reload()
  await reads(page, words)
}

export const workerStates: Looked[] = [
  state('today', '今天，没有信号，有待上传', '戏曲晚会', async (page) => { await lay(page, waiting); await without(page, '3 条待上传') }),
  state('today', '今天，咖啡馆的登录页', '戏曲晚会', async (page) => { await lay(page, waiting); await loginPage(page); await page.reload(); await reads(page, '3 条待上传') }),
  state('today', '今天，有要处理的', '戏曲晚会', async (page) => { await lay(page, refused); await page.reload(); await reads(page, '9 条需要处理') }),
  state('today', '今天，更正', '戏曲晚会', async (page) => { await button(page, /更正/).click(); await page.getByRole('dialog').filter({ visible: true }).first().waitFor() }),
  state('roster', '签到，没有信号', '未到', async (page) => { await without(page, '未到'); await button(page, /，到$/).click(); await reads(page, '1 条待上传') }, opera),
  state('roster', '签到，已到', '未到', async (page) => { await inTab(page, /^已到/) }, opera),
  state('roster', '签到，没记上', '未到', async (page) => { await lay(page, [{ ...checkIn, failure: 'more-than-the-party' }]); await page.reload(); await page.getByRole('searchbox').fill('老李'); await reads(page, /没记上/) }, opera),
  state('roster', '签到，到了几人', '未到', async (page) => { await button(page, /，改人数$/).click(); await reads(page, /多来的人，用现场登记/) }, opera),
  state('roster', '签到，看号码', '未到', async (page) => { await page.getByRole('searchbox').fill('老李'); await button(page, /看号码$/).click(); await reads(page, '为什么要看号码') }, opera),
  state('roster', '签到，码上的文字', '未到', async (page) => { await button(page, '扫入场码').click(); await reads(page, '码上的文字') }, opera),
  state('roster', '签到，不是邻里的码', '未到', async (page) => { await button(page, '扫入场码').click(); await page.getByRole('textbox', { name: '码上的文字' }).fill('https://example.org'); await button(page, '用这个码').click(); await reads(page, '这不是邻里的码') }, opera),
  state('roster', '签到，清点过了', '未到', async (page) => { await noSignal(page); await button(page, '清点').click(); await button(page, '现场人数，加一').click(); await button(page, '记下').click(); await reads(page, /数错了，撤销/) }, opera),
  state('venue-code', '门口码，没有信号', '戏曲晚会', (page) => without(page, '没连上网，码照样换'), opera),
  state('sheets', '签到表，没有信号', '打印签到表', async (page) => { await noSignal(page); await page.reload(); await reads(page, /没连上网|没有信号|录入/) }),
  state('sheet', '录入签到表，记下了', '没报名的', async (page) => { await noSignal(page); await page.getByRole('checkbox').nth(1).click(); await button(page, '记下').click(); await reads(page, '1 条待上传') }, opera),
  state('entry', '记一笔，手机时间没人对过', '悬挂横幅', async (page) => {
    await noSignal(page)
    await page.evaluate(() => localStorage.removeItem('clock'))
    await page.reload()
    await reads(page, /手机时间可能不准/)
  }),
  state('entry', '记一笔，手机快满了', '悬挂横幅', async (page) => {
    await page.evaluate(() => { Object.defineProperty(navigator, 'storage', { value: { estimate: () => Promise.resolve({ quota: 1e9, usage: 1e9 - 5e6 }) } }) })
    await banner(page)
    await reads(page, /快满了/)
  }),
  state('entry', '记一笔，记在手机上了', '悬挂横幅', async (page) => { await noSignal(page); await banner(page); await button(page, '记下').click(); await reads(page, /记在这部手机上了，待上传/) }),
  state('event-photos', '活动的照片，没有信号', '发到群里', async (page) => { await without(page, /照样可以拍/); await pickPhoto(page, 'kept'); await button(page, '存到这个活动').click(); await reads(page, /还没连上网，照片在手机里/) }, opera),
  state('waiting-photos', '待上传的照片，有一张', '什么时候传照片', async (page) => {
    await noSignal(page)
    await page.goto(page.url().replace(/#.*/, `#/pages/grid-worker/event-photos/index?${opera}`))
    await pickPhoto(page, 'waits')
    await button(page, '存到这个活动').click()
    await reads(page, /还没连上网，照片在手机里/)
    await page.goto(page.url().replace(/#.*/, '#/pages/grid-worker/waiting-photos/index'))
    await reads(page, '什么时候传照片')
  }),
  state('tray', '需要处理', '没有要处理的', async (page) => { await lay(page, refused); await page.reload(); await reads(page, '现在不是这一场的签到时间') }),
  state('month', '这个月记的，各版', '记过的', async (page) => { await button(page, /看各版$/).click(); await reads(page, '第 1 版') }),
]
