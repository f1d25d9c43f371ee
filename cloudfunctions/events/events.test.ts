import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelEvent } from '../../contract/events/cancel'
import { createEvent } from '../../contract/events/create'
import { getEvent } from '../../contract/events/get'
import { publishEvent } from '../../contract/events/publish'
import { register } from '../../contract/registrations/register'
import { evening, failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const plan = (more = {}) => ({ recordId: newRecordId(), kind: 'gala' as const, title: '邻里文艺晚会', hostUnitId: 'yuyin', placeName: '社区活动室', sessions: [session(0)], ...more })
const eventOf = (eventId: string) => world.cloud.db.find('events', { _id: eventId })[0]
const bookOf = (eventId: string) => world.cloud.db.find('seat-books', { _id: eventId })[0]

describe('an admin plans an event', () => {
  test('as a draft under the record\'s id, its sessions in order', async () => {
    const input = plan({ sessions: [session(1), session(0)], bring: '水杯' })
    expect(valueOf(await world.call('lin', createEvent, input))).toEqual({ eventId: input.recordId })
    expect(eventOf(input.recordId)).toMatchObject({
      status: 'draft', createdBy: 'p-lin', path: ['hewan', 'yuyin'], months: ['2026-11'],
      sessions: [{ id: `${input.recordId}-s1`, startsAt: evening, on: '2026-11-27', capacity: 3, held: false }, { id: `${input.recordId}-s2`, on: '2026-11-28' }],
    })
  })

  test('sent again: the same event, once, also after it was published; for a unit above too', async () => {
    const input = plan({ programme: [{ title: '开场舞', form: '舞蹈' }] })
    const twice = await Promise.all([world.call('he', createEvent, input), world.call('he', createEvent, input)])
    valueOf(await world.call('he', publishEvent, { eventId: input.recordId }))
    for (const answer of [...twice, await world.call('he', createEvent, input)]) expect(valueOf(answer).eventId).toBe(input.recordId)
    expect(eventOf(input.recordId)?.['status']).toBe('published')
  })

  test('under an id that is taken, by somebody else or for something else: refused, and the first stays', async () => {
    const input = plan()
    valueOf(await world.call('lin', createEvent, input))
    const before = eventOf(input.recordId)
    expect(failureOf(await world.call('he', createEvent, input))).toBe('record-id-taken')
    expect(failureOf(await world.call('lin', createEvent, { ...input, title: '别的' }))).toBe('record-id-taken')
    expect(eventOf(input.recordId)).toEqual(before)
  })

  test('who is no admin may not, and an admin only for their own units', async () => {
    for (const who of ['zhang', 'chen', 'zhou'] as const) expect(failureOf(await world.call(who, createEvent, plan()))).toBe('not-allowed')
    for (const hostUnitId of ['liuqiao', 'hewan', 'nowhere']) expect(failureOf(await world.call('lin', createEvent, plan({ hostUnitId })))).toBe('unit-not-found')
    expect(valueOf(await world.call('he', createEvent, plan({ hostUnitId: 'liuqiao' }))).eventId).toBeTruthy()
  })

  test.each([
    ['session-ends-before-it-starts', { sessions: [{ ...session(0), endsAt: evening }] }],
    ['session-too-long', { sessions: [{ ...session(0), endsAt: '2026-11-28T11:00:00.001Z' }] }],
    ['capacity-missing', { sessions: [session(0), session(1, null)] }],
    ['registration-window-empty', { opensAt: '2026-11-26T00:00:00.000Z', closesAt: '2026-11-26T00:00:00.000Z' }],
    ['registration-window-empty', { opensAt: evening }],
  ])('a plan that cannot be: %s', async (failure, more) => {
    const input = plan(more)
    expect(failureOf(await world.call('lin', createEvent, input))).toBe(failure)
    expect(eventOf(input.recordId)).toBeUndefined()
  })

  test.each([
    ['title', { title: '违规测试词' }], ['performers', { programme: [{ title: '合唱', performers: '违规测试词' }] }], ['organiser', { organisers: [{ part: '协办' as const, name: '违规测试词' }] }],
    ['option', { questions: [{ id: 'q1' as const, text: '午餐', kind: 'choice' as const, options: ['不限', '违规测试词'], required: false }] }],
    ['the last of a programme longer than WeChat looks through at once', { programme: [...Array.from({ length: 58 }, (_, n) => ({ title: `节目${n}`, performers: '合'.repeat(55) })), { title: '谢幕', performers: '违规测试词' }] }],
  ])('in words that WeChat takes for 违规: refused, and nothing is kept (%s)', async (_where, more) => {
    const input = plan(more)
    expect(failureOf(await world.call('lin', createEvent, input))).toBe('words-refused')
    expect(eventOf(input.recordId)).toBeUndefined()
  })

  test('more than 2,000 places a session: refused in words', async () => {
    const answer = await world.call('lin', createEvent, plan({ sessions: [session(0, 2001)] }))
    expect(answer).toMatchObject({ ok: false, failure: 'bad-input', message: '名额最多 2000' })
  })

  test('义诊 keeps no names, whatever the form said, and needs no places', async () => {
    const input = plan({ kind: 'free_clinic' as const, sessions: [session(0, null)] })
    valueOf(await world.call('lin', createEvent, input))
    expect(eventOf(input.recordId)).toMatchObject({ countOnly: true, sessions: [{ capacity: null }] })
  })
})

describe('publishing', () => {
  test('opens the seat book and shows the event to everybody; again changes nothing', async () => {
    const eventId = await world.plan()
    expect(failureOf(await world.call('zhang', getEvent, { eventId }))).toBe('event-not-found')
    expect(valueOf(await world.call('lin', publishEvent, { eventId }))).toEqual({ eventId, status: 'published' })
    expect(valueOf(await world.call('zhang', getEvent, { eventId }))).toMatchObject({ status: 'published', sessions: [{ left: 3, capacity: 3 }], mine: null })
    valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨' }))
    const before = bookOf(eventId)
    valueOf(await world.call('lin', publishEvent, { eventId }))
    expect(bookOf(eventId)).toEqual(before)
  })

  test('after a crash between seat book and event: a repeat finishes it', async () => {
    const eventId = await world.publish()
    world.cloud.db.update('events', { _id: eventId }, { $set: { status: 'draft' } })
    valueOf(await world.call('lin', publishEvent, { eventId }))
    expect(eventOf(eventId)?.['status']).toBe('published')
  })

  test('after a crash that left the book of a called-off event open: a repeat closes it', async () => {
    const eventId = await world.publish()
    world.cloud.db.update('events', { _id: eventId }, { $set: { status: 'cancelled' } })
    expect(failureOf(await world.call('lin', publishEvent, { eventId }))).toBe('event-cancelled')
    expect(bookOf(eventId)?.['status']).toBe('cancelled')
  })

  test('is not for others, not for what does not exist, and not for what was called off', async () => {
    const eventId = await world.plan()
    for (const who of ['zhang', 'chen', 'zhou'] as const) expect(failureOf(await world.call(who, publishEvent, { eventId }))).toBe('not-allowed')
    expect(failureOf(await world.call('lin', publishEvent, { eventId: 'nowhere' }))).toBe('event-not-found')
    const elsewhere = newRecordId()
    valueOf(await world.call('he', createEvent, plan({ recordId: elsewhere, hostUnitId: 'liuqiao' })))
    expect(failureOf(await world.call('lin', publishEvent, { eventId: elsewhere }))).toBe('event-not-found')
    valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))
    expect(failureOf(await world.call('lin', publishEvent, { eventId }))).toBe('event-cancelled')
    expect(eventOf(eventId)?.['status']).toBe('cancelled')
    expect(bookOf(eventId)).toBeUndefined()
  })
})

describe('calling off', () => {
  test('for a reason in words that WeChat takes for 违规 it does not; once off, a repeat asks nothing', async () => {
    const eventId = await world.publish()
    expect(failureOf(await world.call('lin', cancelEvent, { eventId, reason: '违规测试词' }))).toBe('words-refused')
    expect([eventOf(eventId)?.['status'], bookOf(eventId)?.['status']]).toEqual(['published', 'published'])
    valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))
    expect(valueOf(await world.call('lin', cancelEvent, { eventId, reason: '违规测试词' })).status).toBe('cancelled')
    expect(eventOf(eventId)).toMatchObject({ cancellation: { reason: '下雨' } })
  })

  test('closes the seat book, keeps registrations as they are and says why; again changes nothing', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨' }))
    const registrations = world.cloud.db.find('registrations', { eventId })
    expect(valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))).toEqual({ eventId, status: 'cancelled' })
    valueOf(await world.call('lin', cancelEvent, { eventId, reason: '别的原因' }))
    expect(eventOf(eventId)).toMatchObject({ status: 'cancelled', cancellation: { by: 'p-lin', reason: '下雨' } })
    expect(bookOf(eventId)).toMatchObject({ status: 'cancelled', parties: 1 })
    expect(world.cloud.db.find('registrations', { eventId })).toEqual(registrations)
    expect(valueOf(await world.call('zhang', getEvent, { eventId })).status).toBe('cancelled')
  })

  test('a draft that is called off stays among its admins', async () => {
    const eventId = await world.plan()
    valueOf(await world.call('lin', cancelEvent, { eventId, reason: '不办了' }))
    for (const who of ['zhang', 'chen', 'zhou'] as const) expect(failureOf(await world.call(who, getEvent, { eventId }))).toBe('event-not-found')
    expect(valueOf(await world.call('he', getEvent, { eventId })).status).toBe('cancelled')
  })

  test('while it is being published: nobody can register for what is off', async () => {
    for (let round = 0; round < 4; round += 1) {
      const eventId = await world.plan()
      await Promise.all([world.call('lin', publishEvent, { eventId }), world.call('he', cancelEvent, { eventId, reason: '下雨' })])
      expect(eventOf(eventId)?.['status']).toBe('cancelled')
      expect(bookOf(eventId)?.['status'] ?? 'none').not.toBe('published')
    }
  })

  test('after a crash between seat book and event: a repeat completes it, also when a session has started since', async () => {
    const eventId = await world.publish({ sessions: [session(-1), session(1)] })
    world.cloud.db.update('seat-books', { _id: eventId }, { $set: { status: 'cancelled' } })
    expect(valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))).toEqual({ eventId, status: 'cancelled' })
    expect(eventOf(eventId)).toMatchObject({ status: 'cancelled', cancellation: { by: 'p-lin', reason: '下雨' } })
  })

  test('is refused once a session has started, and to who is no admin of the host', async () => {
    const eventId = await world.publish({ sessions: [session(-1), session(1)] })
    expect(failureOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))).toBe('already-started')
    for (const who of ['zhang', 'chen', 'zhou'] as const) expect(failureOf(await world.call(who, cancelEvent, { eventId, reason: '下雨' }))).toBe('not-allowed')
    expect(failureOf(await world.call('lin', cancelEvent, { eventId: 'nowhere', reason: '下雨' }))).toBe('event-not-found')
    expect(eventOf(eventId)?.['status']).toBe('published')
    expect(bookOf(eventId)?.['status']).toBe('published')
  })
})
