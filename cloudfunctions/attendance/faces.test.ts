/** 熟面孔 at the door: known by 称呼 and building, checked in under their own key, and so one of the 人数. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { facesAtDoor, meetFace } from '../../contract/attendance/faces'
import { roster } from '../../contract/attendance/roster'
import { undo } from '../../contract/attendance/undo'
import { createEvent } from '../../contract/events/create'
import { publishEvent } from '../../contract/events/publish'
import { addFace } from '../../contract/people/add-face'
import { monthTotals } from '../../contract/totals/month'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
const now = '2026-11-27T10:58:00.000Z'
beforeAll(async () => { world = await openEvening() })
beforeEach(() => world.cloud.clock.set(now))
afterAll(() => world.stop())

const stamp = () => ({ recordId: newRecordId(), at: now, offsetMs: 0 })
const tonight = async (more = {}) => `${await world.publish(more)}-s1`
const knows = async (sessionId: string, callName: string, building?: string) => valueOf(await world.call('chen', meetFace, { ...stamp(), sessionId, callName, ...(building !== undefined && { building }) })).personKey
const tap = (sessionId: string, personKey: string, present = 1) => world.call('chen', checkIn, { recordId: newRecordId(), sessionId, personKey, present, source: 'tap', at: now, offsetMs: 0 })
/** 人数 of the month, once both sessions have begun. */
const attendees = async () => {
  world.cloud.clock.set('2026-11-27T11:30:00.000Z')
  const { parts } = valueOf(await world.call('lin', monthTotals, { unitId: 'yuyin', month: '2026-11' }))
  return parts.find(({ own }) => own)?.values['attendees']?.value
}

test('two workers who write the same words at once, and the neighbour who added her, mean one person', async () => {
  const sessionId = await tonight()
  const keys = await Promise.all([knows(sessionId, '王奶奶', '2号楼'), knows(sessionId, '王奶奶', '2号楼')])
  keys.push(valueOf(await world.call('zhang', addFace, { callName: '王奶奶', building: '2号楼' })).personKey)
  expect(new Set(keys).size).toBe(1)
})

test('everybody known there can be chosen, by pinyin; whoever is, stands in the roster by 称呼 and is a person of the month', async () => {
  const first = await tonight()
  const [zhao, bai] = [await knows(first, '赵奶奶', '1号楼'), await knows(first, '白爷爷')]
  const listed = valueOf(await world.call('chen', facesAtDoor, { sessionId: first })).faces
  expect(listed.filter(({ personKey }) => [zhao, bai].includes(personKey))).toEqual([{ personKey: bai, callName: '白爷爷', building: null }, { personKey: zhao, callName: '赵奶奶', building: '1号楼' }])

  expect(valueOf(await tap(first, zhao)).outcome).toBe('already-there')
  expect(failureOf(await tap(first, zhao, 2))).toBe('more-than-the-party')
  const second = await tonight({ sessions: [session(0, 10)] })
  valueOf(await tap(second, zhao))
  valueOf(await tap(second, bai))
  expect(valueOf(await world.call('chen', roster, { sessionId: first })).rows).toMatchObject([{ personKey: bai, partySize: 0 }, { personKey: zhao, callName: '赵奶奶', building: '1号楼', partySize: 0, present: 1 }])
  // With 王奶奶 of the evening before this one here.
  expect(await attendees()).toBe(3)
})

test('where names are not kept there are none, and a stranger to the unit sees and makes none', async () => {
  const clinic = await tonight({ kind: 'free_clinic', sessions: [session(0, null)] })
  expect(failureOf(await world.call('chen', facesAtDoor, { sessionId: clinic }))).toBe('names-not-kept')
  expect(failureOf(await world.call('chen', meetFace, { ...stamp(), sessionId: clinic, callName: '王奶奶' }))).toBe('names-not-kept')
  const sessionId = await tonight()
  expect(failureOf(await world.call('zhou', facesAtDoor, { sessionId }))).toBe('session-not-found')
  expect(failureOf(await world.call('zhou', meetFace, { ...stamp(), sessionId, callName: '王奶奶' }))).toBe('session-not-found')
  expect(failureOf(await world.call('chen', meetFace, { ...stamp(), sessionId, callName: '违规测试词' }))).toBe('words-refused')
  expect(world.cloud.db.count('faces', { callName: '违规测试词' })).toBe(0)
})

test('at an event of the street the community is the worker\'s own, or nobody knows which', async () => {
  const eventId = newRecordId()
  valueOf(await world.call('he', createEvent, { recordId: eventId, kind: 'gala', title: '街道联欢', hostUnitId: 'hewan', placeName: '广场', sessions: [session(0)] }))
  valueOf(await world.call('he', publishEvent, { eventId }))
  const input = { ...stamp(), sessionId: `${eventId}-s1`, callName: '何奶奶' }
  world.cloud.db.update('people', { _id: 'p-he' }, { $set: { communityId: null } })
  expect(failureOf(await world.call('he', meetFace, input))).toBe('community-unclear')
  world.cloud.db.update('people', { _id: 'p-he' }, { $set: { communityId: 'liuqiao' } })
  const { personKey } = valueOf(await world.call('he', meetFace, input))
  expect(world.cloud.db.find('faces', { personKey })).toMatchObject([{ communityId: 'liuqiao' }])
  expect(valueOf(await world.call('he', facesAtDoor, { sessionId: input.sessionId })).faces.map((face) => face.personKey)).toContain(personKey)
})

test('who was only met at the door is known for a year after the last time, and then by nobody; what was counted stays', async () => {
  const sessionId = await tonight()
  const [personKey, absent] = [await knows(sessionId, '卫奶奶'), await knows(sessionId, '蒋奶奶')]
  const known = (key: string) => [world.cloud.db.find('faces', { personKey: key })[0]?.['eraseOn'], world.cloud.db.find('people', { _id: key }).length]
  const forget = (at: string) => { world.cloud.clock.set(at); return world.cloud.invoke('people', { source: 'timer' }) }
  await forget('2026-11-27T11:30:00.000Z')
  expect([known(personKey), known(absent)]).toEqual([['2027-11-27', 1], ['2027-11-27', 1]])
  // She was taken for somebody else, and taken back.
  world.cloud.db.remove('attendance', { personKey: absent })
  for (const key of [personKey, absent]) world.cloud.db.update('faces', { personKey: key }, { $set: { eraseOn: '2027-11-20' } })
  const facts = world.cloud.db.find('attendance', { personKey })
  await forget('2027-11-20T18:00:00.000Z')
  expect([known(personKey), known(absent)]).toEqual([['2027-11-27', 1], [undefined, 0]])
  await forget('2027-11-27T18:00:00.000Z')
  expect(known(personKey)).toEqual([undefined, 0])
  expect(world.cloud.db.find('attendance', { personKey })).toEqual(facts)
})

test('whoever is met is in, once however often and late it comes, also where nobody is known by these words any more', async () => {
  const sessionId = await tonight()
  const input = { ...stamp(), sessionId, callName: '韩奶奶', building: '6号楼' }
  const met = () => world.call('chen', meetFace, input)
  const first = valueOf(await met())
  expect(first.outcome).toBe('counted')
  expect(valueOf(await met())).toEqual({ ...first, outcome: 'already-there' })
  world.cloud.clock.set('2026-11-29T10:58:00.000Z')
  world.cloud.db.remove('faces', { personKey: first.personKey })
  expect(valueOf(await met())).toEqual({ ...first, outcome: 'already-there' })
  expect(world.cloud.db.find('attendance', { sessionId })).toMatchObject([{ personKey: first.personKey, marks: { [input.recordId]: { present: 1, source: 'tap', by: 'p-chen' } } }])
  expect(valueOf(await world.call('chen', roster, { sessionId }))).toMatchObject({ rows: [{ callName: '韩奶奶', building: '6号楼', partySize: 0, present: 1 }], room: { signedIn: 1, attendances: 1 } })
})

test('a record that comes again is of whom it brought in, also where another neighbour is known by these words by now', async () => {
  const sessionId = await tonight()
  const input = { ...stamp(), sessionId, callName: '蒋大爷', building: '7号楼' }
  const first = valueOf(await world.call('chen', meetFace, input))
  world.cloud.db.remove('faces', { personKey: first.personKey })
  const second = await knows(sessionId, '蒋大爷', '7号楼')
  expect(second).not.toBe(first.personKey)
  expect(valueOf(await world.call('chen', meetFace, input))).toEqual({ ...first, outcome: 'already-there' })
  expect(valueOf(await world.call('chen', roster, { sessionId })).room.signedIn).toBe(2)
})

test('whose making broke off is the same person for whoever writes the words next, and has their words in the list', async () => {
  const sessionId = await tonight()
  const first = await knows(sessionId, '郑奶奶', '8号楼')
  world.cloud.db.remove('people', { _id: first })
  const next = await tonight({ sessions: [session(0, 10)] })
  expect(await knows(next, '郑奶奶', '8号楼')).toBe(first)
  expect(valueOf(await world.call('chen', roster, { sessionId: next })).rows).toMatchObject([{ personKey: first, callName: '郑奶奶', building: '8号楼', present: 1 }])
})

test('who has a WeChat of their own by now is not meant by the old words', async () => {
  const sessionId = await tonight()
  const first = await knows(sessionId, '冯奶奶', '9号楼')
  world.cloud.db.update('people', { _id: first }, { $set: { ownWechat: true } })
  const second = await knows(sessionId, '冯奶奶', '9号楼')
  expect(second).not.toBe(first)
  expect(await knows(sessionId, '冯奶奶', '9号楼')).toBe(second)
})

test('under one record id two neighbours are not met, and before or long after the door nobody is', async () => {
  const sessionId = await tonight()
  const one = stamp()
  const met = (more: object) => world.call('chen', meetFace, { ...one, sessionId, callName: '杨奶奶', ...more })
  valueOf(await met({}))
  expect(failureOf(await met({ at: '2026-11-27T10:57:00.000Z' }))).toBe('record-id-taken')
  for (const at of ['2026-11-27T08:00:00.000Z', '2026-11-28T08:00:00.000Z']) {
    world.cloud.clock.set('2026-11-28T09:00:00.000Z')
    expect(failureOf(await met({ ...stamp(), at }))).toBe('check-in-closed')
  }
  expect(valueOf(await met({})).outcome).toBe('already-there')
})

test('who was met is taken back by the record alone, once; where that never came there is nothing to take back', async () => {
  const sessionId = await tonight()
  const input = { ...stamp(), sessionId, callName: '沈奶奶' }
  valueOf(await world.call('chen', meetFace, input))
  const back = (recordId: string) => world.call('chen', undo, { ...stamp(), sessionId, of: { what: 'meet-face', recordId } })
  expect([valueOf(await back(newRecordId())).outcome, valueOf(await back(input.recordId)).outcome, valueOf(await back(input.recordId)).outcome]).toEqual(['already-there', 'counted', 'already-there'])
  expect(valueOf(await world.call('chen', meetFace, input)).outcome).toBe('already-there')
  expect(valueOf(await world.call('chen', roster, { sessionId }))).toMatchObject({ rows: [], room: { attendances: 0 } })
})
