/** What waited on a phone, sent at once: each record is judged as its own call would judge it, and none holds up the next. */
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { walkIn } from '../../contract/attendance/walk-in'
import { mostBatchBytes, queuedCalls, sendQueue, type QueuedName } from '../../contract/queue/send'
import { register } from '../../contract/registrations/register'
import type { CastId } from '../../emulator/world/cast'
import { contentHash } from '../../src/stores/queue/content-hash'
import { newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const stamp = { at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }
let sessionId: string
beforeEach(async () => {
  const eventId = await world.publish()
  sessionId = `${eventId}-s1`
  valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [sessionId], partySize: 2, callName: '张阿姨' }))
})

const record = (call: string, input: object) => ({ call, input: { recordId: newRecordId(), ...stamp, ...input } })
const tap = (more: object = {}) => record('attendance/check-in', { sessionId, personKey: 'p-zhang', present: 2, source: 'tap', ...more })
const walkedIn = (more: object = {}) => record('attendance/walk-in', { sessionId, people: 3, source: 'tap', ...more })
const counted = (more: object = {}) => record('attendance/headcount', { sessionId, people: 43, softness: 'exact', source: 'tap', ...more })
const logged = (more: object = {}) => record('work/log', { indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1', ...more })

async function send(records: { call: string; input: unknown }[], who: CastId = 'chen') {
  return valueOf(await world.call(who, sendQueue, { records })).answers
}
const outcomes = (answers: Awaited<ReturnType<typeof send>>) => answers.map((answer) => (answer.ok ? (answer.value as { outcome: string }).outcome : answer.failure))
const count = (collection: string) => world.cloud.db.count(collection, { sessionId })

describe('a batch', () => {
  test('of every kind is taken, in order, each with the receipt of its own call', async () => {
    const [in1, entry, walk, room] = [tap(), logged(), walkedIn(), counted()]
    const back = record('attendance/undo', { sessionId, of: { what: 'walk-in', recordId: walk.input.recordId } })
    const corrected = record('work/correct', { entryId: entry.input.recordId, rev: 1, quantity: 4, softness: 'exact', on: '2026-11-27', reason: '数错了' })
    const batch = [in1, entry, walk, room, back, corrected]
    const answers = await send(batch)
    expect(outcomes(answers)).toEqual(batch.map(() => 'counted'))
    expect(answers.map((answer) => answer.recordId)).toEqual(batch.map(({ input }) => input.recordId))
    // Of what was sent: alone a call answers with what it filled in.
    for (const one of batch) Object.assign(one.input, v.parse(queuedCalls[one.call as QueuedName].input, one.input))
    const alone = await Promise.all(batch.map(({ call, input }) => world.call('chen', queuedCalls[call as QueuedName], input as never)))
    expect(alone.map((answer) => answer.ok && (answer.value as { hash: string }).hash)).toEqual((await send(batch)).map((answer) => answer.ok && (answer.value as { hash: string }).hash))
  })

  test('from an app that does not know a field yet has the receipt of what it sent; of what the community does not know to keep there is none', async () => {
    const { dayConfirmed, ...older } = logged({ dayConfirmed: false }).input as ReturnType<typeof logged>['input'] & { dayConfirmed: boolean }
    const newer = logged({ weather: '晴' })
    const [first, second] = await send([{ call: 'work/log', input: older }, newer])
    const hash = (answer: typeof first) => answer?.ok && (answer.value as { hash: string }).hash
    expect([dayConfirmed, hash(first) === contentHash(older), hash(second) === contentHash(newer.input)]).toEqual([false, true, false])
  })

  test('again, turned round and with each record twice, changes nothing and every record gets its receipt', async () => {
    const batch = [tap(), tap(), walkedIn(), counted(), logged()]
    await send(batch)
    const before = JSON.stringify(['attendance', 'walk-ins', 'headcounts', 'work-entries'].map((name) => world.cloud.db.find(name)))
    expect(outcomes(await send([...batch, ...batch].reverse()))).toEqual(Array.from({ length: 10 }, () => 'already-there'))
    expect(JSON.stringify(['attendance', 'walk-ins', 'headcounts', 'work-entries'].map((name) => world.cloud.db.find(name)))).toBe(before)
  })

  test('a bad record, of whatever kind, never holds up the next', async () => {
    const bad: { call: string; input: unknown }[] = [
      { call: 'attendance/check-in', input: null }, { call: 'work/log', input: [] }, { call: 'work/log', input: { recordId: { $gt: '' } } }, { call: '__proto__', input: {} }, { call: 'people/erase', input: {} },
      { call: 'queue/send', input: { records: [] } }, tap({ sessionId: 'nowhere-s1' }), tap({ present: 3 }), walkedIn({ people: 0 }), logged({ on: '2026-11-28' }), logged({ quantity: 1_000_000_000 }),
    ]
    const batch = bad.flatMap((one) => [one, walkedIn()])
    const answers = await send(batch)
    expect(answers.filter((_, index) => index % 2 === 1).every((answer) => answer.ok)).toBe(true)
    expect(outcomes(answers).filter((_, index) => index % 2 === 0)).toEqual([
      'bad-input', 'bad-input', 'bad-input', 'not-allowed', 'not-allowed', 'not-allowed', 'session-not-found', 'more-than-the-party', 'bad-input', 'day-in-future', 'quantity-too-large',
    ])
    expect(count('walk-ins')).toBe(bad.length)
  })

  test('bad input is said in Chinese, and with the record\'s id where it has one', async () => {
    const [answer, nameless] = await send([walkedIn({ people: 0 }), { call: 'attendance/walk-in', input: { people: 1 } }])
    expect(answer).toMatchObject({ ok: false, failure: 'bad-input', message: '人数最少 1', recordId: expect.stringMatching(/^record-/) })
    expect(nameless).toMatchObject({ ok: false, failure: 'bad-input', recordId: null })
  })

  test('a record id that comes again with other bytes is refused, in the same batch too', async () => {
    for (const one of [tap(), walkedIn(), counted(), logged()]) {
      const changed = { personKey: { present: 1 }, people: { people: 7 }, quantity: { quantity: 7 } }
      const other = { ...one, input: { ...one.input, ...('personKey' in one.input ? changed.personKey : 'people' in one.input ? changed.people : changed.quantity) } }
      expect([one.call, outcomes(await send([one, other, one]))]).toEqual([one.call, ['counted', 'record-id-taken', 'already-there']])
      expect([one.call, outcomes(await send([other]))]).toEqual([one.call, ['record-id-taken']])
    }
  })

  test('of the longest notes, as large as a phone makes it, goes through', async () => {
    const batch = []
    for (let bytes = 0; ;) {
      const next = logged({ note: '横'.repeat(200) })
      bytes += Buffer.byteLength(JSON.stringify(next)) + 1
      if (bytes > mostBatchBytes || batch.length === 100) break
      batch.push(next)
    }
    expect(batch.length).toBeGreaterThan(80)
    expect(new Set(outcomes(await send(batch)))).toEqual(new Set(['counted']))
  })

  test('of nothing tells the time, and of more than 100 is bad input', async () => {
    expect(await send([])).toEqual([])
    expect(await world.call('chen', sendQueue, { records: Array.from({ length: 101 }, () => walkedIn()) })).toMatchObject({ ok: false, failure: 'bad-input', message: '一次最多 100 条' })
    expect(count('walk-ins')).toBe(0)
  })
})

describe('rights', () => {
  test('each record is judged by the row of its own call, for the unit that it is about', async () => {
    expect(await world.call('zhang', sendQueue, { records: [walkedIn()] })).toMatchObject({ ok: false, failure: 'not-allowed' })
    expect(outcomes(await send([tap(), walkedIn(), logged(), logged({ unitId: 'liuqiao-1' })], 'zhou'))).toEqual(['session-not-found', 'session-not-found', 'unit-not-found', 'counted'])
    expect(count('walk-ins')).toBe(0)
  })

  test('a backfill is an admin\'s here as well', async () => {
    expect(outcomes(await send([tap({ source: 'backfill' })]))).toEqual(['check-in-closed'])
    expect(outcomes(await send([tap({ source: 'backfill' })], 'lin'))).toEqual(['counted'])
  })
})

test('a batch and the calls beside it agree: of one record sent both ways at once, one counts', async () => {
  const [mark, walk] = [tap(), walkedIn()]
  const [batch, ...alone] = await Promise.all([send([mark, walk]), world.call('chen', checkIn, mark.input as never), world.call('chen', walkIn, walk.input as never)])
  for (const [index, answer] of alone.entries()) expect([outcomes(batch)[index], answer.ok && answer.value.outcome].sort()).toEqual(['already-there', 'counted'])
  expect([count('attendance'), count('walk-ins')]).toEqual([1, 1])
})
