/** 名单 as Excel: what somebody typed stays text, numbers are masked, and taking it along is known. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { namesFile } from '../../contract/registrations/names'
import { register } from '../../contract/registrations/register'
import { registerFor } from '../../contract/registrations/register-for'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'
import { readSheet } from '../_shared/spreadsheet/read-sheet'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const plan = { sessions: [session(3, 10), session(10, 10)], questions: [{ id: 'q1', text: '午餐', kind: 'text' as const, required: false }, { id: 'q2', text: '紧急电话', kind: 'phone' as const, required: false }] }
const audits = () => world.cloud.db.find('audit').filter(({ action }) => action === namesFile.name)

test('who comes, in rows; every cell of words is text, whatever it begins with', async () => {
  const eventId = await world.publish(plan)
  const [s1, s2] = [`${eventId}-s1`, `${eventId}-s2`]
  valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [s1, s2], partySize: 3, children: 1, callName: '=1+1', building: '@SUM(A1)', phone: '13912345678', answers: { q1: '+素食', q2: '13700001111' } }))
  valueOf(await world.call('lin', registerFor, { recordId: newRecordId(), eventId, sessionIds: [s1], partySize: 1, callName: '-王奶奶' }))
  const { name, xlsx, rows } = valueOf(await world.call('lin', namesFile, { eventId }))
  expect([name, rows]).toEqual(['邻里文艺晚会 名单.xlsx', 2])
  const bytes = Buffer.from(xlsx, 'base64')
  const cells = (readSheet(bytes, 50) ?? []).map(({ cells: row }) => [...row.values()])
  expect(cells[0]).toEqual(['序号', '称呼', '楼号', '电话', '人数', '其中孩子', '哪一场', '报名', '报名时间', '午餐', '紧急电话', '签名'])
  expect(cells[1]).toEqual(['1', '=1+1', '@SUM(A1)', '139****5678', '3', '1', '11月30日、12月7日', '已报名', expect.stringMatching(/^11月27日 18:2\d$/), '+素食', '137****1111'])
  expect(cells[2]).toEqual(['2', '-王奶奶', '1', '11月30日', '已报名', expect.stringMatching(/^11月27日/)])
  const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'])
  expect(sheet).not.toContain('<f>')
  // Only whole numbers stand as numbers; every other cell names its kind of text.
  for (const [, head = '', inner = ''] of sheet.matchAll(/<c ([^>]*)>(.*?)<\/c>/g)) if (!/t="(s|inlineStr)"/.test(head)) expect(inner).toMatch(/^<v>\d+<\/v>$/)
  expect(JSON.stringify(cells)).not.toMatch(/13912345678|13700001111/)
})

test('the same list again is the same file, known once; with somebody new it is another, known too', async () => {
  const eventId = await world.publish({ sessions: [session(3, 10)] })
  const before = audits().length
  const take = async (who: 'lin' | 'he' = 'lin') => valueOf(await world.call(who, namesFile, { eventId })).xlsx
  expect(await take()).toBe(await take())
  expect(audits()).toHaveLength(before + 1)
  expect(audits().at(-1)).toMatchObject({ by: 'p-lin', unitId: 'yuyin', facts: { eventId, rows: 0 } })
  await take('he')
  expect(audits()).toHaveLength(before + 2)
  valueOf(await world.call('lin', registerFor, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '李大爷' }))
  await take()
  expect(audits()).toHaveLength(before + 3)
  // It lies in no storage.
  expect(world.cloud.db.find('exports').every(({ path, bytes }) => path === '' && bytes === null)).toBe(true)
})

test('its name is one that every machine takes, whatever the event is called', async () => {
  const eventId = await world.publish({ title: '../春 "联" <义写>: 一/二\\三|四?*', sessions: [session(3, 10)] })
  expect(valueOf(await world.call('lin', namesFile, { eventId })).name).toMatch(/^[^\\/:*?"<>|\r\n]+ 名单\.xlsx$/)
})

test('nobody but the admins of its unit takes it along, and a draft has none', async () => {
  const eventId = await world.publish()
  expect(failureOf(await world.call('chen', namesFile, { eventId }))).toBe('not-allowed')
  expect(failureOf(await world.call('lin', namesFile, { eventId: await world.plan() }))).toBe('event-not-found')
})
