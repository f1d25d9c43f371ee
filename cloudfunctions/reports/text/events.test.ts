/** Events that somebody chooses for the text of a report, through the real functions. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { walkIn } from '../../../contract/attendance/walk-in'
import { draftReport } from '../../../contract/reports/draft'
import { beginText, eventsToTell, saveText } from '../../../contract/reports/text'
import { openWorld, type OpenWorld } from '../../../emulator/world/open-world'
import { newRecordId, valueOf } from '../../../tests/functions/community-evening'

let world: OpenWorld
beforeAll(async () => { world = await openWorld({ name: 'month-end' }) })
afterAll(() => world.stop())
beforeEach(() => { for (const name of ['report-texts', 'report-versions']) world.cloud.db.remove(name, {}) })

const hewan = { unitId: 'hewan', month: '2017-09' }
const gala = { figure: 'event:gala-of-willows' }
const street = async () => valueOf(await world.call('he', draftReport, hewan))
const told = async () => (await street()).sections.find(({ kind }) => kind === 'activities')?.paragraphs[0]
const tell = async () => {
  valueOf(await world.call('he', beginText, hewan))
  const change = { id: 'the-gala', base: 0, runs: [{ text: '柳桥的汇演有' }, gala, { text: '参加。' }], place: { section: 'activities' as const, heading: false, after: 'activities-h' } }
  return valueOf(await world.call('he', saveText, { recordId: newRecordId(), ...hewan, changes: [change] }))
}

test('come from its communities in the order of the tree, each as a sentence whose 人次 is a token', async () => {
  expect(valueOf(await world.call('he', eventsToTell, hewan))).toEqual({ parts: [{ id: 'yuyin', name: '榆荫社区' }, { id: 'liuqiao', name: '柳桥社区' }], events: [] })
  const { events } = valueOf(await world.call('he', eventsToTell, { ...hewan, partId: 'liuqiao' }))
  expect(events.find(({ eventId }) => eventId === 'gala-of-willows')).toEqual({
    eventId: 'gala-of-willows', title: '柳桥邻里文艺汇演', on: '2017-09-16',
    runs: [{ text: '9月16日，柳桥社区在柳桥广场举办“柳桥邻里文艺汇演”，' }, { ...gala, print: '43人次' }, { text: '（含现场清点）参加。' }],
  })
  expect(events.map(({ on }) => on)).toEqual(events.map(({ on }) => on).sort())
  const own = valueOf(await world.call('lin', eventsToTell, { unitId: 'yuyin', month: '2017-09' }))
  expect([own.parts.length, own.events.length, own.events.some(({ title }) => title === '沿街商户座谈会')]).toEqual([1, 3, true])
})

test('stand in the text with a number that follows the facts and may be put elsewhere', async () => {
  const { figures } = await tell()
  expect(figures.filter(({ name }) => name.startsWith('event:'))).toEqual([{ name: gala.figure, zh: '柳桥邻里文艺汇演参加人次', print: '43人次' }])
  expect(await told()).toEqual([{ text: '柳桥的汇演有' }, { ...gala, print: '43人次' }, { text: '参加。' }])
  const more = { recordId: newRecordId(), sessionId: 'gala-of-willows-s1', people: 20, source: 'backfill' as const, at: '2017-09-16T11:30:00.000Z', offsetMs: 0 }
  valueOf(await world.call('he', walkIn, more))
  expect((await told())?.[1]).toEqual({ ...gala, print: '50人次' })
})

test('of one that is called off nothing is printed, and the editor is told', async () => {
  await tell()
  world.cloud.db.update('events', { _id: 'gala-of-willows' }, { $set: { status: 'cancelled' } })
  const report = await street()
  world.cloud.db.update('events', { _id: 'gala-of-willows' }, { $set: { status: 'published' } })
  expect(report.editing?.withoutNumber).toContain('一个活动的人次')
  expect(JSON.stringify(report.sections)).not.toContain('gala-of-willows')
})
