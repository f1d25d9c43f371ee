/** The book that a worker's phone takes along: whom to expect, by what to prove them, and nothing more. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { checkInCode } from '../../contract/attendance/check-in-code'
import { doorBook } from '../../contract/attendance/door-book'
import { venueCode } from '../../contract/attendance/venue-code'
import { card } from '../../contract/people/card'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { entryKey } from '../../contract/registrations/entry-key'
import { register } from '../../contract/registrations/register'
import type { CastId } from '../../emulator/world/cast'
import { codeShown } from '../../src/stores/code-text'
import { judgeCode } from '../../src/stores/door-book/judge-code'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
/** 18:58. */
const atDoor = Date.parse('2026-11-27T10:58:00.000Z')
beforeAll(async () => { world = await openEvening() })
beforeAll(() => { world.cloud.clock.set(new Date(atDoor).toISOString()) })
afterAll(() => world.stop())

const book = async (eventId: string, number = 1) => valueOf(await world.call('chen', doorBook, { sessionId: `${eventId}-s${number}` }))
const seats = (eventId: string, more: object = {}) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 2, callName: '张桂芳', building: '翠竹苑3号楼', phone: '13800001234', ...more })
const codeOf = async (who: CastId, eventId: string, at = atDoor, number = 1) => {
  const { sessions } = valueOf(await world.call(who, entryKey, { eventId }))
  return codeShown(sessions.find(({ id }) => id === `${eventId}-s${number}`)!.code, at).text
}
const scanned = (sessionId: string, code: string) => world.call('chen', checkInCode, { recordId: newRecordId(), sessionId, code, at: new Date(atDoor).toISOString(), offsetMs: 0 })

describe('what goes along', () => {
  test('is 姓, the numbers of the building and the last two digits; no full name, no number, no prefix of a code', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId)))
    const given = await book(eventId)
    expect(given).toMatchObject({
      session: { id: `${eventId}-s1`, eventId, title: '邻里文艺晚会', countOnly: false }, asOf: expect.stringMatching(/^2026-11-27T1\d:/) as string, from: '2026-11-27T10:00:00.000Z',
      rows: [{ personKey: 'p-zhang', callName: '张', building: '3号楼', lastTwo: '34', partySize: 2, present: null, marks: [], replaced: [] }],
    })
    const text = JSON.stringify(given)
    for (const secret of ['桂芳', '翠竹', '13800001234', '0001234', (await codeOf('zhang', eventId)).split('.')[3]!]) expect(text).not.toContain(secret)
  })

  test('is who is in as well, and what to name in an undo', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId)))
    valueOf(await world.call('li', register, seats(eventId, { partySize: 1, callName: '老李' })))
    valueOf(await world.call('li', cancelRegistration, world.shown('li', eventId)))
    for (const [personKey, present] of [['p-zhang', 2], ['p-li', 1]] as const) valueOf(await world.call('chen', checkIn, { recordId: newRecordId(), sessionId: `${eventId}-s1`, personKey, present, source: 'tap', at: '2026-11-27T10:50:00.000Z', offsetMs: 0 }))
    const { rows, room } = await book(eventId)
    expect(rows).toMatchObject([{ callName: '老李', partySize: 0, present: 1 }, { callName: '张', partySize: 2, present: 2, checkedInAt: '2026-11-27T10:50:00.000Z', marks: [expect.any(String)] }])
    expect(room.signedIn).toBe(3)
  })

  test('is nobody where no names are kept', async () => {
    const eventId = await world.publish({ countOnly: true })
    expect(await book(eventId)).toMatchObject({ session: { countOnly: true }, rows: [] })
  })

  test('is for who works there only', async () => {
    const eventId = await world.publish()
    expect(failureOf(await world.call('zhang', doorBook, { sessionId: `${eventId}-s1` }))).toBe('not-allowed')
    expect(failureOf(await world.call('chen', doorBook, { sessionId: 'nothing-s1' }))).toBe('session-not-found')
  })
})

describe('without signal the phone says of a code what the server would', () => {
  test('hers, her card, one of another step, session, event or day, the venue\'s, a lost card, a forged one', async () => {
    const eventId = await world.publish({ sessions: [session(0), session(1)] })
    const other = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, { sessionIds: [`${eventId}-s1`, `${eventId}-s2`] })))
    valueOf(await world.call('zhang', register, seats(other)))
    const lost = valueOf(await world.call('zhang', card, {}))
    const good = valueOf(await world.call('zhang', card, { replaces: lost.number }))
    const { code, hung } = valueOf(await world.call('chen', venueCode, { sessionId: `${eventId}-s1` }))
    const own = await codeOf('zhang', eventId)
    const cases: Record<string, string> = {
      own, before: await codeOf('zhang', eventId, atDoor - 30_000), good: good.code,
      stale: await codeOf('zhang', eventId, atDoor - 90_000), toCome: await codeOf('zhang', eventId, atDoor + 60_000), yesterday: await codeOf('zhang', eventId, atDoor - 24 * 3_600_000),
      otherSession: await codeOf('zhang', eventId, atDoor, 2), otherEvent: await codeOf('zhang', other), venue: codeShown(code, atDoor).text, hung: hung.text,
      lost: lost.code, forged: `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`, forgedCard: `${good.code.slice(0, -1)}${good.code.endsWith('A') ? 'B' : 'A'}`, nothing: 'https://example.org',
    }
    const given = await book(eventId)
    for (const [name, text] of Object.entries(cases)) {
      const here = judgeCode(text, given, atDoor)
      const there = await scanned(`${eventId}-s1`, text)
      expect([name, here.is === 'proved' ? here.row.personKey : here.is === 'refused' ? here.why : here.is]).toEqual([name, there.ok ? there.value.personKey : there.failure])
    }
  })

  test('of who registered after the book was fetched, that the book does not know them', async () => {
    const eventId = await world.publish()
    const before = await book(eventId)
    valueOf(await world.call('zhang', register, seats(eventId)))
    expect(judgeCode(await codeOf('zhang', eventId), before, atDoor)).toEqual({ is: 'not-in-book' })
    expect(judgeCode(await codeOf('zhang', eventId), await book(eventId), atDoor)).toMatchObject({ is: 'proved', row: { personKey: 'p-zhang' } })
  })

  test('outside the hours of the session that it takes none', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId)))
    const at = Date.parse('2026-11-27T09:59:00.000Z')
    expect(judgeCode(await codeOf('zhang', eventId, at), await book(eventId), at)).toEqual({ is: 'refused', why: 'check-in-closed' })
  })
})
