import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { roster } from '../../contract/attendance/roster'
import { undo } from '../../contract/attendance/undo'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { register } from '../../contract/registrations/register'
import { evening, failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
// Two minutes before the session starts.
beforeAll(async () => {
  world = await openEvening()
  world.cloud.clock.set('2026-11-27T10:58:00.000Z')
})
afterAll(() => world.stop())

const minutesAfter = (minutes: number) => new Date(Date.parse(evening) + minutes * 60_000).toISOString()
const tap = (eventId: string, more = {}) =>
  ({ recordId: newRecordId(), sessionId: `${eventId}-s1`, personKey: 'p-zhang', present: 1, source: 'tap' as const, at: minutesAfter(0), offsetMs: 0, ...more })
const takeBack = (eventId: string, marks: string[], more = {}) =>
  ({ recordId: newRecordId(), sessionId: `${eventId}-s1`, of: { what: 'check-in' as const, personKey: 'p-zhang', marks }, at: minutesAfter(5), offsetMs: 0, ...more })
const seats = (eventId: string, partySize = 1) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize, callName: '张阿姨', building: '3号楼' })
const recordOf = (eventId: string) => world.cloud.db.find('attendance', { _id: `${eventId}-s1:p-zhang` })[0]
const signedIn = async (eventId: string) => valueOf(await world.call('chen', roster, { sessionId: `${eventId}-s1` })).room.signedIn

describe('a check-in', () => {
  test('counts the party, is receipted, and stands under session and person', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 3)))
    const input = tap(eventId, { present: 2, offsetMs: 60_000 })
    const receipt = valueOf(await world.call('chen', checkIn, input))
    expect(receipt).toEqual({ recordId: input.recordId, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, outcome: 'counted' })
    expect(recordOf(eventId)).toMatchObject({
      sessionId: input.sessionId, eventId, personKey: 'p-zhang', month: '2026-11', path: ['hewan', 'yuyin'], undone: {},
      marks: { [input.recordId]: { present: 2, at: minutesAfter(-1), source: 'tap', by: 'p-chen' } },
    })
    expect(await signedIn(eventId)).toBe(2)
  })

  test('sent again, twice at once, any number of times: counted once, the same hash', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId)))
    const input = tap(eventId)
    const both = await Promise.all([world.call('chen', checkIn, input), world.call('chen', checkIn, input)])
    const { offsetMs, at, ...rest } = input
    const third = await world.call('chen', checkIn, { offsetMs, at, ...rest }) // keys in another order
    const receipts = [...both, third].map((answer) => valueOf(answer))
    expect(receipts.map((one) => one.outcome).sort()).toEqual(['already-there', 'already-there', 'counted'])
    expect(new Set(receipts.map((one) => one.hash)).size).toBe(1)
    expect(Object.keys(recordOf(eventId)?.['marks'] as object)).toEqual([input.recordId])
  })

  test('a record id that is known for something else is refused, so that no device forgets what was not kept', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 2)))
    const input = tap(eventId)
    valueOf(await world.call('chen', checkIn, input))
    expect(failureOf(await world.call('chen', checkIn, { ...input, present: 1 + (input.present % 2) }))).toBe('record-id-taken')
  })

  test('of the same person by another worker: already there, the later number stands, counted once', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 3)))
    valueOf(await world.call('chen', checkIn, tap(eventId, { present: 3, at: minutesAfter(2) })))
    expect(valueOf(await world.call('lin', checkIn, tap(eventId, { present: 1, at: minutesAfter(-2) }))).outcome).toBe('already-there')
    expect(await signedIn(eventId)).toBe(3)
  })

  test('undone is nobody, undone and done again is somebody, whatever order they arrive in', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 2)))
    const [first, second] = [tap(eventId), tap(eventId, { present: 2, at: minutesAfter(3) })]
    const back = takeBack(eventId, [first.recordId])
    expect(valueOf(await world.call('chen', undo, back)).outcome).toBe('counted') // arrives before what it takes back
    valueOf(await world.call('chen', checkIn, first))
    expect(await signedIn(eventId)).toBe(0)
    expect(valueOf(await world.call('chen', checkIn, second)).outcome).toBe('counted')
    expect(valueOf(await world.call('chen', undo, back)).outcome).toBe('already-there')
    valueOf(await world.call('chen', checkIn, first))
    expect(await signedIn(eventId)).toBe(2)
  })

  test('leaves the resident\'s other events, and everybody else, alone', async () => {
    const [eventId, other] = [await world.publish(), await world.publish()]
    for (const id of [eventId, other]) valueOf(await world.call('zhang', register, seats(id)))
    valueOf(await world.call('li', register, { ...seats(eventId), callName: '老李' }))
    valueOf(await world.call('chen', checkIn, tap(eventId)))
    expect(recordOf(other)).toBeUndefined()
    expect(await signedIn(other)).toBe(0)
    expect(world.cloud.db.find('attendance', { eventId })).toHaveLength(1)
  })

  test('of who cancelled meanwhile, or never registered, is counted all the same', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 2)))
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    valueOf(await world.call('chen', checkIn, tap(eventId, { present: 2 })))
    valueOf(await world.call('chen', checkIn, tap(eventId, { personKey: 'p-li' })))
    const { rows, room } = valueOf(await world.call('chen', roster, { sessionId: `${eventId}-s1` }))
    expect(room.signedIn).toBe(3)
    expect(rows.map((row) => [row.personKey, row.partySize, row.present])).toEqual(expect.arrayContaining([['p-zhang', 0, 2], ['p-li', 0, 1]]))
    expect(failureOf(await world.call('chen', checkIn, tap(eventId, { personKey: 'p-li', present: 2 })))).toBe('more-than-the-party')
  })

  test('of a party whose registration document a crash left out: the seat book knows the party', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 3)))
    world.cloud.db.remove('registrations', { eventId })
    expect(valueOf(await world.call('chen', checkIn, tap(eventId, { present: 3 }))).outcome).toBe('counted')
  })

  test('that was taken once is receipted again, also when it would be refused today', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 3)))
    const input = tap(eventId, { present: 3 })
    valueOf(await world.call('chen', checkIn, input))
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    valueOf(await world.call('zhang', register, seats(eventId, 1)))
    expect(valueOf(await world.call('chen', checkIn, input)).outcome).toBe('already-there')
  })
})

describe('a check-in is refused', () => {
  test('of more people than the party has, and of a person who does not exist', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 2)))
    expect(failureOf(await world.call('chen', checkIn, tap(eventId, { present: 3 })))).toBe('more-than-the-party')
    for (const personKey of ['p-nobody', 'a.b', '$x'.slice(1)]) expect(failureOf(await world.call('chen', checkIn, tap(eventId, { personKey })))).toBe('person-not-found')
    expect(world.cloud.db.find('attendance', { eventId })).toEqual([])
  })

  test('outside the window by when it happened, not by when it arrived', async () => {
    const eventId = await world.publish({ sessions: [session(-3)] })
    const ended = (minutes: number) => minutesAfter(-3 * 1440 + 90 + minutes)
    expect(failureOf(await world.call('chen', checkIn, tap(eventId, { at: ended(361) })))).toBe('check-in-closed')
    expect(failureOf(await world.call('chen', checkIn, tap(eventId, { at: ended(-151) })))).toBe('check-in-closed')
    expect(failureOf(await world.call('chen', checkIn, tap(eventId, { at: ended(350), offsetMs: -11 * 60_000 })))).toBe('check-in-closed')
    expect(valueOf(await world.call('chen', checkIn, tap(eventId, { at: ended(361), offsetMs: 60_000 }))).outcome).toBe('counted')
    expect(valueOf(await world.call('chen', checkIn, tap(eventId, { at: minutesAfter(0), source: 'paper' }))).outcome).toBe('already-there')
  })

  test('of the future, by whatever source; five minutes are a clock that is wrong', async () => {
    const [eventId, later] = [await world.publish(), await world.publish({ sessions: [session(2)] })]
    for (const who of ['lin', 'chen'] as const) {
      expect(failureOf(await world.call(who, checkIn, tap(later, { at: minutesAfter(2 * 1440) })))).toBe('check-in-closed')
      expect(failureOf(await world.call(who, checkIn, tap(eventId, { at: minutesAfter(5) })))).toBe('check-in-closed')
      expect(failureOf(await world.call(who, checkIn, tap(eventId, { at: minutesAfter(20), source: 'paper' })))).toBe('check-in-closed')
    }
    expect(failureOf(await world.call('lin', checkIn, tap(eventId, { at: '9999-12-31T00:00:00.000Z', source: 'backfill' })))).toBe('check-in-closed')
    expect(world.cloud.db.find('attendance', { eventId: { $in: [eventId, later] } })).toEqual([])
    const input = tap(eventId, { at: minutesAfter(2) })
    expect(valueOf(await world.call('chen', checkIn, input)).outcome).toBe('counted')
    expect(valueOf(await world.call('chen', checkIn, input)).outcome).toBe('already-there')
    valueOf(await world.call('chen', undo, takeBack(eventId, [input.recordId], { at: '9999-12-31T00:00:00.000Z' })))
    expect(recordOf(eventId)).toMatchObject({ undone: { [input.recordId]: { at: expect.stringMatching(/^2026-11-27T10:5/) as string } } })
  })

  test('补录 is for admins of the unit alone', async () => {
    const eventId = await world.publish({ sessions: [session(-20)] })
    const late = tap(eventId, { source: 'backfill' })
    expect(failureOf(await world.call('chen', checkIn, late))).toBe('check-in-closed')
    expect(failureOf(await world.call('lin', checkIn, { ...late, source: 'paper' }))).toBe('check-in-closed')
    expect(valueOf(await world.call('lin', checkIn, late)).outcome).toBe('counted')
  })

  test('to residents; and to workers of another community, who learn nothing', async () => {
    const eventId = await world.publish()
    expect(failureOf(await world.call('zhang', checkIn, tap(eventId)))).toBe('not-allowed')
    const draft = await world.plan()
    expect(failureOf(await world.call('zhou', checkIn, tap(eventId)))).toBe('session-not-found')
    expect(failureOf(await world.call('chen', checkIn, tap(draft)))).toBe('session-not-found')
    expect(failureOf(await world.call('chen', checkIn, tap('nowhere')))).toBe('session-not-found')
    expect(failureOf(await world.call('zhou', undo, takeBack(eventId, [newRecordId()])))).toBe('session-not-found')
    expect(failureOf(await world.call('zhang', undo, takeBack(eventId, [newRecordId()])))).toBe('not-allowed')
    expect(recordOf(eventId)).toBeUndefined()
  })

  test('where no names are kept, and an undo writes no name there either', async () => {
    const eventId = await world.publish({ kind: 'free_clinic', sessions: [session(0, null)] })
    expect(failureOf(await world.call('chen', checkIn, tap(eventId)))).toBe('no-registration-needed')
    expect(valueOf(await world.call('chen', undo, takeBack(eventId, [newRecordId()]))).outcome).toBe('already-there')
    expect(recordOf(eventId)).toBeUndefined()
  })
})
