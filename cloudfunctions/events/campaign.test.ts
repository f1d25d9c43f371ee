/** 主题月: called for, changed, and its checklists ticked by what has happened. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { callCampaign, campaignStanding, changeCampaign, listCampaigns, tick, tickable } from '../../contract/events/campaigns'
import { cancelEvent } from '../../contract/events/cancel'
import { correctWork } from '../../contract/work/correct'
import { logWork } from '../../contract/work/log'
import type { CastId } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'
import { aCampaign } from '../../tests/faults/writing-campaigns'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())
beforeEach(() => world.cloud.clock.set('2026-11-27T10:20:00.000Z'))

const call = async (more: object = {}, who: CastId = 'lin') => valueOf(await world.call(who, callCampaign, { ...aCampaign(), ...more })).campaignId
const planOf = () => { const { recordId: _id, unitId: _unit, ...plan } = aCampaign(); return plan }
const stands = async (campaignId: string, unitId = 'yuyin', who: CastId = 'lin') => valueOf(await world.call(who, campaignStanding, { campaignId, unitId }))
const tags = (campaignId: string, factId: string, more: object = {}, who: CastId = 'lin') => world.call(who, tick, { campaignId, item: 'c1-i1', what: 'event' as const, factId, tagged: true, seen: 0, ...more })
const logged = async (unitId = 'yuyin-1') => {
  const recordId = newRecordId()
  valueOf(await world.call('he', logWork, { recordId, indicator: 'boards_made', quantity: 3, softness: 'exact', on: '2026-11-20', unitId, at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }))
  return recordId
}
const itemsOf = async (campaignId: string, unitId?: string, who?: CastId) => (await stands(campaignId, unitId, who)).checklists.flatMap(({ items }) => items.map(({ ticked, facts }) => [ticked, facts.map(({ id, done }) => [id, done])]))

test('it stands as it was called for, for its unit and everything below, and in the list of those around it', async () => {
  const campaignId = await call({}, 'he')
  expect(await stands(campaignId)).toMatchObject({
    name: '民族团结进步宣传月', ordinal: '第十二个', theme: '共同团结奋斗', from: '2026-11-01', to: '2026-11-30', unit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, version: 0, parent: null,
    basis: ['关于开展宣传月活动的通知'], leadingGroup: [{ part: '组长', office: '社区主任' }], own: true, more: false,
    checklists: [{ id: 'c1', name: '两个一', on: '2026-11-01', items: [{ id: 'c1-i1', text: '办一场晚会', ticked: false, facts: [] }, { id: 'c1-i2', ticked: false }] }],
  })
  const ofStreet = await call({ unitId: 'hewan', name: '全街道宣传周' }, 'he')
  const names = async (who: CastId, unitId: string) => valueOf(await world.call(who, listCampaigns, { unitId })).campaigns.map(({ id }) => id)
  expect(await names('lin', 'yuyin')).toEqual(expect.arrayContaining([campaignId, ofStreet]))
  expect(await names('he', 'liuqiao')).not.toContain(campaignId)
  expect(await names('he', 'hewan')).toContain(campaignId)
  expect((await stands(ofStreet)).own).toBe(false)
})

test('an item is ticked by what has happened and stands, and says by what; what is still to come is listed and ticks nothing', async () => {
  const campaignId = await call()
  const [tonight, entry] = [await world.publish({ sessions: [session(0)] }), await logged()]
  valueOf(await tags(campaignId, tonight))
  valueOf(await tags(campaignId, entry, { item: 'c1-i2', what: 'entry' }))
  expect(await itemsOf(campaignId)).toEqual([[false, [[tonight, false]]], [true, [[entry, true]]]])
  world.cloud.clock.set('2026-11-27T11:05:00.000Z')
  expect(await itemsOf(campaignId)).toEqual([[true, [[tonight, true]]], [true, [[entry, true]]]])
  // Taken back, an entry ticks nothing any more; nor does an event that was called off.
  valueOf(await world.call('lin', correctWork, { recordId: newRecordId(), entryId: entry, rev: 1, quantity: 3, softness: 'exact', on: '2026-11-20', withdrawn: true, reason: '记错了', at: '2026-11-27T11:05:00.000Z', offsetMs: 0 }))
  const tomorrow = await world.publish({ sessions: [session(1)] })
  valueOf(await tags(campaignId, tomorrow, { item: 'c1-i2' }))
  valueOf(await world.call('lin', cancelEvent, { eventId: tomorrow, reason: '下雨' }))
  expect(await itemsOf(campaignId)).toEqual([[true, [[tonight, true]]], [false, []]])
})

test('a street sees what its communities did, each with its unit; a community sees its own', async () => {
  const campaignId = await call({ unitId: 'hewan' }, 'he')
  const [ours, theirs] = [await logged('yuyin-1'), await logged('liuqiao-1')]
  valueOf(await tags(campaignId, ours, { what: 'entry' }))
  valueOf(await tags(campaignId, theirs, { what: 'entry' }, 'he'))
  const [item] = (await stands(campaignId, 'hewan', 'he')).checklists[0]?.items ?? []
  expect(item?.facts.map(({ unit }) => unit.id).sort()).toEqual(['liuqiao-1', 'yuyin-1'])
  expect((await itemsOf(campaignId))[0]).toEqual([true, [[ours, true]]])
})

test('what can be tagged is of the campaign\'s days, says whether it is, and nothing of it twice', async () => {
  const campaignId = await call()
  const [inside, outside, entry] = [await world.publish({ title: '团结晚会', sessions: [session(1)] }), await world.publish({ sessions: [session(7)] }), await logged()]
  const offered = async () => valueOf(await world.call('lin', tickable, { campaignId, unitId: 'yuyin', item: 'c1-i1' })).facts
  expect((await offered()).map(({ id }) => id)).toEqual(expect.arrayContaining([inside, entry]))
  expect((await offered()).map(({ id }) => id)).not.toContain(outside)
  valueOf(await tags(campaignId, inside))
  expect((await offered()).find(({ id }) => id === inside)).toMatchObject({ what: 'event', title: '团结晚会', kind: 'gala', on: '2026-11-28', tagged: true, seen: 1, done: false })
  expect((await offered()).find(({ id }) => id === entry)).toMatchObject({ what: 'entry', title: '展板板报', kind: null, tagged: false, seen: 0, done: true })
})

test('on and off, sent again and late: an old wish changes nothing', async () => {
  const campaignId = await call()
  const event = await world.publish()
  const [on, again] = await Promise.all([tags(campaignId, event), tags(campaignId, event)])
  expect([valueOf(on), valueOf(again)]).toEqual([{ tagged: true, seen: 1 }, { tagged: true, seen: 1 }])
  expect(valueOf(await tags(campaignId, event, { tagged: false, seen: 1 }))).toEqual({ tagged: false, seen: 2 })
  expect(valueOf(await tags(campaignId, event, { tagged: false, seen: 1 }))).toEqual({ tagged: false, seen: 2 })
  expect(failureOf(await tags(campaignId, event))).toBe('changed-since')
  expect(world.cloud.db.find('campaign-ticks', { campaignId })).toMatchObject([{ tagged: false, rev: 2, by: 'p-lin' }])
})

describe('two admins', () => {
  test('the second is told; ticks stay with the items whose ids stay', async () => {
    const campaignId = await call()
    const entry = await logged()
    valueOf(await tags(campaignId, entry, { what: 'entry', item: 'c1-i2' }))
    const items = [{ id: 'i2', text: '出一期专栏' }, { id: 'i3', text: '办一场晚会' }]
    const input = { campaignId, seen: 0, ...planOf(), checklists: [{ id: 'c1', name: '两个一', on: '2026-11-02', items }] }
    expect(valueOf(await world.call('lin', changeCampaign, input))).toEqual({ campaignId, version: 1 })
    expect(valueOf(await world.call('lin', changeCampaign, input))).toEqual({ campaignId, version: 1 })
    expect(failureOf(await world.call('he', changeCampaign, { ...input, name: '宣传周' }))).toBe('changed-since')
    expect((await stands(campaignId)).checklists[0]?.items.map(({ id, ticked }) => [id, ticked])).toEqual([['c1-i2', true], ['c1-i3', false]])
  })
})

describe('what is refused', () => {
  test.each([
    [{ checklists: [{ id: 'c1', name: '五个一', on: '2026-11-01', items: [{ id: 'i1', text: '办一场晚会' }] }] }, '“五个一”要有 5 项，现在是 1 项'],
    [{ from: '2026-11-30', to: '2026-11-01' }, '起止日期不对：最后一天不早于第一天，最长 400 天'],
    [{ leadingGroup: [{ part: '组长', office: '王建国' }] }, '只写单位和职务，不写姓名，例如 社区主任'],
    [{ name: '' }, '请填写名称'],
    [{ name: '长'.repeat(31) }, '名称最多 30 个字'],
    [{ checklists: [{ id: 'c1', name: '两个一', on: '2026-11-01', items: [{ id: 'i1', text: '一' }, { id: 'i1', text: '二' }] }] }, '清单编号重复了'],
  ])('%j', async (more, message) => {
    expect(await world.call('lin', callCampaign, { ...aCampaign(), ...more } as never)).toMatchObject({ ok: false, failure: 'bad-input', message })
  })
  test('what is not theirs, not there, in bad words, or a circle', async () => {
    const campaignId = await call()
    expect(failureOf(await world.call('chen', callCampaign, aCampaign()))).toBe('not-allowed')
    expect(failureOf(await world.call('lin', callCampaign, { ...aCampaign(), unitId: 'liuqiao' }))).toBe('unit-not-found')
    expect(failureOf(await world.call('lin', callCampaign, { ...aCampaign(), theme: '违规测试词' }))).toBe('words-refused')
    expect(failureOf(await world.call('lin', callCampaign, { ...aCampaign(), parentId: 'nowhere' }))).toBe('campaign-not-found')
    expect(failureOf(await world.call('lin', changeCampaign, { campaignId, seen: 0, ...planOf(), parentId: campaignId }))).toBe('campaign-not-found')
    expect(failureOf(await world.call('lin', campaignStanding, { campaignId, unitId: 'liuqiao' }))).toBe('unit-not-found')
    expect(failureOf(await world.call('he', campaignStanding, { campaignId, unitId: 'liuqiao' }))).toBe('campaign-not-found')
    const event = await world.publish()
    expect(failureOf(await tags(campaignId, event, { item: 'c1-i9' }))).toBe('item-not-found')
    expect(failureOf(await tags(campaignId, await world.plan()))).toBe('fact-not-found')
    expect(failureOf(await tags('nowhere', event))).toBe('campaign-not-found')
    // 何姐 may tag facts of either community: not those of the one with the campaign of the other.
    expect(failureOf(await tags(campaignId, await logged('liuqiao-1'), { what: 'entry' }, 'he'))).toBe('campaign-not-found')
  })
})
