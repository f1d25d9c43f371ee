import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { headcount } from '../../contract/attendance/headcount'
import { markHeld } from '../../contract/attendance/mark-held'
import { roster } from '../../contract/attendance/roster'
import { sessionsOfDay } from '../../contract/attendance/sessions-of-day'
import { undo } from '../../contract/attendance/undo'
import { walkIn } from '../../contract/attendance/walk-in'
import { cancelEvent } from '../../contract/events/cancel'
import { createEvent } from '../../contract/events/create'
import { publishEvent } from '../../contract/events/publish'
import { register } from '../../contract/registrations/register'
import { evening, failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
// Two minutes before the session starts.
const now = '2026-11-27T10:58:00.000Z'
beforeAll(async () => {
  world = await openEvening()
  world.cloud.clock.set(now)
})
afterAll(() => world.stop())

const made = (eventId: string) => ({ recordId: newRecordId(), sessionId: `${eventId}-s1`, at: evening, offsetMs: 0 })
const walked = (eventId: string, people: number, more = {}) => ({ ...made(eventId), people, source: 'tap' as const, ...more })
const counted = (eventId: string, people: number, more = {}) => ({ ...made(eventId), people, softness: 'exact' as const, source: 'tap' as const, ...more })
const seats = (eventId: string, callName: string, partySize = 1) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize, callName, building: '3号楼' })
const rosterOf = async (eventId: string) => valueOf(await world.call('chen', roster, { sessionId: `${eventId}-s1` }))

describe('walk-ins and headcounts', () => {
  test('add up to 人次 with the check-ins: 2 in, 3 walked in, 9 counted is 9', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, '张阿姨', 2)))
    valueOf(await world.call('chen', checkIn, { ...made(eventId), personKey: 'p-zhang', present: 2, source: 'tap' }))
    valueOf(await world.call('chen', walkIn, walked(eventId, 3, { callName: '王师傅一家' })))
    valueOf(await world.call('chen', headcount, counted(eventId, 9, { softness: 'about' })))
    const { room, walkIns } = await rosterOf(eventId)
    expect(room).toEqual({ signedIn: 2, walkIns: 3, headcount: 9, softness: 'about', unregistered: 4, attendances: 9 })
    expect(walkIns).toMatchObject([{ people: 3, callName: '王师傅一家', at: evening }])
    expect(JSON.stringify(world.cloud.db.find('walk-ins', { eventId }))).not.toContain('personKey')
  })

  test('sent again count once; taken back they count no more, also when the taking back came first', async () => {
    const eventId = await world.publish()
    for (const [call, what, input] of [[walkIn, 'walk-in', walked(eventId, 4)], [headcount, 'headcount', counted(eventId, 30)]] as const) {
      const send = () => (call === walkIn ? world.call('chen', walkIn, input) : world.call('chen', headcount, { softness: 'exact', ...input }))
      const outcomes = (await Promise.all([send(), send(), send()])).map((answer) => valueOf(answer).outcome)
      expect(outcomes.sort()).toEqual(['already-there', 'already-there', 'counted'])
      const back = (recordId: string) => ({ ...made(eventId), of: { what, recordId } })
      expect(valueOf(await world.call('chen', undo, back(input.recordId))).outcome).toBe('counted')
      expect(valueOf(await world.call('chen', undo, back(input.recordId))).outcome).toBe('already-there')
      const never = newRecordId()
      expect(valueOf(await world.call('chen', undo, back(never))).outcome).toBe('counted')
      input.recordId = never
      expect(valueOf(await send()).outcome).toBe('already-there')
    }
    expect((await rosterOf(eventId)).room).toMatchObject({ walkIns: 0, headcount: null, attendances: 0 })
    expect((await rosterOf(eventId)).walkIns).toEqual([])
  })

  test('a known record gets its receipt again after the event is cancelled, and never for other content', async () => {
    const eventId = await world.publish()
    const three = walked(eventId, 3)
    const thirty = counted(eventId, 30)
    valueOf(await world.call('chen', walkIn, three))
    valueOf(await world.call('chen', headcount, thirty))
    expect(failureOf(await world.call('chen', walkIn, { ...three, people: 4 }))).toBe('record-id-taken')
    expect(failureOf(await world.call('chen', headcount, { ...thirty, people: 31 }))).toBe('record-id-taken')
    valueOf(await world.call('lin', cancelEvent, { eventId, reason: '停电' }))
    expect(valueOf(await world.call('chen', walkIn, three)).outcome).toBe('already-there')
    expect(valueOf(await world.call('chen', headcount, thirty)).outcome).toBe('already-there')
    expect(failureOf(await world.call('chen', walkIn, walked(eventId, 3)))).toBe('check-in-closed')
  })

  test('上千 is a thousand and no other number, and is told so in words', async () => {
    const eventId = await world.publish()
    expect(await world.call('chen', headcount, counted(eventId, 43, { softness: 'thousand' }))).toMatchObject({ ok: false, failure: 'bad-input', message: '上千记作 1000，不用再填数' })
    expect((await rosterOf(eventId)).room.headcount).toBeNull()
    expect(valueOf(await world.call('chen', headcount, counted(eventId, 1000, { softness: 'thousand' }))).outcome).toBe('counted')
  })

  test('of 只清点不留名: people, never names', async () => {
    const eventId = await world.publish({ countOnly: true, sessions: [session(0, null)] })
    expect(failureOf(await world.call('chen', walkIn, walked(eventId, 3, { callName: '王师傅' })))).toBe('names-not-kept')
    valueOf(await world.call('chen', walkIn, walked(eventId, 3)))
    valueOf(await world.call('chen', headcount, counted(eventId, 20)))
    expect(await rosterOf(eventId)).toMatchObject({ rows: [], room: { attendances: 20 }, session: { countOnly: true } })
  })

  test('are refused to residents, to workers elsewhere, outside the window and for what was called off', async () => {
    const eventId = await world.publish()
    expect(failureOf(await world.call('zhang', walkIn, walked(eventId, 1)))).toBe('not-allowed')
    expect(failureOf(await world.call('zhang', headcount, counted(eventId, 1)))).toBe('not-allowed')
    expect(failureOf(await world.call('zhou', walkIn, walked(eventId, 1)))).toBe('session-not-found')
    expect(failureOf(await world.call('zhou', headcount, counted(eventId, 1)))).toBe('session-not-found')
    expect(failureOf(await world.call('chen', walkIn, walked(eventId, 1, { at: '2026-11-27T09:59:00.000Z' })))).toBe('check-in-closed')
    expect(failureOf(await world.call('chen', headcount, counted(eventId, 1, { at: '2026-11-27T09:59:00.000Z' })))).toBe('check-in-closed')
    for (const more of [{ at: '2026-11-27T11:30:00.000Z' }, { at: '9999-12-31T00:00:00.000Z', source: 'backfill' as const }]) {
      expect(failureOf(await world.call('lin', walkIn, walked(eventId, 1, more)))).toBe('check-in-closed')
      expect(failureOf(await world.call('lin', headcount, counted(eventId, 1, more)))).toBe('check-in-closed')
    }
    valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))
    expect(failureOf(await world.call('chen', walkIn, walked(eventId, 1)))).toBe('check-in-closed')
    expect((await rosterOf(eventId)).room.attendances).toBe(0)
  })
})

describe('the roster', () => {
  test('names who is expected at this session, by 称呼 and building, and nothing else about them', async () => {
    const eventId = await world.publish({ sessions: [session(0), session(1)] })
    valueOf(await world.call('zhang', register, seats(eventId, '张阿姨', 2)))
    valueOf(await world.call('li', register, { ...seats(eventId, '老李'), sessionIds: [`${eventId}-s2`] }))
    const { rows, session: shown } = await rosterOf(eventId)
    expect(rows).toEqual([{ personKey: 'p-zhang', callName: '张阿姨', building: '3号楼', phone: null, partySize: 2, present: null, checkedInAt: null, marks: [] }])
    expect(shown).toMatchObject({ id: `${eventId}-s1`, held: false, title: '邻里文艺晚会' })
  })

  test('is for who works at the host unit or above it', async () => {
    const eventId = await world.publish()
    const sessionId = `${eventId}-s1`
    expect(failureOf(await world.call('zhang', roster, { sessionId }))).toBe('not-allowed')
    expect(failureOf(await world.call('zhou', roster, { sessionId }))).toBe('session-not-found')
    expect(failureOf(await world.call('chen', roster, { sessionId: `${eventId}-s2` }))).toBe('session-not-found')
    for (const who of ['chen', 'lin', 'he'] as const) expect(valueOf(await world.call(who, roster, { sessionId })).rows).toEqual([])
  })
})

describe('today\'s sessions', () => {
  test('are those of the units that somebody serves, with who is expected and who is in', async () => {
    const day = (daysLater: number) => session(daysLater)
    const on = '2026-12-27'
    const series = await world.publish({ sessions: [day(29), day(30), day(31)] })
    await world.publish({ sessions: [day(31)] })
    await world.plan({ sessions: [day(30)] })
    const recordId = newRecordId()
    valueOf(await world.call('he', createEvent, { recordId, kind: 'talk', title: '讲座', hostUnitId: 'liuqiao', placeName: '柳桥', sessions: [day(30)] }))
    valueOf(await world.call('he', publishEvent, { eventId: recordId }))
    valueOf(await world.call('zhang', register, { ...seats(series, '张阿姨', 2), sessionIds: [`${series}-s2`] }))
    world.cloud.clock.set(day(30).startsAt)
    valueOf(await world.call('chen', walkIn, { ...walked(series, 4), sessionId: `${series}-s2`, at: day(30).startsAt }))
    world.cloud.clock.set(now)
    const seen = valueOf(await world.call('chen', sessionsOfDay, { on })).sessions
    expect(seen).toMatchObject([{ id: `${series}-s2`, number: 2, of: 3, expected: 2, room: { walkIns: 4, attendances: 4 }, hostUnit: { id: 'yuyin' } }])
    expect(valueOf(await world.call('zhou', sessionsOfDay, { on })).sessions.map((one) => one.eventId)).toEqual([recordId])
    expect(valueOf(await world.call('he', sessionsOfDay, { on })).sessions).toHaveLength(2)
    expect(failureOf(await world.call('zhang', sessionsOfDay, { on }))).toBe('not-allowed')
  })
})

describe('已举办', () => {
  test('is said of one session, again and back, and of no other', async () => {
    const eventId = await world.publish({ sessions: [session(-2), session(-1), session(1)] })
    for (const held of [true, true, false, true]) expect(valueOf(await world.call('chen', markHeld, { sessionId: `${eventId}-s2`, held }))).toEqual({ sessionId: `${eventId}-s2`, held })
    const [event] = world.cloud.db.find('events', { _id: eventId })
    expect((event?.['sessions'] as { held: boolean }[] | undefined)?.map((one) => one.held)).toEqual([false, true, false])
    // What was said already is no news; whoever reads the audit sees each change of mind.
    expect(world.cloud.db.find('audit', { action: markHeld.name, about: `${eventId}-s2` })).toMatchObject([true, false, true].map((held) => ({ by: 'p-chen', unitId: 'yuyin', facts: { held } })))
    expect(failureOf(await world.call('chen', markHeld, { sessionId: `${eventId}-s3`, held: true }))).toBe('not-started')
    expect(failureOf(await world.call('zhou', markHeld, { sessionId: `${eventId}-s2`, held: false }))).toBe('session-not-found')
    expect(failureOf(await world.call('zhang', markHeld, { sessionId: `${eventId}-s2`, held: false }))).toBe('not-allowed')
  })
})
