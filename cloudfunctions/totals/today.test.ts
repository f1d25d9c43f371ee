/** An admin's first page: all of it in few operations, nothing of another unit, and nobody beside another. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { changeEvent } from '../../contract/events/change'
import { cancelEvent } from '../../contract/events/cancel'
import { submitReport } from '../../contract/reports/submit'
import { approveReport } from '../../contract/reports/approve'
import { answerSuggestion } from '../../contract/suggestions/answer'
import { sendSuggestion } from '../../contract/suggestions/send'
import { adminToday } from '../../contract/totals/today'
import { timerJobs } from '../_shared/rules/matrix'
import type { CastId } from '../../emulator/world/cast'
import { registers } from '../../tests/faults/writing-call'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())
const today = async (who: CastId = 'lin', unitId = who === 'he' ? 'hewan' : 'yuyin') => valueOf(await world.call(who, adminToday, { unitId }))

test('where no job ever ran all are told of; the first that runs expects the others, so that none is told of at once', async () => {
  expect((await today()).stuck.jobs).toEqual([...timerJobs])
  await world.cloud.invoke('notices', { source: 'timer' })
  expect((await today()).stuck.jobs).toEqual([])
})

test('a quiet day says so, and asks for last month', async () => {
  expect(await today()).toMatchObject({ sessions: [], moreSessions: 0, own: { month: '2026-10', state: 'draft' }, toApprove: [], suggestions: 0, photos: 0, untold: [], stuck: { jobs: [], messages: 0, photos: 0 } })
})

test("today's sessions, with who is in of how many; not those of another unit, of another day, or a draft's", async () => {
  const eventId = await world.publish({ title: '今晚的晚会' })
  await world.publish({ title: '明天的', sessions: [session(1)] })
  await world.plan({ title: '草稿' })
  await registers(world, 'zhang', eventId, { partySize: 2 })
  valueOf(await world.call('chen', checkIn, { recordId: newRecordId(), sessionId: `${eventId}-s1`, personKey: 'p-zhang', present: 2, source: 'tap', at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }))
  expect((await today()).sessions).toMatchObject([{ title: '今晚的晚会', expected: 2, signedIn: 2, hostName: '榆荫社区' }])
  expect((await today('he')).sessions).toHaveLength(1)
  expect((await today('he', 'liuqiao')).sessions).toEqual([])
})

test('suggestions that wait, until they are answered; of this unit alone', async () => {
  const { suggestionId } = valueOf(await world.call('zhang', sendSuggestion, { recordId: newRecordId(), unitId: 'yuyin', text: '路灯不亮' }))
  expect([(await today()).suggestions, (await today('he')).suggestions]).toEqual([1, 0])
  valueOf(await world.call('lin', answerSuggestion, { recordId: newRecordId(), suggestionId, rev: 0, text: '已经报修' }))
  expect((await today()).suggestions).toBe(0)
})

test('who could not be told of a change, event by event, also of one that was called off', async () => {
  const [moved, off] = [await world.publish({ title: '搬地方的', sessions: [session(2)] }), await world.publish({ title: '取消的', sessions: [session(3)] })]
  for (const eventId of [moved, off]) await registers(world, 'zhang', eventId)
  valueOf(await world.call('lin', changeEvent, { recordId: newRecordId(), eventId: moved, seen: 0, placeName: '社区文化中心' }))
  valueOf(await world.call('lin', cancelEvent, { eventId: off, reason: '下雨' }))
  await world.cloud.invoke('notices', { source: 'timer' })
  expect((await today()).untold).toMatchObject([{ title: '搬地方的', people: 1 }, { title: '取消的', people: 1 }])
  expect((await today('he', 'liuqiao')).untold).toEqual([])
})

test("a month handed in waits for the admin above, and for the unit's own no more once it is approved", async () => {
  const { hash } = valueOf(await world.call('lin', submitReport, { recordId: newRecordId(), unitId: 'yuyin', month: '2026-10', steps: 0, missing: [] }))
  expect(await today()).toMatchObject({ own: { state: 'submitted' }, toApprove: [] })
  expect((await today('he')).toApprove).toMatchObject([{ unit: { name: '榆荫社区' }, month: '2026-10' }])
  valueOf(await world.call('he', approveReport, { recordId: newRecordId(), unitId: 'yuyin', month: '2026-10', hash }))
  expect([(await today()).own, (await today('he')).toApprove]).toEqual([null, []])
})

describe('what got stuck', () => {
  test('photos whose bytes are not in place, new ones to look at, and questions that WeChat has not answered', async () => {
    const photo = (_id: string, more: object) => ({ _id, fileId: 'f', sha256: _id, bytes: 1, width: 1, height: 1, source: 'in-app', takenAt: null, offsetMs: 0, savedAt: '2026-11-27T08:00:00.000Z', eventId: 'e', entryId: null, sessionId: null, eraseOn: null, path: ['hewan', 'yuyin'], by: 'p-chen', unsettled: false, public: null, asked: null, ...more })
    world.cloud.db.insertMany('photos', [
      photo('a', {}), photo('b', { unsettled: true }), photo('c', { public: { by: 'p-lin', at: '2026-11-27T08:00:00.000Z' } }), photo('d', { asked: { traceId: 't', by: 'p-lin', at: '2026-11-27T08:00:00.000Z', refused: false } }),
      photo('e', { savedAt: '2026-11-01T08:00:00.000Z' }), photo('f', { path: ['hewan', 'liuqiao'] }), photo('g', { unsettled: true, savedAt: '2026-11-27T10:19:00.000Z' }),
    ])
    expect(await today()).toMatchObject({ photos: 1, stuck: { photos: 2 } })
  })

  test('messages that WeChat did not carry and nobody saw, of the events of the unit', async () => {
    const eventId = await world.publish({ title: '消息没到的', sessions: [session(4)] })
    const notice = (n: number, more: object) => ({ _id: `${eventId}:p-${n}:changed:x`, eventId, to: `p-${n}`, about: `p-${n}`, kind: 'changed', at: '2026-11-27T08:00:00.000Z', sent: 'failed', seenAt: null, eraseOn: '2026-12-30', ...more })
    world.cloud.db.insertMany('notices', [notice(1, {}), notice(2, { sent: 'sending' }), notice(3, { seenAt: '2026-11-27T09:00:00.000Z' }), notice(4, { sent: 'sent' }), notice(5, { at: '2026-11-20T08:00:00.000Z' })])
    expect([(await today()).stuck.messages, (await today('he', 'liuqiao')).stuck.messages]).toEqual([2, 0])
  })

  test('a job that fails for ten minutes, or stands still, until it goes well again', async () => {
    const at = (time: string) => world.cloud.clock.set(`2026-11-27T${time}:00.000Z`)
    at('10:40')
    world.cloud.faults.arm({ functionName: 'notices', operation: 1, fault: 'too-many-requests', moment: 'before' })
    await world.cloud.invoke('notices', { source: 'timer' })
    world.cloud.faults.disarm()
    expect((await today()).stuck.jobs).toEqual([])
    at('10:51')
    expect((await today()).stuck.jobs).toEqual(['notices/tell'])
    await world.cloud.invoke('notices', { source: 'timer' })
    expect((await today()).stuck.jobs).toEqual([])
    // Two hours on it stands still, and those that it expected never began; the nightly one has its night.
    at('13:10')
    const told = timerJobs.filter((name) => name !== 'audit/verify').sort()
    expect((await today()).stuck.jobs).toEqual(told)
    await world.cloud.invoke('notices', { source: 'timer' })
    expect((await today()).stuck.jobs).toEqual(told.filter((name) => name !== 'notices/tell'))
    world.cloud.clock.set('2026-11-28T13:10:00.000Z')
    expect((await today()).stuck.jobs).toEqual([...timerJobs].sort())
    at('10:20')
  })
})

test('takes few operations, and is for admins of the unit', async () => {
  const heard = world.cloud.faults.listen('totals')
  await today()
  // One of them establishes who calls.
  expect(heard.filter((action) => action.startsWith('database.')).length - 1).toBeLessThanOrEqual(12)
  world.cloud.faults.disarm()
  expect(failureOf(await world.call('lin', adminToday, { unitId: 'liuqiao' }))).toBe('unit-not-found')
  expect(failureOf(await world.call('chen', adminToday, { unitId: 'yuyin' }))).toBe('not-allowed')
})
