import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEvent } from '../../contract/events/create'
import { listDrafts } from '../../contract/events/drafts'
import { listEvents } from '../../contract/events/list'
import { publishEvent } from '../../contract/events/publish'
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

const yuyin = ['hewan', 'yuyin']

test('without hosts: everything published, by its first day', async () => {
  const ids = valueOf(await world.callAs('openid-of-a-newcomer', listEvents, week)).events.map((event) => event.id)
  expect([ids[0], ...ids.slice(3)]).toEqual([series, tomorrow, street])
  expect(new Set(ids.slice(1, 3))).toEqual(new Set([today, elsewhere]))
})

test('of a community and the units above it, with the host\'s name, places left and her registration', async () => {
  valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId: tomorrow, sessionIds: [`${tomorrow}-s1`], partySize: 2, callName: '张阿姨' }))
  const { events, after } = valueOf(await world.call('zhang', listEvents, { ...week, hosts: yuyin }))
  expect(events.map((event) => event.id)).toEqual([series, today, tomorrow, street])
  expect(after).toBeNull()
  expect(events[1]).toMatchObject({ mine: null, hostUnit: { id: 'yuyin', name: '榆荫社区', level: 'community' }, sessions: [{ left: 3 }] })
  expect(events[2]).toMatchObject({ mine: { status: 'confirmed', partySize: 2 }, sessions: [{ left: 1, capacity: 3 }] })
  expect(events[3]).toMatchObject({ hostUnit: { id: 'hewan', level: 'street' } })
  expect(await idsOf('zhang', { hosts: ['hewan', 'liuqiao'] })).toEqual([elsewhere, street])
  expect(await idsOf('zhang', { hosts: ['nowhere'] })).toEqual([])
})

test('where others wait before her she is told at which place she stands', async () => {
  const full = await world.publish({ sessions: [session(4, 1)] })
  const ask = async (who: 'li' | 'zhang' | 'chen') => valueOf(await world.call(who, register, { recordId: newRecordId(), eventId: full, sessionIds: [`${full}-s1`], partySize: 1, callName: who }))
  for (const who of ['li', 'chen', 'zhang'] as const) await ask(who)
  const { events } = valueOf(await world.call('zhang', listEvents, { from: '2026-12-01', to: '2026-12-01', hosts: yuyin }))
  expect(events).toMatchObject([{ id: full, waiting: true, mine: { status: 'waitlisted', position: 2, offered: false } }])
})

test('by kind, and by days: both ends included', async () => {
  expect(await idsOf('zhang', { kind: 'training_class' })).toEqual([series])
  expect(await idsOf('zhang', { from: '2026-11-28', to: '2026-11-28', hosts: yuyin })).toEqual([tomorrow])
  expect(await idsOf('zhang', { from: '2026-12-02', to: '2026-12-06' })).toEqual([])
})

test('drafts are for admins of the unit alone', async () => {
  const idsIn = async (who: 'lin' | 'he') => valueOf(await world.call(who, listDrafts, { unitId: 'yuyin' })).events.map((event) => event.id)
  expect(await idsIn('lin')).toEqual([draft])
  expect(await idsIn('he')).toEqual([draft])
  expect(failureOf(await world.call('lin', listDrafts, { unitId: 'liuqiao' }))).toBe('unit-not-found')
  for (const who of ['zhang', 'chen'] as const) expect(failureOf(await world.call(who, listDrafts, { unitId: 'yuyin' }))).toBe('not-allowed')
})

test('more than 400 days, more than six hosts and a mark of another kind are refused', async () => {
  expect(failureOf(await world.call('zhang', listEvents, { from: '2026-01-01', to: '2027-02-05' }))).toBe('range-too-long')
  expect(valueOf(await world.call('zhang', listEvents, { from: '2026-01-01', to: '2027-02-04' })).events.length).toBeGreaterThan(0)
  for (const more of [{ hosts: [] }, { hosts: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, { after: '2026-11-27' }, { after: '2026-11-27|{"$gt":""}' }]) {
    expect(failureOf(await world.call('zhang', listEvents, { ...week, ...more }))).toBe('bad-input')
  }
})

/** So many more of 柳桥社区 on seven days in spring, and 20 classes that began long before. */
function plant(count: number): void {
  const host = unitsOfTheWorld().liuqiao
  const planted = (id: string, sessions: ReturnType<typeof session>[]) => ({
    ...eventRecord(host, { id, kind: 'other', title: '活动', placeName: '活动室', organisers: [], programme: [], partyLimit: 6, countOnly: true, sessions }, { by: 'p-he', at: '2026-11-01T00:00:00.000Z' }),
    status: 'published', publishedAt: '2026-11-01T00:00:00.000Z',
  })
  world.cloud.db.insertMany('events', Array.from({ length: count }, (_, index) => planted(`many-${count}-${1000 + index}`, [session(100 + (index % 7))])))
  world.cloud.db.insertMany('events', Array.from({ length: 20 }, (_, index) => planted(`class-${count}-${index}`, [session(50), session(103)])))
}
const spring = { from: '2027-03-01', to: '2027-03-31', hosts: ['hewan', 'liuqiao'] }

test('60 a page, each event once; before the day of the mark nothing is missing', async () => {
  plant(110)
  const pages: string[][] = []
  const days: string[] = []
  let after: string | null = null
  do {
    const page: { events: { id: string; sessions: { on: string }[] }[]; after: string | null } = valueOf(await world.call('zhou', listEvents, { ...spring, ...(after && { after }) }))
    for (const event of page.events) for (const { on } of event.sessions) if (days.length > 0 && on >= spring.from) expect(on >= (days.at(-1) ?? '')).toBe(true)
    pages.push(page.events.map((event) => event.id))
    after = page.after
    if (after) days.push(after.slice(0, 10))
  } while (after)
  expect(pages.map((page) => page.length)).toEqual([60, 60, 10])
  expect(new Set(pages.flat()).size).toBe(130)
})

test('three database operations besides who calls, with 3 events and with 3,000', async () => {
  const costOf = async (input: object) => {
    const heard = world.cloud.faults.listen('events')
    const { events } = valueOf(await world.call('zhou', listEvents, { ...week, ...input }))
    return { events: events.length, operations: heard.filter((action) => action.startsWith('database.')).length - 1 }
  }
  expect(await costOf({ hosts: yuyin })).toMatchObject({ operations: 3 })
  plant(3000)
  expect(await costOf(spring)).toEqual({ events: 60, operations: 3 })
})
