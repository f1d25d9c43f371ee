/** 候补: who waits, in which order, who gets a place that becomes free, and until when without being asked. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addFace } from '../../contract/people/add-face'
import { getEvent } from '../../contract/events/get'
import { listEvents } from '../../contract/events/list'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { changeParty } from '../../contract/registrations/change'
import { myRegistrations } from '../../contract/registrations/mine'
import { myPositions } from '../../contract/registrations/positions'
import { register } from '../../contract/registrations/register'
import { takeOffer } from '../../contract/registrations/take-offer'
import { undoCancel } from '../../contract/registrations/undo-cancel'
import type { Sent } from '../../emulator/world/call-function'
import { personKeyOf, type CastId } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
const opened = '2026-11-27T10:20:00.000Z'
beforeAll(async () => { world = await openEvening() })
beforeEach(() => world.cloud.clock.set(opened))
afterAll(() => world.stop())

/** In three days: nobody is asked yet. */
const inThreeDays = (places = 3, partyLimit = 6) => world.publish({ sessions: [session(3, places)], partyLimit })
async function asks(who: CastId, eventId: string, partySize = 1, more: Partial<Sent<typeof register>> = {}) {
  return valueOf(await world.call(who, register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize, callName: who, ...more }))
}
const leaves = async (who: CastId, eventId: string) => valueOf(await world.call(who, cancelRegistration, world.shown(who, eventId)))
const mineAt = async (who: CastId, eventId: string) => valueOf(await world.call(who, getEvent, { eventId })).mine
const positions = async (eventId: string, ...people: CastId[]) => Promise.all(people.map(async (who) => (await mineAt(who, eventId))?.position))
const statusOf = (who: CastId, eventId: string) => world.cloud.db.find('registrations', { _id: `${eventId}:${personKeyOf(who)}` })[0]?.['status']
const bookOf = (eventId: string) => world.cloud.db.find('seat-books', { _id: eventId })[0] as unknown as { left: Record<string, number>; waiting: boolean; parties: number; taken: Record<string, unknown> }
const toldOf = (eventId: string) => world.cloud.db.find('notices', { eventId }).map(({ to, kind }) => `${String(to)} ${String(kind)}`).sort()
const sweep = () => world.cloud.invoke('registrations', { source: 'timer' })
const aSecondPasses = () => world.cloud.clock.set(new Date(world.cloud.clock.now() + 1000).toISOString())
/** 11 hours before the event of three days hence. */
const tooLateToConfirm = '2026-11-29T23:59:00.000Z'

describe('where there is no room', () => {
  test('parties wait in the order in which they came, and everybody sees their position, on the event and in the list', async () => {
    const eventId = await inThreeDays()
    await asks('zhang', eventId, 3)
    expect((await asks('li', eventId)).status).toBe('waitlisted')
    aSecondPasses()
    expect((await asks('chen', eventId, 2)).status).toBe('waitlisted')
    expect(await positions(eventId, 'li', 'chen', 'zhang')).toEqual([1, 2, null])
    const listed = valueOf(await world.call('chen', listEvents, { from: '2026-11-27', to: '2026-12-01' })).events.find(({ id }) => id === eventId)
    expect(listed).toMatchObject({ waiting: true, mine: { status: 'waitlisted', position: 2 } })
    expect(valueOf(await world.call('chen', myRegistrations, {})).coming).toMatchObject([{ event: { id: eventId }, registration: { status: 'waitlisted' } }])
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 0 }, waiting: true, parties: 1 })
  })

  test('everybody sees it on their own list too, for themselves and for neighbours, and nobody else\'s', async () => {
    const [full, other] = [await inThreeDays(1), await inThreeDays(1)]
    await asks('zhang', full)
    await asks('zhang', other)
    await asks('li', full)
    aSecondPasses()
    await asks('chen', full)
    const face = valueOf(await world.call('li', addFace, { callName: '吴奶奶' })).personKey
    aSecondPasses()
    await asks('li', full, 1, { personKey: face })
    await asks('li', other)
    const of = async (who: CastId, ...eventIds: string[]) => valueOf(await world.call(who, myPositions, { eventIds })).positions.map(({ eventId, personKey, position, offered }) => [eventId === full ? 'full' : 'other', personKey, position, offered]).sort()
    expect(await of('li', full, other, 'nowhere')).toEqual([['full', 'p-li', 1, false], ['full', face, 3, false], ['other', 'p-li', 1, false]].sort())
    expect(await of('chen', full, other)).toEqual([['full', 'p-chen', 2, false]])
    expect(await of('zhang', full, other)).toEqual([])
    world.cloud.clock.set(tooLateToConfirm)
    await leaves('zhang', full)
    expect(await of('chen', full)).toEqual([['full', 'p-chen', 2, true]])
  })

  test('two who came in the same instant are told apart by their keys', async () => {
    const eventId = await inThreeDays(1)
    await asks('zhang', eventId)
    await Promise.all([asks('li', eventId), asks('chen', eventId), asks('lin', eventId)])
    const joinedAt = new Date(opened)
    world.cloud.db.update('registrations', { eventId, status: 'waitlisted' }, { $set: { joinedAt } })
    expect(await positions(eventId, 'chen', 'li', 'lin')).toEqual([1, 2, 3])
  })

  test('asking again is the same place in the queue, and for another party it is refused', async () => {
    const eventId = await world.publish({ sessions: [session(3, 1), session(4, 1)] })
    await asks('zhang', eventId)
    const wish = { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '老李' }
    const first = valueOf(await world.call('li', register, wish))
    aSecondPasses()
    await asks('chen', eventId)
    aSecondPasses()
    expect(valueOf(await world.call('li', register, wish))).toEqual(first)
    expect(valueOf(await world.call('li', register, { ...wish, recordId: newRecordId() }))).toEqual(first)
    expect(failureOf(await world.call('li', register, { ...wish, recordId: newRecordId(), sessionIds: [`${eventId}-s2`] }))).toBe('already-registered')
    expect(await positions(eventId, 'li', 'chen')).toEqual([1, 2])
  })
})

describe('a place that becomes free', () => {
  test('goes to the first party that fits whole; a larger one ahead keeps its position', async () => {
    const eventId = await inThreeDays(3)
    await asks('zhang', eventId, 2)
    await asks('lin', eventId, 1)
    for (const [who, n] of [['li', 3], ['chen', 2], ['he', 1]] as const) {
      aSecondPasses()
      await asks(who, eventId, n)
    }
    await leaves('zhang', eventId)
    expect([statusOf('li', eventId), statusOf('chen', eventId), statusOf('he', eventId)]).toEqual(['waitlisted', 'confirmed', 'waitlisted'])
    expect(await positions(eventId, 'li', 'he')).toEqual([1, 2])
    expect(toldOf(eventId)).toEqual(['p-chen promoted'])
    await leaves('lin', eventId)
    expect(statusOf('he', eventId)).toBe('confirmed')
    await leaves('chen', eventId)
    await leaves('he', eventId)
    expect(statusOf('li', eventId)).toBe('confirmed')
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 0 }, parties: 1 })
  })

  test('goes to nobody who left the queue or whom the same party serves twice', async () => {
    const eventId = await inThreeDays(1)
    await asks('zhang', eventId)
    await asks('li', eventId)
    expect(await leaves('li', eventId)).toEqual({ standing: null })
    expect(await leaves('li', eventId)).toEqual({ standing: null })
    await leaves('zhang', eventId)
    expect([statusOf('li', eventId), bookOf(eventId).left]).toEqual(['cancelled', { s1: 1 }])
    await sweep()
    expect(bookOf(eventId).waiting).toBe(false)
    expect((await asks('chen', eventId)).status).toBe('confirmed')
  })

  test('whoever leaves the queue and comes back stands at its end', async () => {
    const eventId = await inThreeDays(1)
    await asks('zhang', eventId)
    await asks('li', eventId)
    aSecondPasses()
    await asks('chen', eventId)
    await leaves('li', eventId)
    aSecondPasses()
    expect((await asks('li', eventId)).status).toBe('waitlisted')
    expect(await positions(eventId, 'chen', 'li')).toEqual([1, 2])
  })

  test('is taken past nobody: a newcomer who would fit waits while somebody ahead would fit too, and has the place where nobody would', async () => {
    const eventId = await inThreeDays(3)
    await asks('zhang', eventId, 2)
    await asks('li', eventId, 3)
    expect((await asks('chen', eventId)).status).toBe('confirmed')
    await asks('lin', eventId)
    expect(await positions(eventId, 'li', 'lin')).toEqual([1, 2])
    expect(toldOf(eventId)).toEqual([])
  })

  test('in a series only where all its sessions have room', async () => {
    const eventId = await world.publish({ sessions: [session(3, 1), session(4, 1)] })
    const both = { sessionIds: [`${eventId}-s1`, `${eventId}-s2`] }
    await asks('zhang', eventId)
    await asks('li', eventId, 1, { sessionIds: [`${eventId}-s2`] })
    await asks('chen', eventId, 1, both)
    await leaves('zhang', eventId)
    expect([statusOf('chen', eventId), bookOf(eventId).left]).toEqual(['waitlisted', { s1: 1, s2: 0 }])
    await leaves('li', eventId)
    expect([statusOf('chen', eventId), bookOf(eventId).left]).toEqual(['confirmed', { s1: 0, s2: 0 }])
  })

  test('many give back at once while many come: no place is given twice and none stays free while somebody would fit', async () => {
    const eventId = await inThreeDays(2)
    await asks('zhang', eventId)
    await asks('li', eventId)
    await asks('chen', eventId)
    await Promise.all([leaves('zhang', eventId), leaves('li', eventId), asks('lin', eventId), asks('he', eventId), asks('zhou', eventId)])
    await sweep()
    const confirmed = world.cloud.db.find('registrations', { eventId, status: 'confirmed' })
    expect(confirmed).toHaveLength(2)
    expect(confirmed.map(({ personKey }) => personKey).sort()).toEqual(Object.keys(bookOf(eventId).taken).sort())
    expect(statusOf('chen', eventId)).toBe('confirmed')
    expect(bookOf(eventId).left).toEqual({ s1: 0 })
  })

  test('left over by a crash between the places and those who wait: the sweep gives it', async () => {
    const eventId = await inThreeDays(1)
    await asks('zhang', eventId)
    await asks('li', eventId)
    world.cloud.db.update('seat-books', { _id: eventId }, { $set: { 'left.s1': 1, unswept: true }, $unset: { 'taken.p-zhang': '' } })
    world.cloud.db.update('registrations', { _id: `${eventId}:p-zhang` }, { $set: { status: 'cancelled' } })
    await sweep()
    expect([statusOf('li', eventId), toldOf(eventId)]).toEqual(['confirmed', ['p-li promoted']])
  })

  test('given in the book, and the crash came before anything else: the sweep tells and confirms', async () => {
    const eventId = await inThreeDays(1)
    await asks('zhang', eventId)
    await asks('li', eventId)
    const waiting = world.cloud.db.find('registrations', { _id: `${eventId}:p-li` })
    await leaves('zhang', eventId)
    const after = [world.cloud.db.find('registrations', { _id: `${eventId}:p-li` }), toldOf(eventId)]
    world.cloud.db.remove('notices', { eventId })
    world.cloud.db.remove('registrations', { _id: `${eventId}:p-li` })
    world.cloud.db.insertMany('registrations', waiting as never)
    await sweep()
    expect([world.cloud.db.find('registrations', { _id: `${eventId}:p-li` }), toldOf(eventId)]).toEqual(after)
  })
})

describe('in the last 12 hours', () => {
  test('nobody is confirmed unasked: everybody who fits is told, and the first tap has it', async () => {
    const eventId = await inThreeDays(1)
    await asks('zhang', eventId)
    await asks('li', eventId)
    await asks('chen', eventId)
    const was = async (who: CastId) => ({ eventId, was: (await mineAt(who, eventId))?.wish ?? '' })
    expect(failureOf(await world.call('li', takeOffer, await was('li')))).toBe('no-room')
    world.cloud.clock.set(tooLateToConfirm)
    await leaves('zhang', eventId)
    expect(toldOf(eventId)).toEqual([])
    for (let i = 0; i < 2; i += 1) await sweep()
    expect([statusOf('li', eventId), toldOf(eventId)]).toEqual(['waitlisted', ['p-chen offered', 'p-li offered']])
    expect((await mineAt('chen', eventId))?.offered).toBe(true)
    expect(valueOf(await world.call('chen', takeOffer, await was('chen'))).status).toBe('confirmed')
    expect(valueOf(await world.call('chen', takeOffer, await was('chen'))).status).toBe('confirmed')
    expect(failureOf(await world.call('li', takeOffer, await was('li')))).toBe('no-room')
    expect((await mineAt('li', eventId))?.offered).toBe(false)
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 0 }, parties: 1 })
  })

  test('a newcomer takes no place that is offered to somebody, and has it at once where nobody who waits would fit', async () => {
    const eventId = await inThreeDays(3)
    await asks('zhang', eventId, 3)
    await asks('li', eventId, 2)
    world.cloud.clock.set(tooLateToConfirm)
    await leaves('zhang', eventId)
    // She waits by now like the others, and hears at once that she may take it, also where that answer is lost.
    const wish = { recordId: newRecordId() }
    for (let i = 0; i < 2; i += 1) expect(await asks('chen', eventId, 1, wish)).toMatchObject({ status: 'waitlisted', offered: true })
    expect((await mineAt('chen', eventId))?.offered).toBe(true)
    await leaves('li', eventId)
    await leaves('chen', eventId)
    await asks('zhou', eventId, 2)
    await asks('li', eventId, 2)
    expect([statusOf('zhou', eventId), statusOf('li', eventId)]).toEqual(['confirmed', 'waitlisted'])
    expect((await mineAt('li', eventId))?.offered).toBe(false)
    expect((await asks('chen', eventId)).status).toBe('confirmed')
  })

  test('not once it has started', async () => {
    const eventId = await inThreeDays(1)
    await asks('zhang', eventId)
    await asks('li', eventId)
    const was = (await mineAt('li', eventId))?.wish ?? ''
    world.cloud.db.update('seat-books', { _id: eventId }, { $set: { 'left.s1': 1 } })
    world.cloud.clock.set('2026-11-30T11:00:00.000Z')
    expect(failureOf(await world.call('li', takeOffer, { eventId, was }))).toBe('too-late')
    await sweep()
    expect(statusOf('li', eventId)).toBe('waitlisted')
  })
})

test('who waits for a session that has begun keeps nobody waiting for the others', async () => {
  const eventId = await world.publish({ sessions: [session(3, 1), session(4, 5)] })
  await asks('zhang', eventId)
  await asks('li', eventId)
  world.cloud.clock.set('2026-12-01T00:00:00.000Z')
  await sweep()
  expect([statusOf('li', eventId), bookOf(eventId).waiting]).toEqual(['waitlisted', false])
  expect((await asks('chen', eventId, 1, { sessionIds: [`${eventId}-s2`] })).status).toBe('confirmed')
})

test('on the day, a place that is free costs no more however many wait', async () => {
  const eventId = await inThreeDays(2)
  await asks('zhang', eventId, 2)
  await asks('li', eventId)
  const [one] = world.cloud.db.find('registrations', { _id: `${eventId}:p-li` })
  world.cloud.db.insertMany('registrations', Array.from({ length: 60 }, (_, i) => ({ ...one, _id: `${eventId}:p-w${i}`, personKey: `p-w${i}`, by: `p-w${i}`, recordId: `waiting-${i}` })) as never)
  world.cloud.clock.set(tooLateToConfirm)
  const heard = world.cloud.faults.listen('registrations')
  await leaves('zhang', eventId)
  // One of them says who calls.
  expect(heard.filter((action) => action.startsWith('database.'))).toHaveLength(5)
  world.cloud.faults.disarm()
  await sweep()
  expect(toldOf(eventId)).toHaveLength(61)
})

describe('another number of people', () => {
  const changed = async (who: CastId, eventId: string, partySize: number, recordId = newRecordId()) =>
    world.call(who, changeParty, { eventId, recordId, was: (await mineAt(who, eventId))?.wish ?? '', partySize, children: partySize > 1 ? 1 : 0 })

  test('fewer frees places for those who wait; more only where they fit; each once', async () => {
    const eventId = await inThreeDays(3)
    await asks('zhang', eventId, 3)
    await asks('li', eventId)
    const wish = { eventId, recordId: newRecordId(), was: (await mineAt('zhang', eventId))?.wish ?? '', partySize: 2, children: 1 }
    for (let i = 0; i < 2; i += 1) expect(valueOf(await world.call('zhang', changeParty, wish))).toMatchObject({ status: 'confirmed', partySize: 2, children: 1 })
    expect([statusOf('li', eventId), bookOf(eventId).left]).toEqual(['confirmed', { s1: 0 }])
    expect(failureOf(await changed('zhang', eventId, 3))).toBe('no-room')
    await leaves('li', eventId)
    expect(valueOf(await changed('zhang', eventId, 3))).toMatchObject({ partySize: 3 })
    expect(failureOf(await changed('zhang', eventId, 7))).toBe('party-too-large')
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 0 }, parties: 1, taken: { 'p-zhang': { n: 3, children: 1 } } })
    expect(world.cloud.db.find('registrations', { _id: `${eventId}:p-zhang` })).toMatchObject([{ partySize: 3, children: 1, status: 'confirmed' }])
  })

  test('a confirmed party does not grow past somebody who would fit', async () => {
    const eventId = await inThreeDays(4)
    await asks('zhang', eventId, 2)
    await asks('chen', eventId, 2)
    await asks('li', eventId, 1)
    world.cloud.clock.set(tooLateToConfirm)
    await leaves('chen', eventId)
    expect(failureOf(await changed('zhang', eventId, 3))).toBe('no-room')
    await leaves('li', eventId)
    expect(valueOf(await changed('zhang', eventId, 3)).partySize).toBe(3)
  })

  test('a waiting party keeps its position, and has its place when it fits now', async () => {
    const eventId = await inThreeDays(3)
    await asks('zhang', eventId, 2)
    await asks('li', eventId, 3)
    aSecondPasses()
    await asks('chen', eventId, 2)
    expect(valueOf(await changed('li', eventId, 2))).toMatchObject({ status: 'waitlisted', partySize: 2 })
    expect(await positions(eventId, 'li', 'chen')).toEqual([1, 2])
    expect(valueOf(await changed('li', eventId, 1))).toMatchObject({ status: 'confirmed', partySize: 1 })
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 0 }, parties: 2 })
  })
})

describe('taking the cancelling back', () => {
  const undone = (who: CastId, eventId: string, was: string, recordId = newRecordId()) => world.call(who, undoCancel, { eventId, recordId, was })

  test('within half a minute brings the same places back, also when registration has closed since; later it does not', async () => {
    const eventId = await world.publish({ sessions: [session(3, 3)], closesAt: '2026-11-27T10:20:30.000Z' })
    const { wish: was } = await asks('zhang', eventId, 2, { building: '3号楼', phone: '13912345678' })
    world.cloud.clock.set('2026-11-27T10:21:00.000Z')
    await leaves('zhang', eventId)
    world.cloud.clock.set('2026-11-27T10:21:29.000Z')
    const recordId = newRecordId()
    for (let i = 0; i < 2; i += 1) expect(valueOf(await undone('zhang', eventId, was, recordId))).toMatchObject({ status: 'confirmed', partySize: 2, phone: '139****5678' })
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 1 }, parties: 1 })
    await leaves('zhang', eventId)
    world.cloud.clock.set('2026-11-27T10:22:00.000Z')
    expect(failureOf(await undone('zhang', eventId, recordId))).toBe('too-late')
  })

  test('not where the book takes no more parties', async () => {
    const eventId = await inThreeDays(3)
    const { wish: was } = await asks('zhang', eventId)
    await leaves('zhang', eventId)
    world.cloud.db.update('seat-books', { _id: eventId }, { $set: { parties: 2000 } })
    expect(failureOf(await undone('zhang', eventId, was))).toBe('no-room')
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 3 }, parties: 2000 })
  })

  test('not where somebody has the place by now, nor for somebody else', async () => {
    const eventId = await inThreeDays(1)
    const { wish: was } = await asks('zhang', eventId)
    await asks('li', eventId)
    await leaves('zhang', eventId)
    expect(failureOf(await undone('zhang', eventId, was))).toBe('no-room')
    expect(failureOf(await undone('chen', eventId, was))).toBe('not-registered')
    expect([statusOf('li', eventId), statusOf('zhang', eventId)]).toEqual(['confirmed', 'cancelled'])
  })
})

test('giving back ends at the deadline that the event names', async () => {
  const eventId = await world.publish({ sessions: [session(3, 3)], cancelUntil: '2026-11-28T00:00:00.000Z' })
  await asks('zhang', eventId)
  world.cloud.clock.set('2026-11-28T00:00:00.000Z')
  expect(failureOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))).toBe('too-late')
})
