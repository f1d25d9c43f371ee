import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { myRegistrations } from '../../contract/registrations/mine'
import { register } from '../../contract/registrations/register'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const ask = (eventId: string, partySize = 1) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize, callName: '张阿姨' })
const bookOf = (eventId: string) => world.cloud.db.find('seat-books', { _id: eventId })[0]
const documentsOf = (eventId: string) => world.cloud.db.find('registrations', { eventId })

describe('giving places back', () => {
  test('makes them free for others, and the record stays', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, ask(eventId, 3)))
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 3 }, taken: {}, parties: 0 })
    expect(documentsOf(eventId)).toMatchObject([{ status: 'cancelled', partySize: 3, callName: '张阿姨' }])
    expect(valueOf(await world.call('li', register, ask(eventId, 3))).status).toBe('confirmed')
  })

  test('twice, and twice at once, gives them back once', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, ask(eventId, 2)))
    const answers = await Promise.all([1, 2].map(() => world.call('zhang', cancelRegistration, world.shown('zhang', eventId))))
    answers.push(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    for (const answer of answers) expect(valueOf(answer)).toEqual({ standing: null })
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 3 }, parties: 0, rev: 2 })
  })

  test('leaves everybody else and every other event alone', async () => {
    const [eventId, other] = [await world.publish(), await world.publish()]
    valueOf(await world.call('li', register, ask(eventId)))
    valueOf(await world.call('zhang', register, ask(eventId)))
    valueOf(await world.call('zhang', register, ask(other)))
    const before = [world.cloud.db.find('registrations', { _id: `${eventId}:p-li` }), bookOf(other), documentsOf(other)]
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    expect([world.cloud.db.find('registrations', { _id: `${eventId}:p-li` }), bookOf(other), documentsOf(other)]).toEqual(before)
    expect(bookOf(eventId)).toMatchObject({ taken: { 'p-li': { n: 1 } }, left: { s1: 2 } })
  })

  test('is refused to who has none, and to everybody at an unknown event', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('li', register, ask(eventId)))
    expect(failureOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))).toBe('not-registered')
    expect(failureOf(await world.call('zhang', cancelRegistration, world.shown('zhang', 'nowhere')))).toBe('not-registered')
    expect(documentsOf(eventId)).toHaveLength(1)
  })

  test('is refused once the first named session has started', async () => {
    const eventId = await world.publish({ sessions: [session(0), session(1)] })
    valueOf(await world.call('zhang', register, { ...ask(eventId), sessionIds: [`${eventId}-s1`, `${eventId}-s2`] }))
    valueOf(await world.call('li', register, { ...ask(eventId), sessionIds: [`${eventId}-s2`] }))
    world.cloud.clock.set('2026-11-27T11:00:01.000Z')
    try {
      expect(failureOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))).toBe('too-late')
      expect(valueOf(await world.call('li', cancelRegistration, world.shown('li', eventId)))).toEqual({ standing: null })
    } finally {
      world.cloud.clock.set('2026-11-27T10:20:00.000Z')
    }
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 2, s2: 2 }, taken: { 'p-zhang': { n: 1 } } })
  })

  test('while registering on another phone: book and document agree whatever came first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const eventId = await world.publish()
      valueOf(await world.call('zhang', register, ask(eventId)))
      await Promise.all([
        world.call('zhang', cancelRegistration, world.shown('zhang', eventId)),
        world.call('zhang', register, ask(eventId, 2)),
        world.call('zhang', cancelRegistration, world.shown('zhang', eventId)),
        world.call('zhang', register, ask(eventId)),
      ])
      const taken = (bookOf(eventId)?.['taken'] as Record<string, { n: number }> | undefined)?.['p-zhang']
      expect(documentsOf(eventId)).toMatchObject([taken ? { status: 'confirmed', partySize: taken.n } : { status: 'cancelled' }])
      expect(bookOf(eventId)).toMatchObject({ left: { s1: 3 - (taken?.n ?? 0) }, parties: taken ? 1 : 0 })
    }
  })
})

describe('what comes late', () => {
  test('a repeat of a registration that was given back takes no places, and is told how things stand', async () => {
    const eventId = await world.publish()
    const wish = ask(eventId, 2)
    valueOf(await world.call('zhang', register, wish))
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    const before = [bookOf(eventId), documentsOf(eventId)]
    const late = [await world.call('zhang', register, wish), await world.call('zhang', register, { ...wish, partySize: 1 })]
    for (const answer of late) expect(valueOf(answer)).toMatchObject({ status: 'cancelled', partySize: 2 })
    expect([bookOf(eventId), documentsOf(eventId)]).toEqual(before)
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 3 }, parties: 0, taken: {} })
  })

  test('nor when it arrives while the places are being given back', async () => {
    for (let round = 0; round < 4; round += 1) {
      const eventId = await world.publish()
      const wish = ask(eventId)
      valueOf(await world.call('zhang', register, wish))
      const shown = world.shown('zhang', eventId)
      await Promise.all([world.call('zhang', register, wish), world.call('zhang', cancelRegistration, shown), world.call('zhang', register, wish), world.call('zhang', register, wish)])
      expect(bookOf(eventId)).toMatchObject({ left: { s1: 3 }, parties: 0, taken: {} })
      expect(documentsOf(eventId)).toMatchObject([{ status: 'cancelled' }])
    }
  })

  test('nor when another tap had the places already and this one was answered with them', async () => {
    const eventId = await world.publish()
    const [first, second] = [ask(eventId), ask(eventId)]
    const mine = valueOf(await world.call('zhang', register, first))
    expect(valueOf(await world.call('zhang', register, second))).toEqual(mine)
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    for (const wish of [second, first]) expect(valueOf(await world.call('zhang', register, wish)).status).toBe('cancelled')
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 3 }, parties: 0 })
  })

  test('a repeat of giving back leaves the registration that was made since', async () => {
    const eventId = await world.publish()
    const first = ask(eventId)
    valueOf(await world.call('zhang', register, first))
    const shown = world.shown('zhang', eventId)
    valueOf(await world.call('zhang', cancelRegistration, shown))
    const anew = valueOf(await world.call('zhang', register, ask(eventId, 2)))
    const before = [bookOf(eventId), documentsOf(eventId)]
    expect(valueOf(await world.call('zhang', cancelRegistration, shown))).toEqual({ standing: anew })
    expect(valueOf(await world.call('zhang', register, first))).toEqual(anew)
    expect([bookOf(eventId), documentsOf(eventId)]).toEqual(before)
    expect(valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))).toEqual({ standing: null })
  })

  test('of one person stops nobody else with the same record id, and the book remembers the last twenty', async () => {
    const eventId = await world.publish()
    const wishes = Array.from({ length: 21 }, () => ask(eventId))
    for (const wish of wishes) {
      valueOf(await world.call('zhang', register, wish))
      valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    }
    expect((bookOf(eventId)?.['spent'] as Record<string, string[]> | undefined)?.['p-zhang']).toEqual(wishes.slice(1).map((wish) => wish.recordId))
    expect(valueOf(await world.call('li', register, wishes[20] ?? ask(eventId))).status).toBe('confirmed')
  })
})

describe('my registrations', () => {
  test('those to come first by their next session, cancelled ones too; past ones newest first; nobody else\'s', async () => {
    const who = 'openid-of-a-newcomer'
    const [tomorrow, today, lastWeek, monthAgo] = await Promise.all([1, 0, -7, -30].map((day) => world.publish({ sessions: [session(day)] })))
    valueOf(await world.callAs(who, register, ask(String(tomorrow))))
    const { wish: was, sessionIds, partySize } = valueOf(await world.callAs(who, register, ask(String(today))))
    valueOf(await world.callAs(who, cancelRegistration, { eventId: String(today), was, sessionIds, partySize }))
    const [{ personKey = '' } = {}] = world.cloud.db.find('openids', { _id: who })
    for (const [eventId, at] of [[lastWeek, '2026-11-10T00:00:00.000Z'], [monthAgo, '2026-10-10T00:00:00.000Z']]) {
      world.cloud.db.insertMany('registrations', [{ _id: `${eventId}:${personKey}`, eventId, personKey, by: personKey, status: 'confirmed', sessions: ['s1'], partySize: 1, children: 0, recordId: newRecordId(), joinedAt: null, said: null, phoneMask: null, eraseOn: null, callName: '邻居', building: null, registeredAt: at, cancelledAt: null }])
    }
    const mine = valueOf(await world.callAs(who, myRegistrations, {}))
    expect(mine.coming.map((row) => [row.event.id, row.registration.status])).toEqual([[today, 'cancelled'], [tomorrow, 'confirmed']])
    expect(mine.past.map((row) => row.event.id)).toEqual([lastWeek, monthAgo])
    expect(mine.coming[1]?.event).toMatchObject({ title: '邻里文艺晚会', placeName: '社区活动室', status: 'published', sessions: [{ id: `${String(tomorrow)}-s1` }] })
    expect(valueOf(await world.callAs('openid-of-nobody', myRegistrations, {}))).toEqual({ coming: [], past: [] })
  })
})
