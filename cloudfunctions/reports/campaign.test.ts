/** A campaign as a report: what is its own and nothing else, what its lists rest on, and the files of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headcount } from '../../contract/attendance/headcount'
import { callCampaign, tick } from '../../contract/events/campaigns'
import { draftReport } from '../../contract/reports/draft'
import { excelReport } from '../../contract/reports/excel'
import type { Report } from '../../contract/reports/report'
import { wordReport } from '../../contract/reports/word'
import { logWork } from '../../contract/work/log'
import { aCampaign } from '../../tests/faults/writing-campaigns'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => {
  world = await openEvening()
  world.cloud.clock.set('2026-11-27T12:20:00.000Z')
})
afterAll(() => world.stop())

const lately = { at: '2026-11-27T12:20:00.000Z', offsetMs: 0 }
const called = async (who: 'lin' | 'he', unitId: string) => valueOf(await world.call(who, callCampaign, { ...aCampaign(), unitId })).campaignId
const call = async (more: object = {}) => valueOf(await world.call('lin', callCampaign, { ...aCampaign(), ...more })).campaignId
const tagged = async (campaignId: string, item: string, what: 'event' | 'entry', factId: string) => void valueOf(await world.call('lin', tick, { campaignId, item, what, factId, tagged: true, seen: 0 }))
const logged = async (quantity: number, on: string) => {
  const recordId = newRecordId()
  valueOf(await world.call('he', logWork, { recordId, indicator: 'leaflets_given', quantity, softness: 'exact', on, unitId: 'yuyin-1', ...lately }))
  return recordId
}
const held = async (people: number, more: object = {}) => {
  const eventId = await world.publish({ sessions: [session(0)], ...more })
  valueOf(await world.call('he', headcount, { recordId: newRecordId(), sessionId: `${eventId}-s1`, people, softness: 'exact', source: 'tap', ...lately }))
  return eventId
}
const of = (campaignId: string) => ({ unitId: 'yuyin', month: '2026-11', campaignId })
const draft = async (campaignId: string) => valueOf(await world.call('lin', draftReport, of(campaignId)))
const textOf = ({ sections }: Report) => sections.map(({ heading, paragraphs }) => [heading ?? '', ...paragraphs.map((runs) => runs.map((run) => ('text' in run ? run.text : run.print)).join(''))].join('\n')).join('\n')
const valuesOf = ({ table }: Report) => Object.fromEntries(table.flatMap(({ name, value }) => (value === null || name === 'people' ? [] : [[name, value]])))

test('its own facts alone, also the day before it began; its lists say what they rest on and what is missing', async () => {
  const campaignId = await call({ from: '2026-11-24', to: '2026-11-30' })
  expect((await draft(campaignId)).sections).toHaveLength(1)
  await held(10)
  await logged(100, '2026-11-25')
  const gala = await held(43, { campaignId })
  await tagged(campaignId, 'whole', 'entry', await logged(5, '2026-11-23'))
  expect(valuesOf(await draft(campaignId))).toMatchObject({ gala_held: 1, gala_attendances: 43, leaflets_given: 5 })
  expect(textOf(await draft(campaignId))).toContain('“两个一”各项还没有记录。')

  await tagged(campaignId, 'c1-i1', 'event', gala)
  const report = await draft(campaignId)
  expect([report.title, report.campaign, report.days]).toEqual(['榆荫社区第十二个民族团结进步宣传月活动工作总结', { id: campaignId, name: '第十二个民族团结进步宣传月活动' }, { from: '2026-11-24', to: '2026-11-30' }])
  expect(textOf(report)).toContain('“两个一”中已有记录的是：办一场晚会；还没有的是：出一期专栏。')
  expect(report.events.map(({ eventId }) => eventId)).toEqual([gala])

  await tagged(campaignId, 'c1-i2', 'entry', await logged(1, '2026-11-26'))
  expect(textOf(await draft(campaignId))).toContain('“两个一”各项都有记录：办一场晚会；出一期专栏。')
})

test('one of another community, and one that is not there, are not found', async () => {
  // 何姐 of the street may ask for either community; one of 柳桥 is not 榆荫's, and 榆荫's is not 柳桥's.
  const [theirs, ours] = [await called('he', 'liuqiao'), await called('lin', 'yuyin')]
  for (const made of [draftReport, wordReport, excelReport]) {
    for (const campaignId of ['nobody', theirs]) expect(failureOf(await world.call('lin', made, of(campaignId)))).toBe('campaign-not-found')
    expect(failureOf(await world.call('he', made, { ...of(ours), unitId: 'liuqiao' }))).toBe('campaign-not-found')
    // The unit comes first: whether there is such a campaign is nobody's who may not ask for the unit.
    for (const campaignId of ['nobody', theirs]) expect(failureOf(await world.call('lin', made, { ...of(campaignId), unitId: 'liuqiao' }))).toBe('unit-not-found')
    // Who is above is concerned, and whoever is below what they are called to.
    expect(failureOf(await world.call('chen', made, of(ours)))).toBe('not-allowed')
    valueOf(await world.call('he', made, { ...of(ours), unitId: 'hewan' }))
  }
})

test('its Word and Excel files carry the same figures, and are known by the same code again', async () => {
  const campaignId = await call()
  await held(21, { campaignId })
  for (const made of [wordReport, excelReport]) {
    const [first, again] = [valueOf(await world.call('lin', made, of(campaignId))), valueOf(await world.call('lin', made, of(campaignId)))]
    expect([first.name, again.fileId]).toEqual([expect.stringContaining('第十二个民族团结进步宣传月活动工作总结'), first.fileId])
  }
})
