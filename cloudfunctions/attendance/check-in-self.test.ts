/** A resident scans the code that hangs at the door, inside the app, at 18:58. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkInSelf } from '../../contract/attendance/check-in-self'
import { checkInCode } from '../../contract/attendance/check-in-code'
import { stepMs } from '../../contract/attendance/door-code'
import { roster } from '../../contract/attendance/roster'
import { undo } from '../../contract/attendance/undo'
import { venueCode } from '../../contract/attendance/venue-code'
import { cancelEvent } from '../../contract/events/cancel'
import { card } from '../../contract/people/card'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { entryKey } from '../../contract/registrations/entry-key'
import { register } from '../../contract/registrations/register'
import { monthTotals } from '../../contract/totals/month'
import type { CastId } from '../../emulator/world/cast'
import { codeShown } from '../../src/stores/code-text'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
const atDoor = Date.parse('2026-11-27T10:58:00.000Z')
beforeAll(async () => { world = await openEvening() })
beforeAll(() => { world.cloud.clock.set(instant(atDoor)) })
afterAll(() => world.stop())

const instant = (ms: number) => new Date(ms).toISOString()
const minutes = (n: number) => n * 60_000
/** As the worker's phone shows it. */
async function atTheDoor(eventId: string, at = atDoor, number = 1) {
  return codeShown(valueOf(await world.call('chen', venueCode, { sessionId: `${eventId}-s${number}` })).code, at).text
}
const scan = (code: string, more: { at?: string; offsetMs?: number } = {}) => ({ recordId: newRecordId(), code, at: instant(atDoor), offsetMs: 0, ...more })
const by = (who: CastId, input: ReturnType<typeof scan>) => world.call(who, checkInSelf, input)
const seats = (eventId: string, partySize: number) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize, callName: '张阿姨' })
const recordOf = (eventId: string) => world.cloud.db.find('attendance', { _id: `${eventId}-s1:p-zhang` })[0]
const signedIn = async (eventId: string) => valueOf(await world.call('chen', roster, { sessionId: `${eventId}-s1` })).room.signedIn

describe('scanning the venue\'s code', () => {
  test('brings her whole party in, as a worker\'s scan would', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 2)))
    const input = scan(await atTheDoor(eventId), { at: instant(atDoor - minutes(7)), offsetMs: -minutes(7) })
    expect(valueOf(await by('zhang', input))).toEqual({
      recordId: input.recordId, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, outcome: 'counted',
      title: '邻里文艺晚会', startsAt: '2026-11-27T11:00:00.000Z', partySize: 2, present: 2, inSince: instant(atDoor),
    })
    expect(recordOf(eventId)).toMatchObject({ personKey: 'p-zhang', month: '2026-11', path: ['hewan', 'yuyin'], marks: { [input.recordId]: { present: 2, at: instant(atDoor), source: 'code', by: 'p-zhang' } } })
    expect(await signedIn(eventId)).toBe(2)
  })

  test('brings in who did not register, or gave the places back, as one whom the totals know', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 3)))
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    for (const who of ['zhang', 'li'] as const) expect(valueOf(await by(who, scan(await atTheDoor(eventId))))).toMatchObject({ outcome: 'counted', partySize: 0, present: 1 })
    expect(await signedIn(eventId)).toBe(2)
    const figures = async () => Object.fromEntries(valueOf(await world.call('lin', monthTotals, { unitId: 'yuyin', month: '2026-11' })).figures.map(({ name, value }) => [name, value]))
    world.cloud.clock.set('2026-11-27T11:05:00.000Z')
    const before = await figures()
    expect(before.gala_attendees).toBeGreaterThanOrEqual(2)
    world.cloud.clock.set(instant(atDoor))
  })

  test('again, or after a worker had her in, says since when and writes no pile of marks', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 2)))
    valueOf(await by('zhang', scan(await atTheDoor(eventId))))
    for (let i = 0; i < 3; i += 1) expect(valueOf(await by('zhang', scan(await atTheDoor(eventId), { at: instant(atDoor + 1000) })))).toMatchObject({ outcome: 'already-there', inSince: instant(atDoor) })
    expect(Object.keys(recordOf(eventId)?.['marks'] as object)).toHaveLength(1)
    const { sessions } = valueOf(await world.call('zhang', entryKey, { eventId }))
    const worker = { recordId: newRecordId(), sessionId: `${eventId}-s1`, code: codeShown(sessions[0]!.code, atDoor).text, at: instant(atDoor + 5000), offsetMs: 0 }
    expect(valueOf(await world.call('chen', checkInCode, worker))).toMatchObject({ outcome: 'already-there', earlier: { at: instant(atDoor), by: 'themselves', name: null } })
    expect(await signedIn(eventId)).toBe(2)
  })

  test('on two phones of hers at once, each sent twice: in once', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 2)))
    const [one, other] = [scan(await atTheDoor(eventId)), scan(await atTheDoor(eventId))]
    const answers = await Promise.all([by('zhang', one), by('zhang', other), by('zhang', one), by('zhang', other)])
    expect(answers.filter((answer) => valueOf(answer).outcome === 'counted')).toHaveLength(1)
    expect(await signedIn(eventId)).toBe(2)
  })

  test('after a worker took it back counts again', async () => {
    const eventId = await world.publish()
    const first = scan(await atTheDoor(eventId))
    valueOf(await by('zhang', first))
    valueOf(await world.call('chen', undo, { recordId: newRecordId(), sessionId: `${eventId}-s1`, of: { what: 'check-in', personKey: 'p-zhang', marks: [first.recordId] }, at: instant(atDoor), offsetMs: 0 }))
    expect(await signedIn(eventId)).toBe(0)
    expect(valueOf(await by('zhang', scan(await atTheDoor(eventId)))).outcome).toBe('counted')
    expect(await signedIn(eventId)).toBe(1)
  })

  test('whose answer was lost is receipted again, also when the code has long changed', async () => {
    const eventId = await world.publish()
    const input = scan(await atTheDoor(eventId))
    valueOf(await by('zhang', input))
    world.cloud.clock.set(instant(atDoor + minutes(20)))
    expect(valueOf(await by('zhang', input))).toMatchObject({ outcome: 'already-there', inSince: instant(atDoor) })
    expect(failureOf(await by('li', input))).toBe('code-stale')
    world.cloud.clock.set(instant(atDoor))
    expect(failureOf(await by('zhang', { ...input, at: instant(atDoor + 1000) }))).toBe('record-id-taken')
  })
})

describe('is refused, each in its own way:', () => {
  test('a picture of the code that is sent later, whatever the phone says about when it was taken', async () => {
    const eventId = await world.publish()
    const old = await atTheDoor(eventId, atDoor - minutes(10))
    expect(failureOf(await by('zhang', scan(old)))).toBe('code-stale')
    expect(failureOf(await by('zhang', scan(old, { at: instant(atDoor - minutes(10)) })))).toBe('code-stale')
    expect(failureOf(await by('zhang', scan(old, { at: instant(atDoor), offsetMs: minutes(10) })))).toBe('code-stale')
    expect(failureOf(await by('zhang', scan(await atTheDoor(eventId, atDoor + 2 * stepMs))))).toBe('code-stale')
    expect(recordOf(eventId)).toBeUndefined()
  })

  test('the code of a session that has moved to another day', async () => {
    const eventId = await world.publish({ sessions: [session(-1)] })
    const code = await atTheDoor(eventId)
    world.cloud.db.update('events', { _id: eventId }, { $set: { 'sessions.0.startsAt': session(0).startsAt, 'sessions.0.endsAt': session(0).endsAt, 'sessions.0.on': '2026-11-27' } })
    expect(failureOf(await by('zhang', scan(code)))).toBe('code-of-another-day')
    expect(valueOf(await by('zhang', scan(await atTheDoor(eventId)))).outcome).toBe('counted')
  })

  test('before the doors open, after they close, and when the event was called off', async () => {
    const [early, late, off] = [await world.publish({ sessions: [session(1)] }), await world.publish({ sessions: [session(-1)] }), await world.publish()]
    for (const eventId of [early, late]) expect(failureOf(await by('zhang', scan(await atTheDoor(eventId))))).toBe('check-in-closed')
    const code = await atTheDoor(off)
    valueOf(await world.call('lin', cancelEvent, { eventId: off, reason: '下雨' }))
    expect(failureOf(await by('zhang', scan(code)))).toBe('check-in-closed')
    // The first and the last millisecond of the window: 18:00 and 02:30.
    for (const [at, open] of [['2026-11-27T09:59:59.999Z', false], ['2026-11-27T10:00:00.000Z', true], ['2026-11-27T18:30:00.000Z', true], ['2026-11-27T18:30:00.001Z', false]] as const) {
      const eventId = await world.publish()
      world.cloud.clock.set(at)
      const answer = await by('zhang', scan(await atTheDoor(eventId, Date.parse(at)), { at }))
      expect([at, answer.ok || answer.failure]).toEqual([at, open || 'check-in-closed'])
      world.cloud.clock.set(instant(atDoor))
    }
  })

  test('a resident\'s own codes, and what is no code or forged', async () => {
    const eventId = await world.publish()
    valueOf(await world.call('zhang', register, seats(eventId, 1)))
    const { sessions } = valueOf(await world.call('zhang', entryKey, { eventId }))
    for (const code of [codeShown(sessions[0]!.code, atDoor).text, valueOf(await world.call('zhang', card, {})).code]) expect(failureOf(await by('zhang', scan(code)))).toBe('code-of-a-resident')
    const good = await atTheDoor(eventId)
    // The plain id of the session, as a screenshot of somebody else's app would have it.
    for (const code of [`${eventId}-s1`, eventId, 'https://example.org']) expect(failureOf(await by('zhang', scan(code)))).toBe('code-unreadable')
    const other = await world.publish()
    for (const code of [good.replace(`${eventId}-s1`, `${other}-s1`), good.replace('20261127', '20261128'), `${good.slice(0, -11)}${'A'.repeat(11)}`]) expect(failureOf(await by('zhang', scan(code)))).toBe('code-forged')
    for (const id of [eventId, other]) expect(recordOf(id)).toBeUndefined()
  })

  test('where no names are kept', async () => {
    const eventId = await world.publish()
    const code = await atTheDoor(eventId)
    world.cloud.db.update('events', { _id: eventId }, { $set: { countOnly: true } })
    expect(failureOf(await by('zhang', scan(code)))).toBe('no-registration-needed')
    expect(recordOf(eventId)).toBeUndefined()
  })
})

test('the venue\'s code is for its workers: not for residents, nor for those of another community', async () => {
  const eventId = await world.publish()
  expect(failureOf(await world.call('zhang', venueCode, { sessionId: `${eventId}-s1` }))).toBe('not-allowed')
  expect(failureOf(await world.call('zhou', venueCode, { sessionId: `${eventId}-s1` }))).toBe('session-not-found')
  expect(failureOf(await world.call('chen', venueCode, { sessionId: `${await world.plan()}-s1` }))).toBe('session-not-found')
  expect(valueOf(await world.call('lin', venueCode, { sessionId: `${eventId}-s1` }))).toMatchObject({ title: '邻里文艺晚会', from: '2026-11-27T10:00:00.000Z', until: '2026-11-27T18:30:00.000Z' })
})

describe('the code that hangs at the door', () => {
  const hung = async (eventId: string) => valueOf(await world.call('chen', venueCode, { sessionId: `${eventId}-s1` })).hung
  const at = (iso: string) => { world.cloud.clock.set(iso); return { at: iso, offsetMs: 0 } }

  test('brings her in from an hour before the start until the end, and not a minute longer', async () => {
    const eventId = await world.publish()
    const { text, from, until } = await hung(eventId)
    expect([from, until]).toEqual(['2026-11-27T10:00:00.000Z', '2026-11-27T12:30:00.000Z'])
    try {
      expect(failureOf(await by('zhang', scan(text, at('2026-11-27T09:59:00.000Z'))))).toBe('check-in-closed')
      expect(failureOf(await by('zhang', scan(text, at('2026-11-27T12:31:00.000Z'))))).toBe('check-in-closed')
      expect(failureOf(await by('zhang', scan(text, at('2026-11-28T11:00:00.000Z'))))).toBe('check-in-closed')
      expect(valueOf(await by('zhang', scan(text, at('2026-11-27T12:29:00.000Z'))))).toMatchObject({ outcome: 'counted', present: 1 })
      expect(valueOf(await by('zhang', scan(text, at('2026-11-27T12:29:30.000Z'))))).toMatchObject({ outcome: 'already-there' })
    } finally {
      world.cloud.clock.set(instant(atDoor))
    }
    expect(await signedIn(eventId)).toBe(1)
  })

  test('is of now: a scan that was kept and sent later proves nothing', async () => {
    const eventId = await world.publish()
    const { text } = await hung(eventId)
    expect(failureOf(await by('zhang', scan(text, { at: instant(atDoor - minutes(10)) })))).toBe('code-stale')
  })

  test('changed by a letter, or to another day, it is forged', async () => {
    const eventId = await world.publish()
    const { text } = await hung(eventId)
    expect(failureOf(await by('zhang', scan(text.replace('20261127', '20261128'))))).toBe('code-forged')
    expect(failureOf(await by('zhang', scan(`${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`)))).toBe('code-forged')
  })

  test('is nothing for a worker to scan', async () => {
    const eventId = await world.publish()
    const { text } = await hung(eventId)
    expect(failureOf(await world.call('chen', checkInCode, { ...scan(text), sessionId: `${eventId}-s1` }))).toBe('code-of-the-venue')
  })
})
