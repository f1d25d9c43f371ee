import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEvent } from '../../contract/events/create'
import { listEvents } from '../../contract/events/list'
import { publishEvent } from '../../contract/events/publish'
import { chooseCommunity } from '../../contract/people/choose-community'
import { register } from '../../contract/registrations/register'
import { eventRecord } from '../_shared/records/events'
import { unitsOfTheWorld } from '../../emulator/world/units'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
let today = ''
let series = ''
let tomorrow = ''
let street = ''
let elsewhere = ''
let draft = ''

beforeAll(async () => {
  world = await openEvening()
  const at = async (hostUnitId: string, more = {}) => {
    const input = { recordId: newRecordId(), kind: 'talk' as const, title: '讲座', hostUnitId, placeName: '活动室', sessions: [session(0)], ...more }
    const { eventId } = valueOf(await world.call('he', createEvent, input))
    valueOf(await world.call('he', publishEvent, { eventId }))
    return eventId
  }
  tomorrow = await world.publish({ sessions: [session(1)] })
  today = await world.publish()
  series = await world.publish({ kind: 'training_class', sessions: [session(-7), session(3), session(10)] })
  street = await at('hewan', { sessions: [session(2)] })
  elsewhere = await at('liuqiao')
  draft = await world.plan()
})
afterAll(() => world.stop())

const week = { from: '2026-11-27', to: '2026-12-03' }
const idsOf = async (who: Parameters<Evening['call']>[0], input: object = {}) => valueOf(await world.call(who, listEvents, { ...week, ...input })).events.map((event) => event.id)

test('before a community is chosen: everything published, by its first session in the range', async () => {
  const ids = valueOf(await world.callAs('openid-of-a-newcomer', listEvents, week)).events.map((event) => event.id)
  expect(ids.slice(2)).toEqual([tomorrow, street, series])
  expect(new Set(ids.slice(0, 2))).toEqual(new Set([today, elsewhere]))
})

test('her own community and the units above it, with places left and her registration', async () => {
  valueOf(await world.call('zhang', chooseCommunity, { communityId: 'yuyin' }))
  valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId: tomorrow, sessionIds: [`${tomorrow}-s1`], partySize: 2, callName: '张阿姨' }))
  const { events, after } = valueOf(await world.call('zhang', listEvents, week))
  expect(events.map((event) => event.id)).toEqual([today, tomorrow, street, series])
  expect(after).toBeNull()
  expect(events[0]).toMatchObject({ mine: null, hostUnit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, sessions: [{ left: 3 }] })
  expect(events[1]).toMatchObject({ mine: { status: 'confirmed', partySize: 2 }, sessions: [{ left: 1, capacity: 3 }] })
  expect(await idsOf('zhang', { unitId: 'liuqiao' })).toEqual([elsewhere, street])
  expect(await idsOf('zhang', { unitId: 'hewan' })).toEqual([street])
})

test('by kind, and by days: both ends included', async () => {
  expect(await idsOf('zhang', { kind: 'training_class' })).toEqual([series])
  expect(await idsOf('zhang', { from: '2026-11-28', to: '2026-11-28' })).toEqual([tomorrow])
  expect(await idsOf('zhang', { from: '2026-12-01', to: '2026-12-06' })).toEqual([])
})

test('drafts are for admins of the unit alone', async () => {
  expect(await idsOf('lin', { drafts: true })).toEqual([draft])
  expect(await idsOf('he', { drafts: true })).toEqual([draft])
  for (const who of ['zhang', 'chen', 'zhou'] as const) expect(await idsOf(who, { drafts: true })).toEqual([])
})

test('more than 400 days, and a unit that does not exist, are refused', async () => {
  expect(failureOf(await world.call('zhang', listEvents, { from: '2026-01-01', to: '2027-02-05' }))).toBe('range-too-long')
  expect(valueOf(await world.call('zhang', listEvents, { from: '2026-01-01', to: '2027-02-04' })).events.length).toBeGreaterThan(0)
  expect(failureOf(await world.call('zhang', listEvents, { ...week, unitId: 'nowhere' }))).toBe('unit-not-found')
})

test('60 a page, each event once', async () => {
  const host = unitsOfTheWorld().liuqiao
  world.cloud.db.insertMany('events', Array.from({ length: 130 }, (_, index) => ({
    ...eventRecord(host, { id: `many-${1000 + index}`, kind: 'other', title: '活动', placeName: '活动室', organisers: [], programme: [], partyLimit: 6, countOnly: true, sessions: [session(100 + (index % 7))] }, { by: 'p-he', at: '2026-11-01T00:00:00.000Z' }),
    status: 'published',
  })))
  const pages: string[][] = []
  let after: string | null = null
  do {
    const page: { events: { id: string }[]; after: string | null } = valueOf(await world.call('zhou', listEvents, { from: '2027-03-01', to: '2027-03-31', ...(after && { after }) }))
    pages.push(page.events.map((event) => event.id))
    after = page.after
  } while (after)
  expect(pages.map((page) => page.length)).toEqual([60, 60, 10])
  expect(new Set(pages.flat()).size).toBe(130)
})
