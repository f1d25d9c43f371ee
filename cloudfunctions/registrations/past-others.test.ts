/** A newcomer where others wait: has a place at once only when nobody who waits would fit, whatever happens between looking and taking. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { changeParty } from '../../contract/registrations/change'
import { register } from '../../contract/registrations/register'
import type { Sent } from '../../emulator/world/call-function'
import { personKeyOf, type CastId } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
const opened = '2026-11-27T10:20:00.000Z'
/** 11 hours before the event of three days hence. */
const lastHours = '2026-11-29T23:59:00.000Z'
beforeAll(async () => { world = await openEvening({ cloud: { instancesPerFunction: 3, env: { LINLI_CALLS_PER_SECOND: '100000' } } }) })
beforeEach(() => world.cloud.clock.set(opened))
afterEach(() => {
  world.cloud.faults.latencyMs = 0
  world.cloud.faults.disarm()
})
afterAll(() => world.stop())

type More = Partial<Sent<typeof register>>
const inThreeDays = (places: number, more: Parameters<Evening['publish']>[0] = {}) => world.publish({ sessions: [session(3, places)], partyLimit: 6, ...more })
const wish = (eventId: string, partySize = 1, more: More = {}): Sent<typeof register> => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize, callName: '居民', ...more })
const asks = async (who: CastId, eventId: string, partySize = 1, more: More = {}) => valueOf(await world.call(who, register, wish(eventId, partySize, more)))
const leaves = (who: CastId, eventId: string) => world.call(who, cancelRegistration, world.shown(who, eventId))
const statusOf = (who: CastId, eventId: string) => world.cloud.db.find('registrations', { _id: `${eventId}:${personKeyOf(who)}` })[0]?.['status']
const bookOf = (eventId: string) => world.cloud.db.find('seat-books', { _id: eventId })[0] as unknown as { left: Record<string, number>; waiting: boolean; parties: number; queue: Record<string, number>; taken: Record<string, { n: number }> }
const toldOf = (eventId: string) => world.cloud.db.find('notices', { eventId }).map(({ to, kind }) => `${String(to)} ${String(kind)}`).sort()
const sweep = () => world.cloud.invoke('registrations', { source: 'timer' })

/** What the database is asked, without the one read that says who calls. */
async function asked<T>(work: () => Promise<T>): Promise<{ value: T; actions: string[] }> {
  const heard = world.cloud.faults.listen('registrations')
  const value = await work()
  world.cloud.faults.disarm()
  return { value, actions: heard.filter((action) => action.startsWith('database.')).slice(1) }
}

/** Of two places 张 has one, and 李 waits for two. */
async function oneLeftAndTwoWait() {
  const eventId = await inThreeDays(2)
  await asks('zhang', eventId)
  await asks('li', eventId, 2)
  return eventId
}

describe('nobody who waits would fit', () => {
  test('she has the place in three operations, and nobody is told that she came in from a queue; again it is the same', async () => {
    const eventId = await oneLeftAndTwoWait()
    const input = wish(eventId, 1)
    const first = await asked(() => world.call('chen', register, input))
    expect(valueOf(first.value).status).toBe('confirmed')
    expect(first.actions.length).toBe(3)
    expect(toldOf(eventId)).toEqual([])
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 0 }, parties: 2, waiting: true, taken: { 'p-chen': { n: 1 } } })
    const again = await asked(() => world.call('chen', register, input))
    expect(valueOf(again.value)).toEqual(valueOf(first.value))
    expect(again.actions.length).toBeLessThanOrEqual(3)
    const another = await asked(() => world.call('chen', register, { ...input, recordId: newRecordId() }))
    expect(valueOf(another.value)).toEqual(valueOf(first.value))
    expect(another.actions.length).toBeLessThanOrEqual(3)
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 0 }, parties: 2 })
  })

  test('also where she gave a place back before', async () => {
    const eventId = await oneLeftAndTwoWait()
    await asks('chen', eventId)
    valueOf(await leaves('chen', eventId))
    const { value, actions } = await asked(() => asks('chen', eventId))
    expect([value.status, actions.length]).toEqual(['confirmed', 3])
    expect(world.cloud.db.find('registrations', { _id: `${eventId}:p-chen` })).toMatchObject([{ status: 'confirmed', cancelledAt: null, recordId: value.wish }])
  })

  test('what she says with it is named by it, and costs one more write', async () => {
    const eventId = await inThreeDays(2, { questions: [{ id: 'q1', text: '午餐', kind: 'choice', options: ['素食', '不限'], required: true }] })
    await asks('zhang', eventId, 1, { answers: { q1: '不限' } })
    await asks('li', eventId, 2, { answers: { q1: '不限' } })
    expect(failureOf(await world.call('chen', register, wish(eventId, 1)))).toBe('answer-missing')
    const { value, actions } = await asked(() => asks('chen', eventId, 1, { answers: { q1: '素食' }, phone: '13912345678' }))
    expect([value.status, value.phone, actions.length]).toEqual(['confirmed', '139****5678', 4])
    await sweep()
    expect(world.cloud.db.find('answers', { eventId, personKey: 'p-chen' })).toMatchObject([{ _id: value.wish, answers: { q1: '素食' } }])
  })

  test('who waits for a session that has begun hinders nobody', async () => {
    const eventId = await world.publish({ sessions: [session(3, 1), session(4, 2)] })
    await asks('zhang', eventId)
    await asks('li', eventId)
    await asks('he', eventId, 1, { sessionIds: [`${eventId}-s2`] })
    world.cloud.db.update('seat-books', { _id: eventId }, { $set: { 'left.s1': 1 } })
    world.cloud.clock.set('2026-12-01T00:00:00.000Z')
    const { value, actions } = await asked(() => asks('chen', eventId, 1, { sessionIds: [`${eventId}-s2`] }))
    expect([value.status, actions.length, statusOf('li', eventId)]).toEqual(['confirmed', 3, 'waitlisted'])
  })

  test('the crash comes between the place and its registration: the sweep writes it', async () => {
    const eventId = await oneLeftAndTwoWait()
    const strike = world.cloud.faults.arm({ functionName: 'registrations', fault: 'crash', moment: 'before', operation: 5 })
    await world.call('chen', register, wish(eventId, 1)).catch(() => undefined)
    expect([strike.struck, statusOf('chen', eventId), Object.keys(bookOf(eventId).taken)]).toEqual(['database.insertDocument', undefined, ['p-zhang', 'p-chen']])
    await sweep()
    expect([statusOf('chen', eventId), statusOf('li', eventId), toldOf(eventId)]).toEqual(['confirmed', 'waitlisted', []])
  })

  test('where a crash left somebody in the count who never waited, she is let in from the queue, and a minute later the sweep has counted anew', async () => {
    const eventId = await inThreeDays(2)
    await asks('zhang', eventId)
    const strike = world.cloud.faults.arm({ functionName: 'registrations', fault: 'crash', moment: 'before', operation: 6 })
    await world.call('li', register, wish(eventId, 2)).catch(() => undefined)
    expect([strike.struck, statusOf('li', eventId), bookOf(eventId).queue]).toEqual(['database.insertDocument', undefined, { 's1-2': 1 }])
    await world.call('zhang', cancelRegistration, world.shown('zhang', eventId))
    expect((await asks('chen', eventId)).status).toBe('confirmed')
    expect(toldOf(eventId)).toEqual(['p-chen promoted'])
    await sweep()
    expect(bookOf(eventId).queue).not.toEqual({})
    world.cloud.clock.set(new Date(Date.parse(opened) + 61_000).toISOString())
    await sweep()
    expect(bookOf(eventId)).toMatchObject({ queue: {}, waiting: false })
  })
})

describe('she waits', () => {
  test('where it is full', async () => {
    const eventId = await inThreeDays(1)
    await asks('zhang', eventId)
    await asks('li', eventId)
    const { value, actions } = await asked(() => asks('chen', eventId))
    expect([value.status, actions.length]).toEqual(['waitlisted', 5])
  })

  test('where the book takes no more parties', async () => {
    const eventId = await oneLeftAndTwoWait()
    world.cloud.db.update('seat-books', { _id: eventId }, { $set: { parties: 2000 } })
    expect((await asks('chen', eventId)).status).toBe('waitlisted')
  })

  test('where in the last hours the place is offered to somebody, and not where it would be too small for them', async () => {
    const eventId = await inThreeDays(2)
    await asks('zhang', eventId, 2)
    await asks('li', eventId, 2)
    world.cloud.clock.set(lastHours)
    valueOf(await leaves('zhang', eventId))
    const { value, actions } = await asked(() => asks('chen', eventId))
    expect(value.status).toBe('waitlisted')
    expect(actions.length).toBeLessThanOrEqual(6)
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 2 }, taken: {} })
    const narrow = await oneLeftAndTwoWait()
    world.cloud.clock.set(lastHours)
    expect([(await asks('chen', narrow)).status, statusOf('li', narrow)]).toEqual(['confirmed', 'waitlisted'])
  })

  test('and does not get past her own waiting by a second wish', async () => {
    const eventId = await inThreeDays(2)
    await asks('zhang', eventId)
    await asks('li', eventId, 2)
    const waiting = await asks('chen', eventId, 2)
    expect(waiting.status).toBe('waitlisted')
    expect(failureOf(await world.call('chen', register, wish(eventId, 1)))).toBe('already-registered')
    expect(valueOf(await world.call('chen', register, wish(eventId, 2)))).toEqual(waiting)
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 1 }, parties: 1 })
  })
})

/** `happens` before the newcomer's operation of that number; the operation is told. */
async function comesWhile(eventId: string, operation: number, happens: () => Promise<unknown>) {
  let seen = 0
  let before: string | null = null
  world.cloud.faults.latencyMs = async (action) => {
    seen += 1
    if (seen !== operation) return 0
    world.cloud.faults.latencyMs = 0
    before = action
    await happens()
    return 0
  }
  const { status } = await asks('chen', eventId)
  world.cloud.faults.latencyMs = 0
  return { status, before: before as string | null }
}

/** Up to the write that takes the place, and after it. */
const untilTaken = [1, 2, 3, 4]
const registering = 5

describe('between looking and taking', () => {
  test('is where the staging says', async () => {
    expect((await comesWhile(await oneLeftAndTwoWait(), 4, async () => undefined)).before).toBe('database.modifyDocument')
    expect((await comesWhile(await oneLeftAndTwoWait(), registering, async () => undefined)).before).toBe('database.insertDocument')
  })

  /** Crashes once the places are given back: only who looks then gives them to those who wait. */
  const leavesAndBreaksOff = async (who: CastId, eventId: string) => {
    const strike = world.cloud.faults.arm({ functionName: 'registrations', fault: 'cut-off', moment: 'after', operation: 2 })
    await leaves(who, eventId).catch(() => undefined)
    expect([strike.struck, Object.hasOwn(bookOf(eventId).taken, personKeyOf(who))]).toEqual(['database.modifyDocument', false])
  }

  test.each([['gives back', leaves], ['gives back and breaks off', leavesAndBreaksOff]])('somebody %s, so that the party that waits fits: it comes first', async (_, giveBack) => {
    for (const operation of untilTaken) {
      const eventId = await oneLeftAndTwoWait()
      const { status } = await comesWhile(eventId, operation, () => giveBack('zhang', eventId))
      expect([status, statusOf('li', eventId), bookOf(eventId).left], `before operation ${operation}`).toEqual(['waitlisted', 'confirmed', { s1: 0 }])
    }
    const eventId = await oneLeftAndTwoWait()
    expect((await comesWhile(eventId, registering, () => giveBack('zhang', eventId))).status).toBe('confirmed')
    expect([statusOf('li', eventId), bookOf(eventId).left]).toEqual(['waitlisted', { s1: 1 }])
  })

  test('the party that waits becomes small enough: it comes first', async () => {
    for (const operation of untilTaken) {
      const eventId = await oneLeftAndTwoWait()
      const change = { eventId, recordId: newRecordId(), was: world.shown('li', eventId).was, partySize: 1, children: 0 }
      const { status } = await comesWhile(eventId, operation, async () => valueOf(await world.call('li', changeParty, change)))
      expect([status, statusOf('li', eventId)], `before operation ${operation}`).toEqual(['waitlisted', 'confirmed'])
    }
  })

  test('another newcomer has the place: she waits; and where there is one for each, each has one', async () => {
    for (const operation of untilTaken) {
      const narrow = await oneLeftAndTwoWait()
      const { status } = await comesWhile(narrow, operation, () => asks('he', narrow))
      expect([status, statusOf('he', narrow), bookOf(narrow).left], `before operation ${operation}`).toEqual(['waitlisted', 'confirmed', { s1: 0 }])
      const wider = await inThreeDays(3)
      await asks('zhang', wider)
      await asks('li', wider, 3)
      expect([(await comesWhile(wider, operation, () => asks('he', wider))).status, statusOf('he', wider)], `before operation ${operation}`).toEqual(['confirmed', 'confirmed'])
      expect([bookOf(wider), toldOf(wider)], `before operation ${operation}`).toMatchObject([{ left: { s1: 0 }, parties: 3 }, []])
    }
  })

  test('another begins to wait and breaks off before there is a document: who fits no better hinders nobody', async () => {
    for (const operation of untilTaken) {
      const eventId = await oneLeftAndTwoWait()
      const { status } = await comesWhile(eventId, operation, async () => {
        world.cloud.faults.arm({ functionName: 'registrations', fault: 'cut-off', moment: 'after', operation: 5 })
        await world.call('he', register, wish(eventId, 2)).catch(() => undefined)
        world.cloud.faults.disarm()
        expect(statusOf('he', eventId)).toBeUndefined()
      })
      expect([status, bookOf(eventId).left], `before operation ${operation}`).toEqual(['confirmed', { s1: 0 }])
      expect((await asks('he', eventId, 2)).status).toBe('waitlisted')
    }
  })

  test('she asks on another device too: one place, one registration, and both agree', async () => {
    for (const operation of [...untilTaken, registering]) {
      const eventId = await inThreeDays(3)
      await asks('zhang', eventId)
      await asks('li', eventId, 3)
      const { status } = await comesWhile(eventId, operation, () => asks('chen', eventId))
      await sweep()
      const [record] = world.cloud.db.find('registrations', { _id: `${eventId}:p-chen` })
      expect([status, record?.['status'], bookOf(eventId)], `before operation ${operation}`).toMatchObject(['confirmed', 'confirmed', { left: { s1: 1 }, parties: 2, taken: { 'p-chen': { recordId: record?.['recordId'] } } }])
    }
  })
})
