/** 代报: staff register a neighbour without WeChat; the rules for places are those of everybody. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeEvent } from '../../contract/events/change'
import { addFace } from '../../contract/people/add-face'
import { unseenChange } from '../../contract/notices/unseen'
import { myRegistrations } from '../../contract/registrations/mine'
import { answersToQuestions } from '../../contract/registrations/answers'
import { eventNames } from '../../contract/registrations/names'
import { register } from '../../contract/registrations/register'
import { cancelFor, registerFor } from '../../contract/registrations/register-for'
import type { Sent } from '../../emulator/world/call-function'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())
beforeEach(() => world.cloud.clock.set('2026-11-27T10:20:00.000Z'))

const line = (eventId: string, more: Partial<Sent<typeof registerFor>> = {}) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '王奶奶', building: '2号楼', ...more })
const bookOf = (eventId: string) => world.cloud.db.find('seat-books', { _id: eventId })[0]
const names = async (eventId: string) => valueOf(await world.call('lin', eventNames, { eventId })).rows
const later = (places: number) => ({ sessions: [session(3, places)] })

test('a line of a 接龙 is a registration of a 熟面孔, by the seat book, and not one of the admin\'s own', async () => {
  const eventId = await world.publish(later(5))
  const answer = valueOf(await world.call('lin', registerFor, line(eventId, { partySize: 3, children: 1 })))
  expect(answer).toMatchObject({ status: 'confirmed', partySize: 3, children: 1, callName: '王奶奶', sessionIds: [`${eventId}-s1`] })
  expect(bookOf(eventId)).toMatchObject({ left: { s1: 2 }, taken: { [answer.personKey]: { n: 3, by: answer.personKey, callName: '王奶奶', building: '2号楼' } } })
  expect(world.cloud.db.find('faces', { personKey: answer.personKey })).toMatchObject([{ communityId: 'yuyin', callName: '王奶奶', building: '2号楼' }])
  expect(JSON.stringify(valueOf(await world.call('lin', myRegistrations, {})))).not.toContain(eventId)
  expect(await names(eventId)).toMatchObject([{ personKey: answer.personKey, callName: '王奶奶', partySize: 3, onBehalf: true, status: 'confirmed', phone: null }])
})

test('whom a line made known is known to nobody a minute later where nothing came of it; a place in the book, and nowhere else yet, keeps them', async () => {
  const eventId = await world.publish(later(5))
  const keys: string[] = []
  for (const callName of ['褚奶奶', '沈大爷']) keys.push(valueOf(await world.call('lin', registerFor, line(eventId, { callName }))).personKey)
  // Two calls that broke off: before the place, and before its document.
  world.cloud.db.remove('registrations', { eventId })
  world.cloud.db.update('seat-books', { _id: eventId }, { $unset: { [`taken.${keys[0]}`]: '' } })
  const known = async (at: string) => {
    world.cloud.clock.set(at)
    await world.cloud.invoke('people', { source: 'timer' })
    return keys.map((personKey) => [world.cloud.db.count('faces', { personKey }), world.cloud.db.count('people', { _id: personKey })])
  }
  expect(await known('2026-11-27T10:20:30.000Z')).toEqual([[1, 1], [1, 1]])
  expect(await known('2026-11-27T10:24:00.000Z')).toEqual([[0, 0], [1, 1]])
})

test('what the event asks, staff answer as they were told; without an answer, with a wrong one or in bad words nobody is made known', async () => {
  const questions = [{ id: 'q1', text: '午餐', kind: 'choice' as const, options: ['素食', '不限'], required: true }, { id: 'q2', text: '有什么忌口', kind: 'text' as const, required: false }]
  const eventId = await world.publish({ ...later(5), questions })
  const before = world.cloud.db.count('faces')
  const refused = async (answers?: Sent<typeof registerFor>['answers']) => failureOf(await world.call('lin', registerFor, line(eventId, { callName: '秦奶奶', ...(answers && { answers }) })))
  expect([await refused(), await refused({ q1: '海鲜' }), await refused({ q2: '花生' }), await refused({ q1: '素食', q2: '违规测试词' })]).toEqual(['answer-missing', 'answer-wrong', 'answer-missing', 'words-refused'])
  expect([world.cloud.db.count('faces'), world.cloud.db.count('answers', { eventId })]).toEqual([before, 0])
  const input = line(eventId, { callName: '秦奶奶', answers: { q1: '素食', q2: '花生' } })
  for (let i = 0; i < 2; i += 1) expect(valueOf(await world.call('lin', registerFor, input)).status).toBe('confirmed')
  expect(valueOf(await world.call('lin', answersToQuestions, { eventId })).rows).toMatchObject([{ callName: '秦奶奶', answers: [{ questionId: 'q1', value: '素食' }, { questionId: 'q2', value: '花生' }] }])
})

test('the same words at another time, and the same line sent again, are the same person and count once', async () => {
  const eventId = await world.publish(later(5))
  const input = line(eventId)
  const answers = [await world.call('lin', registerFor, input), await world.call('lin', registerFor, input), await world.call('chen', registerFor, line(eventId))]
  expect(new Set(answers.map((one) => valueOf(one).personKey)).size).toBe(1)
  expect(bookOf(eventId)).toMatchObject({ left: { s1: 4 }, parties: 1 })
  // Others of theirs by now: the first stands, and it is said.
  expect(failureOf(await world.call('lin', registerFor, line(eventId, { partySize: 2 })))).toBe('already-registered')
})

test('beyond the places they wait in their order, and nobody gets past them', async () => {
  const eventId = await world.publish(later(2))
  const statuses = []
  for (const callName of ['甲大爷', '乙大爷', '丙大爷']) statuses.push(valueOf(await world.call('lin', registerFor, line(eventId, { callName }))).status)
  expect(statuses).toEqual(['confirmed', 'confirmed', 'waitlisted'])
  expect(valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨' })).status).toBe('waitlisted')
  expect((await names(eventId)).map(({ callName, status }) => [callName, status])).toEqual([['甲大爷', 'confirmed'], ['乙大爷', 'confirmed'], ['丙大爷', 'waitlisted'], ['张阿姨', 'waitlisted']])
  const [first] = await names(eventId)
  if (!first) throw new Error('nobody')
  expect(valueOf(await world.call('chen', cancelFor, { eventId, personKey: first.personKey, was: first.wish, sessionIds: first.sessionIds, partySize: 1 }))).toEqual({ standing: null })
  expect((await names(eventId)).map(({ callName, status }) => [callName, status])).toEqual([['乙大爷', 'confirmed'], ['丙大爷', 'confirmed'], ['张阿姨', 'waitlisted']])
})

test('who of the staff took a place back is told to the audit, once, in the middle of a rush in which nothing oversells', async () => {
  const eventId = await world.publish(later(6))
  const { personKey, wish: was, sessionIds, partySize } = valueOf(await world.call('chen', registerFor, line(eventId, { callName: '汪奶奶', partySize: 2 })))
  const rush = Array.from({ length: 10 }, (_, n) => world.callAs(`openid-rush-${n}`, register, { recordId: newRecordId(), eventId, sessionIds, partySize: 1, callName: `居民${n}` }))
  const back = { eventId, personKey, was, sessionIds, partySize }
  const [answers, ...backs] = await Promise.all([Promise.all(rush), world.call('lin', cancelFor, back), world.call('chen', cancelFor, back)])
  expect(backs.map(valueOf)).toEqual([{ standing: null }, { standing: null }])
  expect(world.cloud.db.find('audit', { about: `${eventId}:${personKey}` })).toMatchObject([{ action: 'registrations/cancel-for', by: expect.stringMatching(/^p-(lin|chen)$/) as unknown, unitId: 'yuyin', facts: { people: 2 } }])
  await world.cloud.invoke('registrations', { source: 'timer' })
  expect(answers.every((answer) => answer.ok)).toBe(true)
  expect(bookOf(eventId)).toMatchObject({ left: { s1: 0 }, parties: 6 })
  expect(world.cloud.db.find('registrations', { eventId, status: 'confirmed' })).toHaveLength(6)
}, 30_000)

test('a neighbour who registers them afterwards is the same person: they are told that it is done', async () => {
  const eventId = await world.publish(later(5))
  const { personKey } = valueOf(await world.call('lin', registerFor, line(eventId)))
  expect(valueOf(await world.call('zhang', addFace, { callName: '王奶奶', building: '2号楼' })).personKey).toBe(personKey)
  // 张阿姨 belongs to no community yet in this world, or to this one: either way nobody takes two places.
  expect(failureOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '王奶奶', personKey }))).toBe('already-registered')
  expect(bookOf(eventId)).toMatchObject({ parties: 1 })
})

test('nobody can tell them of a change in the app, so they stand among those who are rung up', async () => {
  const eventId = await world.publish(later(5))
  const { personKey } = valueOf(await world.call('lin', registerFor, line(eventId)))
  valueOf(await world.call('lin', changeEvent, { recordId: newRecordId(), eventId, seen: 0, placeName: '二楼' }))
  await world.cloud.invoke('notices', { source: 'timer' })
  expect(valueOf(await world.call('lin', unseenChange, { eventId })).people).toMatchObject([{ personKey, callName: '王奶奶', carried: false }])
})

describe('what is refused', () => {
  test('leaves no name behind, and who was registered before is told so all the same', async () => {
    const known = () => [world.cloud.db.count('faces'), world.cloud.db.count('people')]
    const eventId = await world.publish({ ...later(30), partyLimit: 3 })
    const input = line(eventId, { callName: '仇奶奶' })
    const { personKey } = valueOf(await world.call('lin', registerFor, input))
    const before = known()
    const shut = await world.publish({ ...later(30), closesAt: '2026-11-27T10:19:00.000Z' })
    const wishes: [string, Partial<Sent<typeof registerFor>>][] = [[shut, {}], [eventId, { partySize: 4 }], [eventId, { sessionIds: [`${shut}-s1`] }]]
    for (const [at, more] of wishes) {
      expect(['registration-closed', 'party-too-large', 'session-not-found']).toContain(failureOf(await world.call('lin', registerFor, line(at, { callName: '没人爷爷', ...more }))))
    }
    expect(known()).toEqual(before)
    world.cloud.clock.set('2026-12-20T10:20:00.000Z') // long over, and the same line comes again
    expect(valueOf(await world.call('lin', registerFor, input))).toMatchObject({ personKey, status: 'confirmed' })
  })

  test('where nobody is named, where it is off, past the limit, outside the window, in bad words', async () => {
    const refused = async (eventId: string, more: Partial<Sent<typeof registerFor>> = {}) => failureOf(await world.call('lin', registerFor, line(eventId, more)))
    expect(await refused(await world.publish({ countOnly: true, sessions: [session(3, null)] }))).toBe('no-registration-needed')
    expect(await refused(await world.plan(later(5)))).toBe('event-not-found')
    expect(await refused(await world.publish({ ...later(30), partyLimit: 2 }), { partySize: 3 })).toBe('party-too-large')
    expect(await refused(await world.publish({ ...later(5), opensAt: '2026-11-28T10:00:00.000Z' }))).toBe('registration-not-open')
    expect(await refused(await world.publish(later(5)), { callName: '违规测试词' })).toBe('words-refused')
    expect(failureOf(await world.call('zhang', registerFor, line(await world.publish(later(5)))))).toBe('not-allowed')
    expect(await world.call('lin', registerFor, line('any', { callName: '王奶奶 11010519491231002X' }))).toMatchObject({ failure: 'bad-input' })
  })
  test('what somebody registered by themselves no staff gives back', async () => {
    const eventId = await world.publish(later(5))
    const { personKey, wish, sessionIds } = valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨' }))
    expect(failureOf(await world.call('lin', cancelFor, { eventId, personKey, was: wish, sessionIds, partySize: 1 }))).toBe('not-registered')
    expect(bookOf(eventId)).toMatchObject({ parties: 1 })
    expect(await names(eventId)).toMatchObject([{ onBehalf: false }])
  })
})

test('a year after they were last met they are forgotten, with the words of what was registered for them; places and counts stay', async () => {
  const eventId = await world.publish(later(5))
  const { personKey } = valueOf(await world.call('lin', registerFor, line(eventId, { callName: '葛大爷', building: '9号楼' })))
  const forget = async (at: string) => { world.cloud.clock.set(at); await world.cloud.invoke('people', { source: 'timer' }) }
  await forget('2027-11-26T02:00:00.000Z')
  expect(world.cloud.db.count('faces', { personKey })).toBe(1)
  await forget('2027-11-28T02:00:00.000Z')
  expect([world.cloud.db.count('faces', { personKey }), world.cloud.db.count('people', { _id: personKey })]).toEqual([0, 0])
  expect(world.cloud.db.find('registrations', { eventId })).toMatchObject([{ callName: '居民', building: null, status: 'confirmed' }])
  expect(bookOf(eventId)).toMatchObject({ left: { s1: 4 }, taken: { [personKey]: { callName: '居民', building: null } } })
  expect(JSON.stringify(world.cloud.db.find('registrations', { eventId })) + JSON.stringify(bookOf(eventId))).not.toMatch(/葛大爷|9号楼/)
})

test('whoever gets no place is not made known either', async () => {
  const eventId = await world.publish({ ...later(30), partyLimit: 2 })
  const before = world.cloud.db.count('faces')
  expect(failureOf(await world.call('lin', registerFor, line(eventId, { callName: '沈伯', partySize: 3 })))).toBe('party-too-large')
  expect(failureOf(await world.call('lin', registerFor, line(eventId, { callName: '沈伯', sessionIds: [`${eventId}-s9`] })))).toBe('session-not-found')
  expect(failureOf(await world.call('lin', registerFor, line(eventId, { callName: '沈伯', sessionIds: ['nowhere-s1'] })))).toBe('session-not-found')
  expect(world.cloud.db.count('faces')).toBe(before)
})
