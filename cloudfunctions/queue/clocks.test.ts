/** Phones whose clocks are wrong: what happened counts when and where it happened, and it can be seen later how that is known. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendQueue } from '../../contract/queue/send'
import { newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
let sessionId: string
beforeAll(async () => {
  world = await openEvening()
  sessionId = `${await world.publish()}-s1`
})
afterAll(() => world.stop())

const minute = 60_000
const day = 24 * 60 * minute
/** 18:20 in Shanghai. */
const evening = Date.parse('2026-11-27T10:20:00.000Z')
/** What a phone writes whose clock is off, and that knows it. */
const written = (at: number, offBy: number, measured = offBy) => ({ at: new Date(at + offBy).toISOString(), offsetMs: measured })

async function outcomeOf(call: string, input: object): Promise<string> {
  const [answer] = valueOf(await world.call('chen', sendQueue, { records: [{ call, input }] })).answers
  return answer?.ok ? (answer.value as { outcome: string }).outcome : answer?.failure ?? 'nothing'
}
const walkedIn = (clock: object) => ({ recordId: newRecordId(), sessionId, people: 1, source: 'tap', ...clock })
const logged = (clock: object, more: object) => ({ recordId: newRecordId(), indicator: 'banners_hung', quantity: 3, softness: 'exact', unitId: 'yuyin-1', ...clock, ...more })

test.each([['10 minutes ahead', 10 * minute], ['10 minutes behind', -10 * minute], ['a day ahead', day], ['a day behind', -day], ['nine years behind', -9 * 365 * day]])('a phone %s is put right by what it measured, and what its clock said is kept', async (_, offBy) => {
  const record = walkedIn(written(evening, offBy))
  expect(await outcomeOf('attendance/walk-in', record)).toBe('counted')
  expect(world.cloud.db.find('walk-ins', { recordId: record.recordId })[0]).toMatchObject({
    at: new Date(evening).toISOString(), clocks: { device: new Date(evening + offBy).toISOString(), offsetMs: offBy, received: expect.stringMatching(/^2026-11-27T10:2/) },
  })
})

test('the clocks stand on every kind of fact, and on what takes it back', async () => {
  const clock = written(evening, 10 * minute)
  const clocks = { device: clock.at, offsetMs: clock.offsetMs, received: expect.any(String) }
  const recordIds = { tap: newRecordId(), walk: newRecordId(), room: newRecordId(), entry: newRecordId() }
  await outcomeOf('attendance/check-in', { ...walkedIn(clock), recordId: recordIds.tap, personKey: 'p-zhang', present: 1 })
  await outcomeOf('attendance/headcount', { ...walkedIn(clock), recordId: recordIds.room, people: 43, softness: 'exact' })
  await outcomeOf('work/log', { ...logged(clock, { on: '2026-11-27' }), recordId: recordIds.entry })
  await outcomeOf('work/correct', { recordId: newRecordId(), entryId: recordIds.entry, rev: 1, quantity: 4, softness: 'exact', on: '2026-11-27', reason: '数错了', ...clock })
  await outcomeOf('attendance/undo', { recordId: newRecordId(), sessionId, of: { what: 'check-in', personKey: 'p-zhang', marks: [recordIds.tap] }, ...clock })
  await outcomeOf('attendance/undo', { recordId: newRecordId(), sessionId, of: { what: 'headcount', recordId: recordIds.room }, ...clock })
  const { db } = world.cloud
  expect(db.find('attendance', { _id: `${sessionId}:p-zhang` })[0]).toMatchObject({ marks: { [recordIds.tap]: { clocks } }, undone: { [recordIds.tap]: { clocks } } })
  expect(db.find('headcounts', { recordId: recordIds.room })[0]).toMatchObject({ clocks, undone: { clocks } })
  expect(db.find('work-entries', { _id: recordIds.entry })[0]).toMatchObject({ versions: [{ clocks, dayConfirmed: false }, { clocks, dayConfirmed: false }] })
})

test('the same record with another reading of the clock is other bytes', async () => {
  const record = walkedIn(written(evening, 0))
  expect(await outcomeOf('attendance/walk-in', record)).toBe('counted')
  expect(await outcomeOf('attendance/walk-in', { ...record, ...written(evening, minute) })).toBe('record-id-taken')
  expect(await outcomeOf('attendance/walk-in', record)).toBe('already-there')
})

describe('the day of an entry is judged by when it was written down, not by when it arrives', () => {
  const longAgo = evening - 7 * day

  test('a phone that was a week without signal delivers what was a week back then, and what was as old as may be', async () => {
    expect(await outcomeOf('work/log', logged(written(longAgo, 0), { on: '2026-11-13' }))).toBe('counted')
    expect(await outcomeOf('work/log', logged(written(longAgo, 0), { on: '2025-10-16' }))).toBe('counted')
    expect(await outcomeOf('work/log', logged(written(longAgo, 0), { on: '2025-10-15' }))).toBe('day-too-old')
  })

  test('what was still to come when it was written is refused, also when it arrives after that day', async () => {
    expect(await outcomeOf('work/log', logged(written(longAgo, 0), { on: '2026-11-21' }))).toBe('day-in-future')
    expect(await outcomeOf('work/log', logged(written(longAgo, 0), { on: '2026-11-20' }))).toBe('counted')
  })

  test('the first minutes of a month are of that month also where the phone is a little ahead of what it measured', async () => {
    const midnight = Date.parse('2026-11-30T16:00:00.000Z')
    world.cloud.clock.set(new Date(midnight - 2 * minute).toISOString())
    const entry = logged(written(midnight + minute, day, day), { on: '2026-12-01' })
    expect(await outcomeOf('work/log', entry)).toBe('counted')
    expect(world.cloud.db.find('work-entries', { _id: entry.recordId })[0]).toMatchObject({ month: '2026-12' })
    world.cloud.clock.set(new Date(evening).toISOString())
  })

  test('where nobody knows how far the clock was off the worker says the day, and that is taken', async () => {
    const jumped = { at: '1970-01-01T00:00:00.000Z', offsetMs: 0 }
    expect(await outcomeOf('work/log', logged(jumped, { on: '2026-11-25' }))).toBe('day-in-future')
    const entry = logged(jumped, { on: '2026-11-25', dayConfirmed: true })
    expect(await outcomeOf('work/log', entry)).toBe('counted')
    expect(await outcomeOf('work/log', entry)).toBe('already-there')
    expect(await outcomeOf('work/log', { ...entry, dayConfirmed: false })).toBe('record-id-taken')
    expect(world.cloud.db.find('work-entries', { _id: entry.recordId })[0]).toMatchObject({ month: '2026-11', loggedAt: expect.stringMatching(/^2026-11-27T10:2/), versions: [{ dayConfirmed: true, clocks: { device: jumped.at } }] })
    expect(await outcomeOf('work/log', logged(jumped, { on: '2026-11-28', dayConfirmed: true }))).toBe('day-in-future')
    const correction = { recordId: newRecordId(), entryId: entry.recordId, rev: 1, quantity: 5, softness: 'exact', on: '2026-11-24', reason: '日期不对', ...jumped }
    expect(await outcomeOf('work/correct', correction)).toBe('day-in-future')
    expect(await outcomeOf('work/correct', { ...correction, dayConfirmed: true })).toBe('counted')
  })
})
