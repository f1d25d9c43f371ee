import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelEvent } from '../../contract/events/cancel'
import { getEvent } from '../../contract/events/get'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { register } from '../../contract/registrations/register'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const ask = (eventId: string, more: Partial<Parameters<typeof world.call<typeof register>>[2]> = {}) =>
  ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨', ...more })
const bookOf = (eventId: string) => world.cloud.db.find('seat-books', { _id: eventId })[0]
const documentsOf = (eventId: string) => world.cloud.db.find('registrations', { eventId })

describe('a resident registers', () => {
  test('and has the places: the book, the document, and the event say so', async () => {
    const eventId = await world.publish()
    const mine = valueOf(await world.call('zhang', register, ask(eventId, { partySize: 2, building: '3号楼' })))
    expect(mine).toMatchObject({ status: 'confirmed', partySize: 2, sessionIds: [`${eventId}-s1`] })
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 1 }, parties: 1, taken: { 'p-zhang': { n: 2, sessions: ['s1'], at: mine.registeredAt, by: 'p-zhang', callName: '张阿姨', building: '3号楼' } } })
    expect(documentsOf(eventId)).toMatchObject([{ _id: `${eventId}:p-zhang`, status: 'confirmed', sessions: ['s1'], partySize: 2, callName: '张阿姨', building: '3号楼' }])
    expect(valueOf(await world.call('zhang', getEvent, { eventId }))).toMatchObject({ sessions: [{ left: 1 }], mine })
    expect(valueOf(await world.call('li', getEvent, { eventId })).mine).toBeNull()
  })

  test('again with the same party: the same registration, counted once', async () => {
    const eventId = await world.publish()
    const first = valueOf(await world.call('zhang', register, ask(eventId)))
    const [one, two] = await Promise.all([world.call('zhang', register, ask(eventId)), world.call('zhang', register, ask(eventId))])
    expect(valueOf(one)).toEqual(first)
    expect(valueOf(two)).toEqual(first)
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 2 }, parties: 1, rev: 1 })
    expect(documentsOf(eventId)).toHaveLength(1)
  })

  test('with another party size: told that she has places already, and nothing moves', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, ask(eventId)))
    const before = [bookOf(eventId), documentsOf(eventId)]
    expect(failureOf(await world.call('zhang', register, ask(eventId, { partySize: 2 })))).toBe('already-registered')
    expect([bookOf(eventId), documentsOf(eventId)]).toEqual(before)
  })

  test('from two devices at once with different parties: one of them counts, and book and document agree', async () => {
    const eventId = await world.publish()
    const answers = await Promise.all([1, 2, 3].map((partySize) => world.call('zhang', register, ask(eventId, { partySize }))))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const { n } = (bookOf(eventId)?.['taken'] as Record<string, { n: number }> | undefined)?.['p-zhang'] ?? { n: 0 }
    expect(documentsOf(eventId)).toMatchObject([{ partySize: n, status: 'confirmed' }])
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 3 - n } })
  })

  test('for all sessions of a series or for none: one full session makes the whole party wait', async () => {
    const eventId = await world.publish({ sessions: [session(0, 3), session(1, 2)] })
    valueOf(await world.call('li', register, ask(eventId, { sessionIds: [`${eventId}-s2`] })))
    const both = [`${eventId}-s2`, `${eventId}-s1`]
    const waiting = valueOf(await world.call('zhang', register, ask(eventId, { sessionIds: both, partySize: 2 })))
    expect(waiting).toMatchObject({ status: 'waitlisted', sessionIds: [`${eventId}-s1`, `${eventId}-s2`] })
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 3, s2: 1 }, parties: 1, waiting: true })
    // Alone he fits, and nobody who waits would: he need not wait behind them.
    expect(valueOf(await world.call('chen', register, ask(eventId, { sessionIds: both }))).status).toBe('confirmed')
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 2, s2: 0 } })
  })

  test('after giving the places back', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, ask(eventId)))
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    expect(valueOf(await world.call('zhang', register, ask(eventId, { partySize: 3 })))).toMatchObject({ status: 'confirmed', partySize: 3 })
    expect(documentsOf(eventId)).toMatchObject([{ status: 'confirmed', partySize: 3, cancelledAt: null }])
  })
})

describe('a resident is told why there is no place', () => {
  test('a party larger than the event takes', async () => {
    const eventId = await world.publish({ partyLimit: 2 })
    expect(failureOf(await world.call('zhang', register, ask(eventId, { partySize: 3 })))).toBe('party-too-large')
    expect(failureOf(await world.call('zhang', register, ask(await world.publish(), { partySize: 4 })))).toBe('party-too-large')
  })

  test('before registration opens, after it closes, after the session started', async () => {
    const early = await world.publish({ opensAt: '2026-11-27T10:50:00.000Z' })
    expect(failureOf(await world.call('zhang', register, ask(early)))).toBe('registration-not-open')
    const late = await world.publish({ closesAt: '2026-11-27T10:00:00.000Z' })
    expect(failureOf(await world.call('zhang', register, ask(late)))).toBe('registration-closed')
    const started = await world.publish({ sessions: [session(-1), session(1)] })
    expect(failureOf(await world.call('zhang', register, ask(started)))).toBe('registration-closed')
    expect(valueOf(await world.call('zhang', register, ask(started, { sessionIds: [`${started}-s2`] }))).status).toBe('confirmed')
  })

  test('an unknown event, a draft, a cancelled event, an unknown session, somebody else\'s session', async () => {
    expect(failureOf(await world.call('zhang', register, ask('nowhere')))).toBe('event-not-found')
    const draft = await world.plan()
    expect(failureOf(await world.call('zhang', register, ask(draft)))).toBe('event-not-found')
    const eventId = await world.publish()
    expect(failureOf(await world.call('zhang', register, ask(eventId, { sessionIds: [`${eventId}-s2`] })))).toBe('session-not-found')
    expect(failureOf(await world.call('zhang', register, ask(eventId, { sessionIds: [`${draft}-s1`] })))).toBe('session-not-found')
    valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))
    expect(failureOf(await world.call('zhang', register, ask(eventId)))).toBe('event-cancelled')
  })

  test('只清点不留名: nobody registers', async () => {
    const eventId = await world.publish({ kind: 'free_clinic', sessions: [session(0, null)] })
    expect(failureOf(await world.call('zhang', register, ask(eventId)))).toBe('no-registration-needed')
    expect(bookOf(eventId)).toBeUndefined()
    expect(documentsOf(eventId)).toEqual([])
  })

  test('a book of 2,000 parties takes no more, whatever places a long series has left: the next one waits', async () => {
    const eventId = await world.publish()
    world.cloud.db.update('seat-books', { _id: eventId }, { $set: { parties: 2000 } })
    expect(valueOf(await world.call('zhang', register, ask(eventId))).status).toBe('waitlisted')
  })
})
