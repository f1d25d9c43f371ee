/** Two admins at one event: nobody overwrites what they have not read, and nothing is lost of what either typed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeEvent } from '../../contract/events/change'
import { createEvent } from '../../contract/events/create'
import { getEvent } from '../../contract/events/get'
import { publishEvent } from '../../contract/events/publish'
import { rewriteDraft } from '../../contract/events/rewrite'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const plan = { kind: 'talk' as const, title: '防诈骗讲座', placeName: '活动室', sessions: [session(1)] }
const eventOf = (eventId: string) => world.cloud.db.find('events', { _id: eventId })[0]

test('a draft becomes another one: whole, with a new version, and who made it stays', async () => {
  const eventId = await world.plan({ bring: '水杯', organisers: [{ part: '主办', name: '榆荫社区' }] })
  const series = [session(1), session(8), session(15)]
  expect(valueOf(await world.call('he', rewriteDraft, { eventId, seen: 0, ...plan, sessions: series, opensAt: '2026-11-27T12:00:00.000Z' }))).toEqual({ eventId, version: 1 })
  expect(eventOf(eventId)).toMatchObject({ status: 'draft', title: '防诈骗讲座', bring: null, organisers: [], opensAt: '2026-11-27T12:00:00.000Z', changed: 1, createdBy: 'p-lin', hostUnit: 'yuyin', firstOn: '2026-11-28', lastOn: '2026-12-12' })
  expect(valueOf(await world.call('lin', getEvent, { eventId }))).toMatchObject({ version: 1, sessions: [{ id: `${eventId}-s1` }, { id: `${eventId}-s2` }, { id: `${eventId}-s3` }], lastChange: null })
  // Published, it has a book for every session, and is changed from the version that it has.
  valueOf(await world.call('lin', publishEvent, { eventId }))
  expect(valueOf(await world.call('lin', changeEvent, { recordId: newRecordId(), eventId, seen: 1, placeName: '二楼' })).what).toEqual(['place'])
  expect(valueOf(await world.call('lin', getEvent, { eventId }))).toMatchObject({ version: 2, lastChange: { what: ['place'] } })
})

test('of two who read the same draft the second is told; a repeat of the first writes nothing more', async () => {
  const eventId = await world.plan()
  const first = { eventId, seen: 0, ...plan, title: '停车怎么办' }
  const [one, other] = await Promise.all([world.call('lin', rewriteDraft, first), world.call('he', rewriteDraft, { ...first, title: '电梯怎么办' })])
  expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1)
  expect([one, other].flatMap((answer) => (answer.ok ? [] : [answer.failure]))).toEqual(['changed-since'])
  const title = one.ok ? '停车怎么办' : '电梯怎么办'
  expect(eventOf(eventId)).toMatchObject({ title, changed: 1 })
  expect(valueOf(await world.call('lin', rewriteDraft, { ...first, title }))).toEqual({ eventId, version: 1 })
  expect(eventOf(eventId)).toMatchObject({ changed: 1 })
})

test('of two who read the same published event the second is told, also where they changed something else', async () => {
  const eventId = await world.publish({ sessions: [session(1)] })
  valueOf(await world.call('lin', changeEvent, { recordId: newRecordId(), eventId, seen: 0, bring: '水杯' }))
  expect(failureOf(await world.call('he', changeEvent, { recordId: newRecordId(), eventId, seen: 0, placeName: '二楼' }))).toBe('changed-since')
  expect(eventOf(eventId)).toMatchObject({ bring: '水杯', placeName: '社区活动室', changed: 1 })
  valueOf(await world.call('he', changeEvent, { recordId: newRecordId(), eventId, seen: 1, placeName: '二楼' }))
  expect(eventOf(eventId)).toMatchObject({ bring: '水杯', placeName: '二楼', changed: 2 })
})

test('what is published or called off is no draft any more; another\'s draft is not there', async () => {
  const published = await world.publish()
  expect(failureOf(await world.call('lin', rewriteDraft, { eventId: published, seen: 0, ...plan }))).toBe('event-published')
  expect(failureOf(await world.call('chen', rewriteDraft, { eventId: published, seen: 0, ...plan }))).toBe('not-allowed')
  expect(failureOf(await world.call('lin', rewriteDraft, { eventId: 'nowhere', seen: 0, ...plan }))).toBe('event-not-found')
  expect(eventOf(published)).toMatchObject({ title: '邻里文艺晚会', changed: 0 })
})

test('a plan that cannot be is refused with its reason and changes nothing', async () => {
  const eventId = await world.plan()
  const wrong = (more: object) => world.call('lin', rewriteDraft, { eventId, seen: 0, ...plan, ...more })
  const [one] = plan.sessions
  expect(failureOf(await wrong({ sessions: [{ ...one, endsAt: one?.startsAt }] }))).toBe('session-ends-before-it-starts')
  expect(failureOf(await wrong({ sessions: [session(1, null)] }))).toBe('capacity-missing')
  expect(failureOf(await wrong({ opensAt: session(2).startsAt }))).toBe('registration-window-empty')
  expect(failureOf(await wrong({ title: '违规测试词' }))).toBe('words-refused')
  expect(failureOf(await wrong({ campaignId: 'nowhere' }))).toBe('campaign-not-found')
  expect(await wrong({ sessions: [session(1), session(1)] })).toMatchObject({ failure: 'bad-input', message: '有两场是同一个时间' })
  expect(eventOf(eventId)).toMatchObject({ title: '邻里文艺晚会', changed: 0 })
})

test('an event can only be of a campaign that its unit takes part in', async () => {
  world.cloud.db.insertMany('campaigns', [{ _id: 'of-another', path: ['hewan', 'liuqiao'], name: '宣传周', from: '2026-11-01', to: '2026-11-30' }, { _id: 'of-the-street', path: ['hewan'], name: '宣传月', from: '2026-11-01', to: '2026-11-30' }])
  const make = (campaignId: string) => world.call('lin', createEvent, { recordId: newRecordId(), hostUnitId: 'yuyin', ...plan, campaignId })
  expect(failureOf(await make('of-another'))).toBe('campaign-not-found')
  const { eventId } = valueOf(await make('of-the-street'))
  expect(valueOf(await world.call('lin', getEvent, { eventId })).campaignId).toBe('of-the-street')
})
