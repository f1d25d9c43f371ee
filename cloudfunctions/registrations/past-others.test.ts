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
const asksPast = (who: CastId, eventId: string, partySize = 1, more: More = {}) => asks(who, eventId, partySize, { othersWait: true, ...more })
const leaves = (who: CastId, eventId: string) => world.call(who, cancelRegistration, world.shown(who, eventId))
const statusOf = (who: CastId, eventId: string) => world.cloud.db.find('registrations', { _id: `${eventId}:${personKeyOf(who)}` })[0]?.['status']
const bookOf = (eventId: string) => world.cloud.db.find('seat-books', { _id: eventId })[0] as unknown as { left: Record<string, number>; waiting: boolean; parties: number; taken: Record<string, { n: number }> }
const toldOf = (eventId: string) => world.cloud.db.find('notices', { eventId }).map(({ to, kind }) => `${String(to)} ${String(kind)}`).sort()
const sweep = () => world.cloud.invoke('registrations', { source: 'timer' })

/** What the database is asked, without the one read that says who calls. */
async function asked<T>(work: () => Promise<T>): Promise<{ value: T; actions: string[] }> {
  const heard = world.cloud.faults.listen('registrations')
  const value = await work()
  world.cloud.faults.disarm()
  return { value, actions: heard.filter((action) => action.startsWith('database.')).slice(1) }
}
const looks = (actions: readonly string[]) => actions.filter((action) => action === 'database.aggregateDocuments').length

/** Of two places 张 has one, and 李 waits for two. */
async function oneLeftAndTwoWait() {
  const eventId = await inThreeDays(2)
  await asks('zhang', eventId)
  await asks('li', eventId, 2)
  return eventId
}

describe('nobody who waits would fit', () => {
  test('she has the place in four operations, and nobody is told that she came in from a queue; again it is the same', async () => {
    const eventId = await oneLeftAndTwoWait()
    const input = wish(eventId, 1, { othersWait: true })
    const first = await asked(() => world.call('chen', register, input))
    expect(valueOf(first.value).status).toBe('confirmed')
    expect([first.actions.length, looks(first.actions)]).toEqual([4, 1])
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
    await asksPast('chen', eventId)
    world.cloud.db.update('registrations', { _id: `${eventId}:p-li` }, { $set: { partySize: 3 } })
    valueOf(await leaves('chen', eventId))
    const { value, actions } = await asked(() => asksPast('chen', eventId))
    expect([value.status, actions.length]).toEqual(['confirmed', 4])
    expect(world.cloud.db.find('registrations', { _id: `${eventId}:p-chen` })).toMatchObject([{ status: 'confirmed', cancelledAt: null, recordId: value.wish }])
  })

  test('what she says with it is named by it, and costs the event and one more write', async () => {
    const eventId = await inThreeDays(2, { questions: [{ id: 'q1', text: '午餐', kind: 'choice', options: ['素食', '不限'], required: true }] })
    await asks('zhang', eventId, 1, { answers: { q1: '不限' } })
    await asks('li', eventId, 2, { answers: { q1: '不限' } })
    expect(failureOf(await world.call('chen', register, wish(eventId, 1, { othersWait: true })))).toBe('answer-missing')
    const { value, actions } = await asked(() => asksPast('chen', eventId, 1, { answers: { q1: '素食' }, phone: '13912345678' }))
    expect([value.status, value.phone, actions.length]).toEqual(['confirmed', '139****5678', 6])
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
    const { value, actions } = await asked(() => asksPast('chen', eventId, 1, { sessionIds: [`${eventId}-s2`] }))
    expect([value.status, actions.length, statusOf('li', eventId)]).toEqual(['confirmed', 4, 'waitlisted'])
  })

  test('the crash comes between the place and its registration: the sweep writes it', async () => {
    const eventId = await oneLeftAndTwoWait()
    const strike = world.cloud.faults.arm({ functionName: 'registrations', fault: 'crash', moment: 'before', operation: 6 })
    await world.call('chen', register, wish(eventId, 1, { othersWait: true })).catch(() => undefined)
    expect([strike.struck, statusOf('chen', eventId), Object.keys(bookOf(eventId).taken)]).toEqual(['database.insertDocument', undefined, ['p-zhang', 'p-chen']])
    await sweep()
    expect([statusOf('chen', eventId), statusOf('li', eventId), toldOf(eventId)]).toEqual(['confirmed', 'waitlisted', []])
  })

  test('as many kinds of parties that wait as are not told apart: she is let in from the queue', async () => {
    const eventId = await oneLeftAndTwoWait()
    const [one] = world.cloud.db.find('registrations', { _id: `${eventId}:p-li` })
    world.cloud.db.insertMany('registrations', Array.from({ length: 999 }, (_, i) => ({ ...one, _id: `${eventId}:p-w${i}`, personKey: `p-w${i}`, by: `p-w${i}`, recordId: `waiting-${i}`, partySize: i + 3 })) as never)
    expect((await asksPast('chen', eventId)).status).toBe('confirmed')
    expect(toldOf(eventId)).toEqual(['p-chen promoted'])
  })
})

describe('she waits', () => {
  test('where it is full, and nobody looks at those who wait', async () => {
    const eventId = await inThreeDays(1)
    await asks('zhang', eventId)
    await asks('li', eventId)
    const { value, actions } = await asked(() => asksPast('chen', eventId))
    expect([value.status, actions.length, looks(actions)]).toEqual(['waitlisted', 5, 0])
  })

  test('where the book takes no more parties', async () => {
    const eventId = await oneLeftAndTwoWait()
    world.cloud.db.update('seat-books', { _id: eventId }, { $set: { parties: 2000 } })
    const { value, actions } = await asked(() => asksPast('chen', eventId))
    expect([value.status, looks(actions)]).toEqual(['waitlisted', 0])
  })

  test('where in the last hours the place is offered to somebody, and not where it would be too small for them', async () => {
    const eventId = await inThreeDays(2)
    await asks('zhang', eventId, 2)
    await asks('li', eventId, 2)
    world.cloud.clock.set(lastHours)
    valueOf(await leaves('zhang', eventId))
    const { value, actions } = await asked(() => asksPast('chen', eventId))
    expect(value.status).toBe('waitlisted')
    expect(actions.length).toBeLessThanOrEqual(6)
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 2 }, taken: {} })
    const narrow = await oneLeftAndTwoWait()
    world.cloud.clock.set(lastHours)
    expect([(await asksPast('chen', narrow)).status, statusOf('li', narrow)]).toEqual(['confirmed', 'waitlisted'])
  })

  test('and does not get past her own waiting by a second wish', async () => {
    const eventId = await inThreeDays(2)
    await asks('zhang', eventId)
    await asks('li', eventId, 2)
    const waiting = await asks('chen', eventId, 2)
    expect(waiting.status).toBe('waitlisted')
    expect(failureOf(await world.call('chen', register, wish(eventId, 1, { othersWait: true })))).toBe('already-registered')
    expect(valueOf(await world.call('chen', register, wish(eventId, 2, { othersWait: true })))).toEqual(waiting)
    expect(bookOf(eventId)).toMatchObject({ left: { s1: 1 }, parties: 1 })
  })
})

test('what the screen says changes no verdict', async () => {
  const verdict = async (stage: () => Promise<string>, othersWait: boolean, n: number, at = opened) => {
    const eventId = await stage()
    world.cloud.clock.set(at)
    const answer = await world.call('chen', register, wish(eventId, n, { othersWait }))
    world.cloud.clock.set(opened)
    return [answer.ok ? answer.value.status : answer.failure, statusOf('li', eventId), bookOf(eventId).left]
  }
  const nobody = () => inThreeDays(2)
  const full = async () => {
    const eventId = await inThreeDays(1)
    await asks('zhang', eventId)
    await asks('li', eventId)
    return eventId
  }
  const closed = () => inThreeDays(2, { closesAt: '2026-11-27T10:19:00.000Z' })
  for (const [name, stage, n, at] of [
    ['room', nobody, 1], ['too many', nobody, 3], ['full', full, 1], ['past', oneLeftAndTwoWait, 1], ['behind', oneLeftAndTwoWait, 2], ['above the limit', oneLeftAndTwoWait, 7],
    ['past on the day', oneLeftAndTwoWait, 1, lastHours], ['closed', closed, 1],
  ] as const) expect(await verdict(stage, true, n, at), name).toEqual(await verdict(stage, false, n, at))
  for (const othersWait of [true, false]) expect(failureOf(await world.call('chen', register, wish('nowhere', 1, { othersWait })))).toBe('event-not-found')
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
  const { status } = await asksPast('chen', eventId)
  world.cloud.faults.latencyMs = 0
  return { status, before: before as string | null }
}

/** Up to the write that takes the place, and after it. */
const untilTaken = [1, 2, 3, 4, 5]
const registering = 6

describe('between looking and taking', () => {
  test('is where the staging says', async () => {
    expect((await comesWhile(await oneLeftAndTwoWait(), 5, async () => undefined)).before).toBe('database.modifyDocument')
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
      const { status } = await comesWhile(narrow, operation, () => asksPast('he', narrow))
      expect([status, statusOf('he', narrow), bookOf(narrow).left], `before operation ${operation}`).toEqual(['waitlisted', 'confirmed', { s1: 0 }])
      const wider = await inThreeDays(3)
      await asks('zhang', wider)
      await asks('li', wider, 3)
      expect([(await comesWhile(wider, operation, () => asksPast('he', wider))).status, statusOf('he', wider)], `before operation ${operation}`).toEqual(['confirmed', 'confirmed'])
      expect([bookOf(wider), toldOf(wider)], `before operation ${operation}`).toMatchObject([{ left: { s1: 0 }, parties: 3 }, []])
    }
  })

  test('another begins to wait and breaks off before there is a document: that one has joined later', async () => {
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
      const { status } = await comesWhile(eventId, operation, () => asksPast('chen', eventId))
      await sweep()
      const [record] = world.cloud.db.find('registrations', { _id: `${eventId}:p-chen` })
      expect([status, record?.['status'], bookOf(eventId)], `before operation ${operation}`).toMatchObject(['confirmed', 'confirmed', { left: { s1: 1 }, parties: 2, taken: { 'p-chen': { recordId: record?.['recordId'] } } }])
    }
  })
})
