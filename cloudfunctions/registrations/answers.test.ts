/** What people answer to an event's own questions is read by the staff of its host, a phone masked. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEvents } from '../../contract/events/list'
import type { Question } from '../../contract/events/questions'
import { answersToQuestions } from '../../contract/registrations/answers'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { register } from '../../contract/registrations/register'
import type { CastId } from '../../emulator/world/cast'
import type { Sent } from '../../emulator/world/call-function'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

const questions: Question[] = [
  { id: 'q1', text: '午餐', kind: 'choice', options: ['素食', '不限'], required: false },
  { id: 'q2', text: '来过几次', kind: 'number', required: false },
  { id: 'q3', text: '紧急联系电话', kind: 'phone', required: false },
  { id: 'q4', text: '想听什么', kind: 'text', required: false },
]
const number = '13912345678'
let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const publish = (capacity = 10) => world.publish({ questions, sessions: [session(0, capacity)] })
const comes = async (who: CastId, eventId: string, callName: string, more: Partial<Sent<typeof register>> = {}) => {
  world.cloud.clock.set(new Date(world.cloud.clock.now() + 1_000).toISOString())
  return valueOf(await world.call(who, register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName, ...more }))
}
const read = async (eventId: string, who: CastId = 'chen') => valueOf(await world.call(who, answersToQuestions, { eventId }))

test('by party in the order in which they came, in the order of the questions, with the phone masked, and a choice counted by party', async () => {
  const eventId = await publish()
  await comes('zhang', eventId, '张阿姨', { building: '3 号楼', partySize: 2, answers: { q4: '越剧', q3: number, q1: '素食' } })
  await comes('li', eventId, '老李', { answers: { q1: '素食', q2: 0 } })
  for (const who of ['chen', 'lin', 'he'] as const) {
    expect(await read(eventId, who)).toEqual({
      title: '邻里文艺晚会', questions,
      counts: [{ questionId: 'q1', options: [{ option: '素食', parties: 2 }, { option: '不限', parties: 0 }] }],
      rows: [
        { personKey: 'p-zhang', callName: '张阿姨', building: '3 号楼', partySize: 2, answers: [{ questionId: 'q1', value: '素食' }, { questionId: 'q3', value: '139****5678' }, { questionId: 'q4', value: '越剧' }] },
        { personKey: 'p-li', callName: '老李', building: null, partySize: 1, answers: [{ questionId: 'q1', value: '素食' }, { questionId: 'q2', value: 0 }] },
      ],
    })
  }
})

test('who gave nothing but a number to call has answered nothing', async () => {
  const eventId = await publish()
  await comes('zhang', eventId, '张阿姨', { phone: number })
  await comes('li', eventId, '老李')
  expect((await read(eventId)).rows).toEqual([])
})

test('who cancelled, also while it can be undone, and who waits are left out of the rows and of the counts', async () => {
  const eventId = await publish(1)
  await comes('zhang', eventId, '张阿姨', { answers: { q1: '不限' } })
  expect((await comes('li', eventId, '老李', { answers: { q1: '素食' } })).status).toBe('waitlisted')
  const before = await read(eventId)
  expect([before.rows.map(({ callName }) => callName), before.counts[0]?.options.map(({ parties }) => parties)]).toEqual([['张阿姨'], [0, 1]])
  const alone = await publish()
  await comes('zhang', alone, '张阿姨', { answers: { q1: '不限' } })
  valueOf(await world.call('zhang', cancelRegistration, world.shown('zhang', alone)))
  expect(world.cloud.db.count('answers', { eventId: alone })).toBe(1)
  const after = await read(alone)
  expect([after.rows, after.counts[0]?.options.map(({ parties }) => parties)]).toEqual([[], [0, 0]])
})

test('what no registration names, left by a wish that broke off, is not read', async () => {
  const eventId = await publish()
  await comes('zhang', eventId, '张阿姨', { answers: { q1: '素食' } })
  world.cloud.db.insertMany('answers', [{ ...world.cloud.db.find('answers', { eventId })[0], _id: 'wish-of-nobody-000001', answers: { q1: '不限' } }])
  expect((await read(eventId)).counts[0]?.options.map(({ parties }) => parties)).toEqual([1, 0])
})

test('a list says which events ask', async () => {
  const [asking, silent] = [await publish(), await world.publish()]
  const { events } = valueOf(await world.call('lin', listEvents, { from: '2026-11-27', to: '2026-11-27' }))
  expect([asking, silent].map((id) => events.find((event) => event.id === id)?.asks ?? false)).toEqual([true, false])
})

test('an event that asks nothing has no answers', async () => {
  expect(await read(await world.publish())).toEqual({ title: '邻里文艺晚会', questions: [], counts: [], rows: [] })
})

test('no resident reads them, not even her own, and staff of another unit do not learn that the event is there', async () => {
  const eventId = await publish()
  await comes('zhang', eventId, '张阿姨', { answers: { q1: '素食' } })
  for (const who of ['zhang', 'li'] as const) expect(failureOf(await world.call(who, answersToQuestions, { eventId }))).toBe('not-allowed')
  for (const about of [eventId, 'nowhere', await world.plan({ questions })]) expect(failureOf(await world.call('zhou', answersToQuestions, { eventId: about }))).toBe('event-not-found')
  expect(failureOf(await world.call('lin', answersToQuestions, { eventId: await world.plan({ questions }) }))).toBe('event-not-found')
})

test('what is said with a second wish is kept, and looked at, also when the first was given back in the middle of it', async () => {
  for (const [answers, outcome] of [[{ q4: '越剧' }, 'kept'], [{ q1: '都行' }, 'refused']] as const) {
    const eventId = await publish()
    await comes('zhang', eventId, '张阿姨')
    const shown = world.shown('zhang', eventId)
    let struck = false
    world.cloud.faults.latencyMs = async (action) => {
      if (struck || action !== 'database.modifyDocument') return 0
      struck = true
      valueOf(await world.call('zhang', cancelRegistration, shown))
      return 0
    }
    const recordId = newRecordId()
    const answer = await world.call('zhang', register, { recordId, eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨', answers }).finally(() => { world.cloud.faults.latencyMs = 0 })
    expect([answer.ok, struck]).toEqual([outcome === 'kept', true])
    expect(world.cloud.db.count('answers', { _id: recordId })).toBe(outcome === 'kept' ? 1 : 0)
    expect(world.cloud.db.find('seat-books', { _id: eventId })).toMatchObject([{ parties: outcome === 'kept' ? 1 : 0 }])
  }
})
