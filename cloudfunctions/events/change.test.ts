import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { cancelEvent } from '../../contract/events/cancel'
import { changeEvent } from '../../contract/events/change'
import { getEvent } from '../../contract/events/get'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { register } from '../../contract/registrations/register'
import type { Sent } from '../../emulator/world/call-function'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())
beforeEach(() => world.cloud.clock.set('2026-11-27T10:20:00.000Z'))

const eventOf = (eventId: string) => world.cloud.db.find('events', { _id: eventId })[0]
const bookOf = (eventId: string) => world.cloud.db.find('seat-books', { _id: eventId })[0]
const change = (eventId: string, more: Partial<Sent<typeof changeEvent>>, who: 'lin' | 'he' | 'chen' | 'zhang' = 'lin') => world.call(who, changeEvent, { recordId: newRecordId(), eventId, seen: Number(eventOf(eventId)?.['changed'] ?? 0), ...more })
const wish = (eventId: string, partySize = 1) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize, callName: '张阿姨' })
const later = session(2)

describe('a published event becomes another one', () => {
  test('at another place and time: the event, its days and its book say so, and the change is kept with who made it', async () => {
    const eventId = await world.publish({ sessions: [session(1)] })
    const { startsAt, endsAt } = session(5)
    const answer = await change(eventId, { placeName: '二楼大厅', placeNote: '电梯上二楼', sessions: [{ id: `${eventId}-s1`, startsAt, endsAt }] })
    expect(valueOf(answer)).toEqual({ eventId, what: ['time', 'place'] })
    expect(eventOf(eventId)).toMatchObject({
      placeName: '二楼大厅', placeNote: '电梯上二楼', months: ['2026-12'], firstOn: '2026-12-02', lastOn: '2026-12-02', changed: 1, untold: true,
      sessions: [{ startsAt, endsAt, on: '2026-12-02', month: '2026-12', capacity: 3, held: false }],
      changes: [{ at: expect.stringMatching(/^2026-11-27T10:2/), by: 'p-lin', what: ['time', 'place'], sessions: ['s1'] }],
    })
    expect(bookOf(eventId)).toMatchObject({ startsAt: { s1: startsAt }, planned: 1, left: { s1: 3 } })
    expect(valueOf(await world.call('zhang', getEvent, { eventId }))).toMatchObject({ placeName: '二楼大厅', sessions: [{ startsAt }] })
  })

  test('sent again, at once and later: changed once; the same words anew change nothing', async () => {
    const eventId = await world.publish()
    const input = { recordId: newRecordId(), eventId, seen: 0, placeName: '二楼大厅', sessions: [{ id: `${eventId}-s1`, capacity: 5 }] }
    const answers = await Promise.all([1, 2, 3].map(() => world.call('lin', changeEvent, input)))
    answers.push(await world.call('lin', changeEvent, input))
    for (const answer of answers) expect(valueOf(answer).what).toEqual(['place', 'capacity'])
    expect(valueOf(await change(eventId, { placeName: '二楼大厅' })).what).toEqual([])
    expect(eventOf(eventId)).toMatchObject({ changed: 1, changes: [{ id: input.recordId }] })
    expect(bookOf(eventId)).toMatchObject({ capacity: { s1: 5 }, left: { s1: 5 } })
    expect(failureOf(await world.call('he', changeEvent, input))).toBe('record-id-taken')
  })

  test('in words that WeChat takes for 违规 it does not; in others it does, under the same record, and a repeat asks nothing', async () => {
    const eventId = await world.publish()
    const input = { recordId: newRecordId(), eventId, seen: 0, placeName: '违规测试词' }
    for (const words of [{ placeName: '违规测试词' }, { placeNote: '违规测试词' }, { bring: '违规测试词' }]) expect(failureOf(await change(eventId, words))).toBe('words-refused')
    expect(eventOf(eventId)).toMatchObject({ changed: 0 })
    valueOf(await world.call('lin', changeEvent, { ...input, placeName: '二楼大厅' }))
    const asked = world.cloud.outbox().length
    valueOf(await world.call('lin', changeEvent, { ...input, placeName: '二楼大厅' }))
    expect(world.cloud.outbox()).toHaveLength(asked)
  })

  test('what is taken away is gone, what is not named stays', async () => {
    const eventId = await world.publish({ bring: '水杯', placeNote: '东门', closesAt: '2026-11-27T10:50:00.000Z', point: { latitude: 30.5, longitude: 114.3 } })
    expect(valueOf(await change(eventId, { bring: null, closesAt: null, cancelUntil: '2026-11-27T10:40:00.000Z' })).what).toEqual(['bring', 'window'])
    expect(eventOf(eventId)).toMatchObject({ bring: null, closesAt: null, placeNote: '东门', point: { latitude: 30.5 } })
    expect(bookOf(eventId)).toMatchObject({ closesAt: '9999-12-31T23:59:59.999Z', cancelUntil: '2026-11-27T10:40:00.000Z' })
    expect(valueOf(await change(eventId, { point: { latitude: 30.5, longitude: 114.3 } })).what).toEqual([])
  })

  test('on another day: the deadlines keep their distance to the start, in the book too, and who could cancel still can', async () => {
    const [closesAt, cancelUntil] = ['2026-11-28T10:00:00.000Z', '2026-11-28T12:00:00.000Z']
    const eventId = await world.publish({ sessions: [session(2)], closesAt, cancelUntil })
    valueOf(await world.call('zhang', register, wish(eventId)))
    const { startsAt, endsAt } = session(7)
    expect(valueOf(await change(eventId, { sessions: [{ id: `${eventId}-s1`, startsAt, endsAt }] })).what).toEqual(['time', 'window'])
    const moved = { closesAt: '2026-12-03T10:00:00.000Z', cancelUntil: '2026-12-03T12:00:00.000Z' }
    expect([eventOf(eventId), bookOf(eventId)]).toMatchObject([moved, moved])
    world.cloud.clock.set('2026-11-29T12:00:00.000Z')
    valueOf(await world.call('li', register, wish(eventId)))
    expect(valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))).toEqual({ standing: null })
    // Only longer, or another place: they stay.
    valueOf(await change(eventId, { placeName: '二楼大厅', sessions: [{ id: `${eventId}-s1`, endsAt: endsAt.replace('12:30', '12:45') }] }))
    expect(eventOf(eventId)).toMatchObject(moved)
  })

  test('on another day, with a deadline named or none: what is named counts', async () => {
    const eventId = await world.publish({ sessions: [session(2)], closesAt: '2026-11-28T10:00:00.000Z', cancelUntil: '2026-11-28T12:00:00.000Z' })
    const { startsAt, endsAt } = session(7)
    valueOf(await change(eventId, { closesAt: null, cancelUntil: '2026-12-02T12:00:00.000Z', sessions: [{ id: `${eventId}-s1`, startsAt, endsAt }] }))
    expect(eventOf(eventId)).toMatchObject({ closesAt: null, cancelUntil: '2026-12-02T12:00:00.000Z' })
  })

  test('so much earlier that a deadline would be over at once: until the start', async () => {
    const eventId = await world.publish({ sessions: [session(5)], opensAt: '2026-11-27T10:00:00.000Z', closesAt: '2026-12-01T10:00:00.000Z', cancelUntil: '2026-12-01T10:00:00.000Z' })
    const { startsAt, endsAt } = session(1)
    valueOf(await change(eventId, { sessions: [{ id: `${eventId}-s1`, startsAt, endsAt }] }))
    expect(eventOf(eventId)).toMatchObject({ closesAt: null, cancelUntil: null })
  })

  test('one session of a series: a deadline before another one stays where it is', async () => {
    const eventId = await world.publish({ sessions: [session(2), session(9)], cancelUntil: '2026-11-28T12:00:00.000Z' })
    const { startsAt, endsAt } = session(16)
    valueOf(await change(eventId, { sessions: [{ id: `${eventId}-s2`, startsAt, endsAt }] }))
    expect(bookOf(eventId)).toMatchObject({ cancelUntil: '2026-11-28T12:00:00.000Z' })
  })

  test('the last 20 changes are kept', async () => {
    const eventId = await world.publish()
    for (let n = 1; n <= 22; n += 1) valueOf(await change(eventId, { bring: `第 ${n} 次` }))
    expect(eventOf(eventId)).toMatchObject({ changed: 22, bring: '第 22 次' })
    expect(eventOf(eventId)?.['changes']).toHaveLength(20)
  })
})

describe('places', () => {
  test('more of them go at once to those who wait, and the audit says how many there were', async () => {
    const eventId = await world.publish({ sessions: [later] })
    valueOf(await world.call('zhang', register, wish(eventId, 3)))
    expect(valueOf(await world.call('li', register, wish(eventId, 2))).status).toBe('waitlisted')
    valueOf(await change(eventId, { sessions: [{ id: `${eventId}-s1`, capacity: 5 }] }))
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 0 }, parties: 2 })
    expect(world.cloud.db.find('registrations', { _id: `${eventId}:p-li` })).toMatchObject([{ status: 'confirmed' }])
    expect(world.cloud.db.find('audit', { about: eventId })).toMatchObject([{ action: 'events/change', by: 'p-lin', facts: { what: 'capacity', capacity: 's1 3-5' } }])
  })

  test('fewer than are taken throw nobody out; nobody new comes in, and it reads as full', async () => {
    const eventId = await world.publish({ sessions: [later] })
    valueOf(await world.call('zhang', register, wish(eventId, 3)))
    valueOf(await change(eventId, { sessions: [{ id: `${eventId}-s1`, capacity: 1 }] }))
    expect(bookOf(eventId)).toMatchObject({ left: { s1: -2 }, taken: { 'p-zhang': { n: 3 } } })
    expect(valueOf(await world.call('li', getEvent, { eventId })).sessions).toMatchObject([{ left: 0, capacity: 1 }])
    expect(valueOf(await world.call('li', register, wish(eventId))).status).toBe('waitlisted')
  })

  test('while people register: what is left is always what is not taken', async () => {
    const eventId = await world.publish({ sessions: [session(2, 10)] })
    await Promise.all([
      ...(['zhang', 'li', 'chen', 'zhou'] as const).map((who) => world.call(who, register, wish(eventId, 2))),
      change(eventId, { sessions: [{ id: `${eventId}-s1`, capacity: 20 }] }), change(eventId, { sessions: [{ id: `${eventId}-s1`, capacity: 12 }] }, 'he'),
    ])
    const book = bookOf(eventId) as { capacity: { s1: number }; left: { s1: number }; taken: Record<string, { n: number }> }
    expect(eventOf(eventId)).toMatchObject({ sessions: [{ capacity: book.capacity.s1 }] })
    expect(book.left.s1).toBe(book.capacity.s1 - Object.values(book.taken).reduce((sum, { n }) => sum + n, 0))
  })
})

describe('what is refused', () => {
  test('a session that has started, a time that has passed, one that ends before it starts, a session of another event', async () => {
    const eventId = await world.publish({ sessions: [session(-1), session(1)] })
    const [s1, s2] = [`${eventId}-s1`, `${eventId}-s2`]
    const past = session(-2)
    expect(failureOf(await change(eventId, { sessions: [{ id: s1, capacity: 9 }] }))).toBe('already-started')
    expect(failureOf(await change(eventId, { sessions: [{ id: s2, startsAt: past.startsAt, endsAt: past.endsAt }] }))).toBe('starts-in-the-past')
    expect(failureOf(await change(eventId, { sessions: [{ id: s2, endsAt: session(1).startsAt }] }))).toBe('session-ends-before-it-starts')
    expect(failureOf(await change(eventId, { sessions: [{ id: 'other-s1', capacity: 9 }] }))).toBe('session-not-found')
    expect(eventOf(eventId)).toMatchObject({ changed: 0, untold: false })
  })

  test('another month, once people are at the door or somebody was recorded', async () => {
    const eventId = await world.publish()
    const december = session(5)
    const move = () => change(eventId, { sessions: [{ id: `${eventId}-s1`, startsAt: december.startsAt, endsAt: december.endsAt }] })
    valueOf(await world.call('zhang', register, wish(eventId)))
    const mark = { recordId: newRecordId(), at: '2026-11-27T10:20:00.000Z', offsetMs: 0, sessionId: `${eventId}-s1`, personKey: 'p-zhang', present: 1, source: 'tap' as const }
    valueOf(await world.call('chen', checkIn, mark))
    expect(failureOf(await move())).toBe('has-records')
    // The doors are shut again, for it is put off within the month; the record stays of this month.
    const sunday = session(2)
    valueOf(await change(eventId, { sessions: [{ id: `${eventId}-s1`, startsAt: sunday.startsAt, endsAt: sunday.endsAt }] }))
    expect(failureOf(await move())).toBe('has-records')
    expect(eventOf(eventId)).toMatchObject({ months: ['2026-11'] })
  })

  test('a draft, a called-off event, who is no admin of the host', async () => {
    const [draft, off, eventId] = [await world.plan(), await world.publish(), await world.publish()]
    valueOf(await world.call('lin', cancelEvent, { eventId: off, reason: '下雨' }))
    expect(failureOf(await change(draft, { placeName: '广场' }))).toBe('event-not-found')
    expect(failureOf(await change(off, { placeName: '广场' }))).toBe('event-cancelled')
    for (const who of ['chen', 'zhang'] as const) expect(failureOf(await change(eventId, { placeName: '广场' }, who))).toBe('not-allowed')
    expect(eventOf(eventId)?.['placeName']).toBe('社区活动室')
  })
})

test('after a crash between the event and its book: the timer makes the book follow', async () => {
  const eventId = await world.publish({ sessions: [later] })
  const heard = world.cloud.faults.listen('events')
  valueOf(await change(eventId, { sessions: [{ id: `${eventId}-s1`, capacity: 4 }] }))
  const operations = heard.length
  world.cloud.faults.disarm()
  // The last one reads the book for those who wait; the one before it writes it.
  world.cloud.faults.arm({ functionName: 'events', fault: 'cut-off', moment: 'before', operation: operations - 1 })
  await change(eventId, { sessions: [{ id: `${eventId}-s1`, capacity: 8 }] }).catch(() => null)
  world.cloud.faults.disarm()
  expect([bookOf(eventId)?.['capacity'], eventOf(eventId)?.['untold']]).toEqual([{ s1: 4 }, true])
  await world.cloud.invoke('notices', { source: 'timer' })
  expect(bookOf(eventId)).toMatchObject({ capacity: { s1: 8 }, left: { s1: 8 }, planned: 2 })
  expect(eventOf(eventId)?.['untold']).toBe(false)
})
