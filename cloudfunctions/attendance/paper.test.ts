/** A sheet is printed, signed and typed in afterwards, by whoever, as often as they like. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { headcount } from '../../contract/attendance/headcount'
import { sheetRows } from '../../contract/attendance/sheet'
import { undo } from '../../contract/attendance/undo'
import { walkIn } from '../../contract/attendance/walk-in'
import { changeEvent } from '../../contract/events/change'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { register } from '../../contract/registrations/register'
import { signInSheet } from '../../contract/reports/sign-in-sheet'
import type { CastId } from '../../emulator/world/cast'
import { evening, failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'
import { textOfWord } from '../../tests/word-text'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const opened = '2026-11-27T10:20:00.000Z'
const nextDay = '2026-11-28T01:00:00.000Z'
const doorOpens = '2026-11-27T10:00:00.000Z'
const at = (instant: string) => world.cloud.clock.set(instant)
const seats = (eventId: string, callName: string, partySize = 1) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize, callName, building: '3号楼' })
const typed = (eventId: string, more: { at?: string } = {}) => ({ recordId: newRecordId(), sessionId: `${eventId}-s1`, source: 'paper' as const, at: nextDay, offsetMs: 0, ...more })
const rowsOf = async (eventId: string, who: CastId = 'chen') => valueOf(await world.call(who, sheetRows, { sessionId: `${eventId}-s1` }))
const take = (eventId: string, who: CastId = 'chen') => world.call(who, signInSheet, { recordId: newRecordId(), sessionId: `${eventId}-s1` })
const printed = async (eventId: string) => textOfWord(Buffer.from(valueOf(await take(eventId)).docx, 'base64'))
const audits = () => world.cloud.db.find('audit').filter(({ action }) => action === 'reports/sign-in-sheet').length

async function planned() {
  at(opened)
  const eventId = await world.publish({ title: '民法典讲座', sessions: [session(0, 20)] })
  valueOf(await world.call('zhang', register, seats(eventId, '张阿姨', 2)))
  valueOf(await world.call('li', register, seats(eventId, '李叔')))
  return eventId
}

describe('the sheet', () => {
  test('numbers who is expected by name, says parties and no phones, and asks for nothing else', async () => {
    const eventId = await planned()
    const { name, rows } = valueOf(await take(eventId))
    expect([name, rows]).toEqual(['民法典讲座 签到表 11月27日.docx', 2])
    const text = await printed(eventId)
    expect(text).toMatch(/1\n李叔\n1 人\n\n\n2\n张阿姨\n2 人\n/)
    expect(text).toContain('现1')
    expect((await rowsOf(eventId)).rows.map(({ number, callName, partySize }) => [number, callName, partySize])).toEqual([[1, '李叔', 1], [2, '张阿姨', 2]])
  })
  test('keeps its numbers: whoever registers later comes after, whoever cancels leaves a gap and can still have signed', async () => {
    const eventId = await planned()
    await take(eventId)
    valueOf(await world.call('zhou', register, seats(eventId, '艾大姐')))
    expect((await rowsOf(eventId)).rows.map(({ number, callName }) => [number, callName])).toEqual([[1, '李叔'], [2, '张阿姨'], [null, '艾大姐']])
    valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', eventId)))
    const text = await printed(eventId)
    expect(text).not.toContain('张阿姨')
    expect(text).toMatch(/3\n艾大姐/)
    expect((await rowsOf(eventId)).rows.map(({ number, callName, cancelled }) => [number, callName, cancelled])).toEqual([[1, '李叔', false], [2, '张阿姨', true], [3, '艾大姐', false]])
  })
  test('again it is the same people and one entry in the audit, with blank rows of its own; two at once agree on the numbers', async () => {
    const eventId = await planned()
    const before = audits()
    const [one, other] = await Promise.all([take(eventId), take(eventId, 'lin')])
    expect([valueOf(one).rows, valueOf(other).rows, valueOf(await take(eventId)).rows]).toEqual([valueOf(one).rows, valueOf(one).rows, valueOf(one).rows])
    const texts = [one, other].map((answer) => textOfWord(Buffer.from(valueOf(answer).docx, 'base64')))
    const linesOf = (text: string) => text.match(/现\d+/g) ?? []
    expect(texts.map((text) => text.replace(/现\d+/g, '现'))).toEqual([texts[0]!.replace(/现\d+/g, '现'), texts[0]!.replace(/现\d+/g, '现')])
    expect(new Set(texts.flatMap(linesOf)).size).toBe(linesOf(texts[0]!).length * 2)
    expect(audits() - before).toBe(2)
    expect(world.cloud.db.find('sheets', { _id: `${eventId}-s1` })).toHaveLength(1)
    const input = { recordId: newRecordId(), sessionId: `${eventId}-s1` }
    const twice = [valueOf(await world.call('chen', signInSheet, input)), valueOf(await world.call('chen', signInSheet, input))]
    expect(twice[1]?.docx).toBe(twice[0]?.docx)
  })
  test('where no names are kept it is a tally, and no numbers are kept', async () => {
    at(opened)
    const eventId = await world.publish({ kind: 'free_clinic', title: '义诊', sessions: [session(0, null)] })
    expect(valueOf(await take(eventId))).toMatchObject({ name: '义诊 清点表 11月27日.docx', rows: 0 })
    expect(await printed(eventId)).toMatch(/画“正”字/)
    expect(world.cloud.db.find('sheets', { _id: `${eventId}-s1` })).toMatchObject([{ numbers: [] }])
  })
  test('is of nobody else', async () => {
    const eventId = await planned()
    expect(failureOf(await take(eventId, 'zhang'))).toBe('not-allowed')
    expect(failureOf(await world.call('chen', signInSheet, { recordId: newRecordId(), sessionId: 'nowhere-s1' }))).toBe('session-not-found')
    expect(failureOf(await world.call('zhang', sheetRows, { sessionId: `${eventId}-s1` }))).toBe('not-allowed')
    expect(failureOf(await take(await world.plan()))).toBe('session-not-found')
  })
})

describe('typed in the next day', () => {
  test('two workers with the same sheet count once; a row counts as of when the door opened', async () => {
    const eventId = await planned()
    at(nextDay)
    const row = { ...typed(eventId), personKey: 'p-zhang', present: 2 }
    expect(valueOf(await world.call('chen', checkIn, row)).outcome).toBe('counted')
    expect(valueOf(await world.call('chen', checkIn, row)).outcome).toBe('already-there')
    expect(valueOf(await world.call('lin', checkIn, { ...typed(eventId), personKey: 'p-zhang', present: 2 })).outcome).toBe('already-there')
    const { rows, room } = await rowsOf(eventId)
    expect(rows.find(({ personKey }) => personKey === 'p-zhang')).toMatchObject({ present: 2, source: 'paper' })
    expect(room.attendances).toBe(2)
    expect(world.cloud.db.find('attendance', { _id: `${eventId}-s1:p-zhang` })[0]?.['marks']).toMatchObject({ [row.recordId]: { at: doorOpens, enteredAt: nextDay, source: 'paper' } })
  })
  test('what was tapped at the door stands, also when it says less', async () => {
    const eventId = await planned()
    valueOf(await world.call('chen', checkIn, { ...typed(eventId, { at: opened }), source: 'tap', personKey: 'p-zhang', present: 1 }))
    at(nextDay)
    valueOf(await world.call('lin', checkIn, { ...typed(eventId), personKey: 'p-zhang', present: 2 }))
    expect((await rowsOf(eventId)).rows.find(({ personKey }) => personKey === 'p-zhang')).toMatchObject({ present: 1, source: 'tap' })
  })
  test('a repeat is known also after the session was given another time', async () => {
    at(opened)
    const eventId = await world.publish({ sessions: [session(1, 20)] })
    valueOf(await world.call('zhang', register, seats(eventId, '张阿姨')))
    at('2026-11-28T10:30:00.000Z')
    const row = { ...typed(eventId, { at: '2026-11-28T10:30:00.000Z' }), personKey: 'p-zhang', present: 1 }
    valueOf(await world.call('chen', checkIn, row))
    valueOf(await world.call('lin', changeEvent, { recordId: newRecordId(), eventId, seen: 0, sessions: [{ id: `${eventId}-s1`, startsAt: '2026-11-28T11:20:00.000Z', endsAt: '2026-11-28T13:00:00.000Z', capacity: 20 }] }))
    expect(valueOf(await world.call('chen', checkIn, row)).outcome).toBe('already-there')
  })
  test('the same blank rows from two workers are the same people; taken back and typed again they count again', async () => {
    const eventId = await planned()
    at(nextDay)
    const first = { ...typed(eventId), people: 2, callName: '王师傅', line: 1 }
    valueOf(await world.call('chen', walkIn, first))
    valueOf(await world.call('lin', walkIn, { ...typed(eventId), people: 2, line: 1 }))
    valueOf(await world.call('lin', walkIn, { ...typed(eventId), people: 1, line: 2 }))
    const { lines, room } = await rowsOf(eventId)
    expect([room.walkIns, lines.map(({ line, people, recordIds }) => [line, people, recordIds.length])]).toEqual([3, [[1, 2, 2], [2, 1, 1]]])
    expect(failureOf(await world.call('chen', walkIn, { ...first, line: 3 }))).toBe('record-id-taken')
    for (const recordId of lines[0]!.recordIds) valueOf(await world.call('chen', undo, { ...typed(eventId), of: { what: 'walk-in', recordId } }))
    expect((await rowsOf(eventId)).room.walkIns).toBe(1)
    valueOf(await world.call('chen', walkIn, { ...typed(eventId), people: 4, line: 1 }))
    expect((await rowsOf(eventId)).room.walkIns).toBe(5)
  })
  test('the count on the sheet gives way to one made in the room, and comes back with its undo', async () => {
    const eventId = await planned()
    at('2026-11-27T11:30:00.000Z')
    const counted = { ...typed(eventId, { at: '2026-11-27T11:30:00.000Z' }), source: 'tap' as const, people: 43, softness: 'exact' as const }
    valueOf(await world.call('chen', headcount, counted))
    at(nextDay)
    valueOf(await world.call('chen', headcount, { ...typed(eventId), people: 50, softness: 'exact' }))
    const { room, headcounts } = await rowsOf(eventId)
    expect([room.attendances, headcounts]).toEqual([43, [{ recordId: counted.recordId, people: 43, source: 'tap' }]])
    valueOf(await world.call('chen', undo, { ...typed(eventId), of: { what: 'headcount', recordId: counted.recordId } }))
    expect((await rowsOf(eventId)).room.attendances).toBe(50)
  })
  test('is taken for seven days after the end, and not before the door', async () => {
    const eventId = await planned()
    const end = Date.parse(evening) + 5_400_000
    at(new Date(end + 7 * 86_400_000 + 1).toISOString())
    const row = (ms: number) => ({ ...typed(eventId, { at: new Date(ms).toISOString() }), personKey: 'p-zhang', present: 1 })
    expect(failureOf(await world.call('chen', checkIn, row(end + 7 * 86_400_000 + 1)))).toBe('check-in-closed')
    expect(valueOf(await world.call('chen', checkIn, row(end + 7 * 86_400_000))).outcome).toBe('counted')
    expect((await rowsOf(eventId)).until).toBe(new Date(end + 7 * 86_400_000).toISOString())
  })
})
