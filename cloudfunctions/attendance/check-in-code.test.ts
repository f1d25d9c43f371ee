/** A worker scans residents' codes and cards at the door of 邻里文艺晚会, at 18:58. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkInCode } from '../../contract/attendance/check-in-code'
import { checkIn } from '../../contract/attendance/check-in'
import { stepMs } from '../../contract/attendance/door-code'
import { roster } from '../../contract/attendance/roster'
import { undo } from '../../contract/attendance/undo'
import { venueCode } from '../../contract/attendance/venue-code'
import { cancelEvent } from '../../contract/events/cancel'
import { addFace } from '../../contract/people/add-face'
import { callMe } from '../../contract/people/call-me'
import { card } from '../../contract/people/card'
import { chooseCommunity } from '../../contract/people/choose-community'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { entryKey } from '../../contract/registrations/entry-key'
import { register } from '../../contract/registrations/register'
import type { CastId } from '../../emulator/world/cast'
import { codeShown } from '../../src/stores/code-text'
import { evening, failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => {
  world = await openEvening()
  world.cloud.clock.set('2026-11-27T10:58:00.000Z')
})
afterAll(() => world.stop())

const atDoor = Date.parse('2026-11-27T10:58:00.000Z')
const instant = (ms: number) => new Date(ms).toISOString()
const minutes = (n: number) => n * 60_000

async function registered(who: CastId, eventId: string, partySize = 1, sessions = [1]) {
  valueOf(await world.call(who, register, { recordId: newRecordId(), eventId, sessionIds: sessions.map((n) => `${eventId}-s${n}`), partySize, callName: who === 'zhang' ? '张阿姨' : '老李', building: '3号楼' }))
}
/** As her phone shows it. */
async function shownBy(who: CastId, eventId: string, at = atDoor, number = 0) {
  const { sessions } = valueOf(await world.call(who, entryKey, { eventId }))
  return codeShown(sessions[number]!.code, at).text
}
const scan = (eventId: string, code: string, more: { at?: string; offsetMs?: number; recordId?: string; sessionId?: string } = {}) =>
  ({ recordId: newRecordId(), sessionId: `${eventId}-s1`, code, at: instant(atDoor), offsetMs: 0, ...more })
const by = (who: CastId, input: ReturnType<typeof scan>) => world.call(who, checkInCode, input)
const recordOf = (eventId: string, who: CastId = 'zhang') => world.cloud.db.find('attendance', { _id: `${eventId}-s1:p-${who}` })[0]
const signedIn = async (eventId: string) => valueOf(await world.call('chen', roster, { sessionId: `${eventId}-s1` })).room.signedIn

describe('a scanned entry code', () => {
  test('brings the whole party in, says who they are, and stands as any check-in', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId, 2)
    const input = scan(eventId, await shownBy('zhang', eventId), { at: instant(atDoor + minutes(3)), offsetMs: minutes(3) })
    expect(valueOf(await by('chen', input))).toEqual({
      recordId: input.recordId, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, outcome: 'counted',
      personKey: 'p-zhang', callName: '张阿姨', building: '3号楼', partySize: 2, present: 2, earlier: null,
    })
    expect(recordOf(eventId)).toMatchObject({ personKey: 'p-zhang', month: '2026-11', path: ['hewan', 'yuyin'], undone: {}, marks: { [input.recordId]: { present: 2, at: instant(atDoor), source: 'code', by: 'p-chen' } } })
    expect(await signedIn(eventId)).toBe(2)
  })

  test('costs one look at the door and one write besides who calls', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId)
    const input = scan(eventId, await shownBy('zhang', eventId))
    const heard = world.cloud.faults.listen('attendance')
    valueOf(await by('chen', input))
    world.cloud.faults.disarm()
    expect(heard).toHaveLength(1 + 2)
  })

  test('again: already in, since when and by whom', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId, 2)
    const code = await shownBy('zhang', eventId)
    valueOf(await by('chen', scan(eventId, code)))
    expect(valueOf(await by('chen', scan(eventId, code)))).toMatchObject({ outcome: 'already-there', earlier: { at: instant(atDoor), by: 'you', name: null } })
    expect(valueOf(await by('lin', scan(eventId, code)))).toMatchObject({ outcome: 'already-there', earlier: { by: 'colleague', name: '小陈' } })
    expect(await signedIn(eventId)).toBe(2)
  })

  test('sent again, twice at once, from two devices: each record is receipted, and the party counts once', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId, 3)
    const code = await shownBy('zhang', eventId)
    const [one, other] = [scan(eventId, code), scan(eventId, code)]
    const answers = await Promise.all([by('chen', one), by('chen', one), by('lin', other), by('lin', other)])
    expect(answers.map((answer) => valueOf(answer).outcome).sort()).toEqual(['already-there', 'already-there', 'already-there', 'counted'])
    expect(valueOf(await by('chen', one))).toMatchObject({ outcome: 'already-there', earlier: null })
    expect(await signedIn(eventId)).toBe(3)
  })

  test('undone and scanned again is in', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId)
    const first = scan(eventId, await shownBy('zhang', eventId))
    valueOf(await by('chen', first))
    valueOf(await world.call('chen', undo, { recordId: newRecordId(), sessionId: first.sessionId, of: { what: 'check-in', personKey: 'p-zhang', marks: [first.recordId] }, at: instant(atDoor), offsetMs: 0 }))
    expect(await signedIn(eventId)).toBe(0)
    expect(valueOf(await by('chen', scan(eventId, await shownBy('zhang', eventId)))).outcome).toBe('counted')
    expect(await signedIn(eventId)).toBe(1)
  })

  test('after a tap of the same party is the same party', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId, 2)
    valueOf(await world.call('lin', checkIn, { recordId: newRecordId(), sessionId: `${eventId}-s1`, personKey: 'p-zhang', present: 1, source: 'tap', at: instant(atDoor - minutes(1)), offsetMs: 0 }))
    expect(valueOf(await by('chen', scan(eventId, await shownBy('zhang', eventId))))).toMatchObject({ outcome: 'already-there', present: 2, earlier: { by: 'colleague', name: '林主任' } })
    expect(await signedIn(eventId)).toBe(2)
  })

  test('of who cancelled meanwhile is a walk-in of one who is known, no refusal', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId, 3)
    const code = await shownBy('zhang', eventId)
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    expect(valueOf(await by('chen', scan(eventId, code)))).toMatchObject({ outcome: 'counted', callName: '张阿姨', partySize: 0, present: 1 })
    expect(await signedIn(eventId)).toBe(1)
  })

  test('of a party whose registration document a crash left out: the seat book knows the party', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId, 3)
    const code = await shownBy('zhang', eventId)
    world.cloud.db.remove('registrations', { eventId })
    expect(valueOf(await by('chen', scan(eventId, code)))).toMatchObject({ outcome: 'counted', present: 3, callName: '张阿姨' })
  })

  test('that was taken is receipted again days later, also when the party has changed or the event was called off since', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId, 2)
    const input = scan(eventId, await shownBy('zhang', eventId))
    valueOf(await by('chen', input))
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    expect(valueOf(await by('chen', input)).outcome).toBe('already-there')
    valueOf(await world.call('lin', cancelEvent, { eventId, reason: '下雨' }))
    expect(valueOf(await by('chen', input)).outcome).toBe('already-there')
    expect(failureOf(await by('chen', scan(eventId, input.code)))).toBe('check-in-closed')
    expect(failureOf(await by('chen', { ...input, at: instant(atDoor + 1000) }))).toBe('check-in-closed')
  })

  test('under a record id that stands for another scan is refused', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId)
    const input = scan(eventId, await shownBy('zhang', eventId))
    valueOf(await by('chen', input))
    expect(failureOf(await by('chen', { ...input, at: instant(atDoor + 1000) }))).toBe('record-id-taken')
    expect(failureOf(await by('lin', input))).toBe('record-id-taken')
  })

  test('without signal counts when it arrives, by when it was scanned', async () => {
    const eventId = await world.publish({ sessions: [session(-3)] })
    // The places of a session that is over cannot be taken any more: she walks in.
    const before = Date.parse(session(-3).startsAt)
    const { code } = valueOf(await world.call('zhang', card, {}))
    expect(valueOf(await by('chen', scan(eventId, code, { at: instant(before + 7000), offsetMs: 7000 }))).outcome).toBe('counted')
    expect(Object.values(recordOf(eventId)?.['marks'] as object)).toMatchObject([{ at: session(-3).startsAt, source: 'code' }])
  })
})

describe('is refused, each in its own way:', () => {
  test('what is no code of ours, what is forged, and what is changed', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId)
    const code = await shownBy('zhang', eventId)
    for (const other of ['https://weixin.qq.com/r/abc', '张阿姨', 'L1', code.slice(0, -1), 'L9.k1.a.b.c']) expect(failureOf(await by('chen', scan(eventId, other)))).toBe('code-unreadable')
    const last = code.charAt(code.length - 12) === 'z' ? 'y' : 'z'
    for (const forged of [`${code.slice(0, -11)}${'A'.repeat(11)}`, code.replace(/\.[^.]+\.([^.]+)$/, `.${last}zzzzz.$1`)]) expect(failureOf(await by('chen', scan(eventId, forged)))).toBe('code-forged')
    expect(recordOf(eventId)).toBeUndefined()
  })

  test('what is stale, what is of another day, and what is of a clock that runs ahead', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId)
    const of = (ms: number) => shownBy('zhang', eventId, ms)
    expect(failureOf(await by('chen', scan(eventId, await of(atDoor - 2 * stepMs))))).toBe('code-stale')
    expect(failureOf(await by('chen', scan(eventId, await of(atDoor + 2 * stepMs))))).toBe('code-stale')
    expect(failureOf(await by('chen', scan(eventId, await of(atDoor - minutes(1440)))))).toBe('code-of-another-day')
    expect(recordOf(eventId)).toBeUndefined()
    expect(valueOf(await by('chen', scan(eventId, await of(atDoor - stepMs + 6000)))).outcome).toBe('counted')
  })

  test('a good code on a worker\'s phone whose clock is wrong, unless that phone has measured how wrong', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId)
    const code = await shownBy('zhang', eventId)
    for (const wrong of [minutes(10), -minutes(10), minutes(1440), -minutes(1440)]) {
      expect(['code-stale', 'code-of-another-day']).toContain(failureOf(await by('chen', scan(eventId, code, { at: instant(atDoor + wrong) }))))
      expect(valueOf(await by('chen', scan(eventId, code, { at: instant(atDoor + wrong), offsetMs: wrong }))).callName).toBe('张阿姨')
    }
  })

  test('what is of another event, and of another session of the same', async () => {
    const [eventId, other] = [await world.publish({ sessions: [session(0), session(1)] }), await world.publish()]
    await registered('zhang', eventId, 1, [1, 2])
    await registered('zhang', other)
    expect(failureOf(await by('chen', scan(eventId, await shownBy('zhang', other))))).toBe('code-of-another-event')
    expect(failureOf(await by('chen', scan(eventId, await shownBy('zhang', eventId, atDoor, 1))))).toBe('code-of-another-session')
    expect(recordOf(eventId)).toBeUndefined()
  })

  test('the venue\'s own code', async () => {
    const eventId = await world.publish()
    const { code } = valueOf(await world.call('chen', venueCode, { sessionId: `${eventId}-s1` }))
    expect(failureOf(await by('chen', scan(eventId, codeShown(code, atDoor).text)))).toBe('code-of-the-venue')
  })

  test('before the doors open and after they close, to the millisecond, by corrected time', async () => {
    const eventId = await world.publish({ sessions: [session(-1)] })
    const { code } = valueOf(await world.call('li', card, {}))
    const start = Date.parse(evening) - minutes(1440)
    const at = (ms: number) => by('chen', scan(eventId, code, { at: instant(ms + 500), offsetMs: 500 }))
    expect(failureOf(await at(start - minutes(60) - 1))).toBe('check-in-closed')
    expect(failureOf(await at(start + minutes(90 + 360) + 1))).toBe('check-in-closed')
    expect(recordOf(eventId, 'li')).toBeUndefined()
    expect(valueOf(await at(start - minutes(60))).outcome).toBe('counted')
    expect(valueOf(await at(start + minutes(90 + 360))).outcome).toBe('already-there')
    const later = await world.publish({ sessions: [session(2)] })
    expect(failureOf(await by('chen', scan(later, code, { at: session(2).startsAt })))).toBe('check-in-closed')
  })

  test('to residents, to workers of another community, and for drafts, who learn nothing', async () => {
    const eventId = await world.publish()
    await registered('zhang', eventId)
    const code = await shownBy('zhang', eventId)
    expect(failureOf(await by('zhang', scan(eventId, code)))).toBe('not-allowed')
    for (const one of [code, 'nonsense']) expect(failureOf(await by('zhou', scan(eventId, one)))).toBe('session-not-found')
    for (const id of [await world.plan(), 'nowhere']) expect(failureOf(await by('chen', scan(id, code)))).toBe('session-not-found')
    expect(recordOf(eventId)).toBeUndefined()
  })

  test('where no names are kept', async () => {
    const [eventId, other] = [await world.publish({ kind: 'free_clinic', sessions: [session(0, null)] }), await world.publish()]
    await registered('zhang', other)
    for (const code of [await shownBy('zhang', other), valueOf(await world.call('zhang', card, {})).code]) expect(failureOf(await by('chen', scan(eventId, code)))).toBe('no-registration-needed')
    expect(failureOf(await world.call('chen', venueCode, { sessionId: `${eventId}-s1` }))).toBe('no-registration-needed')
    expect(recordOf(eventId)).toBeUndefined()
  })
})

describe('a card', () => {
  test('brings in the registered party, and who did not register as one', async () => {
    const [eventId, other] = [await world.publish(), await world.publish()]
    await registered('zhang', eventId, 2)
    valueOf(await world.call('zhang', callMe, { callName: '张阿姨' }))
    const { code } = valueOf(await world.call('zhang', card, {}))
    expect(valueOf(await by('chen', scan(eventId, code)))).toMatchObject({ outcome: 'counted', callName: '张阿姨', partySize: 2, present: 2 })
    expect(valueOf(await by('chen', scan(other, code)))).toMatchObject({ outcome: 'counted', callName: '张阿姨', partySize: 0, present: 1 })
  })

  test('that was replaced is worthless; what it brought in stays', async () => {
    const eventId = await world.publish()
    await registered('li', eventId)
    const old = valueOf(await world.call('li', card, {}))
    const input = scan(eventId, old.code)
    valueOf(await by('chen', input))
    const young = valueOf(await world.call('li', card, { replaces: old.number }))
    expect(young.number).toBe(old.number + 1)
    expect(valueOf(await world.call('li', card, { replaces: old.number }))).toEqual(young)
    expect(failureOf(await by('chen', scan(eventId, old.code)))).toBe('card-replaced')
    expect(valueOf(await by('chen', input)).outcome).toBe('already-there')
    expect(valueOf(await by('chen', scan(eventId, young.code))).outcome).toBe('already-there')
    expect(valueOf(await world.call('li', card, {}))).toEqual(young)
  })

  test('of who has gone is of nobody', async () => {
    const eventId = await world.publish()
    const { code } = valueOf(await world.callAs('openid-leaving', card, {}))
    expect(valueOf(await by('chen', scan(eventId, code)))).toMatchObject({ outcome: 'counted', callName: '居民', present: 1 })
    world.cloud.db.remove('openids', { _id: 'openid-leaving' })
    expect(failureOf(await by('chen', scan(await world.publish(), code)))).toBe('person-not-found')
  })

  test('nor is an entry code, once its holder has gone and only the cancelled registration stands', async () => {
    const eventId = await world.publish()
    const leaving = (input: object) => world.callAs('openid-leaving-too', register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 2, callName: '老周', ...input })
    const { personKey } = valueOf(await leaving({}))
    const { sessions } = valueOf(await world.callAs('openid-leaving-too', entryKey, { eventId }))
    const code = codeShown(sessions[0]!.code, atDoor).text
    world.cloud.db.update('registrations', { _id: `${eventId}:${personKey}` }, { $set: { status: 'cancelled', callName: '居民' } })
    world.cloud.db.remove('openids', { _id: 'openid-leaving-too' })
    world.cloud.db.remove('people', { _id: personKey })
    expect(failureOf(await by('chen', scan(eventId, code)))).toBe('person-not-found')
  })

  test('is one\'s own, and a new one is for nobody else', async () => {
    const [mine, hers] = [valueOf(await world.call('he', card, {})), valueOf(await world.call('zhou', card, {}))]
    expect(mine.code).not.toBe(hers.code)
    expect(valueOf(await world.call('he', card, { replaces: 1 })).number).toBe(2)
    expect(valueOf(await world.call('zhou', card, {}))).toEqual(hers)
    expect(valueOf(await world.call('zhou', card, { replaces: 7 }))).toEqual(hers)
  })

  test('of a neighbour without WeChat is made by who added her, and by nobody else', async () => {
    valueOf(await world.call('zhang', chooseCommunity, { communityId: 'yuyin' }))
    const { personKey } = valueOf(await world.call('zhang', addFace, { callName: '吴奶奶' }))
    const made = valueOf(await world.call('zhang', card, { personKey }))
    expect(made).toMatchObject({ number: 1, callName: '吴奶奶' })
    for (const who of ['li', 'chen', 'lin'] as const) expect(failureOf(await world.call(who, card, { personKey }))).toBe('person-not-found')
    for (const other of ['p-li', 'p-nobody']) expect(failureOf(await world.call('zhang', card, { personKey: other, replaces: 1 }))).toBe('person-not-found')
    expect(valueOf(await by('chen', scan(await world.publish(), made.code)))).toMatchObject({ outcome: 'counted', personKey, callName: '吴奶奶', present: 1 })
  })
})
