/** 熟面孔: one person a community by the same words, whoever wrote them; neighbours register for them, and each sees only what they did. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meetFace } from '../../contract/attendance/faces'
import { getEvent } from '../../contract/events/get'
import { addFace, myFaces } from '../../contract/people/add-face'
import { card } from '../../contract/people/card'
import { chooseCommunity } from '../../contract/people/choose-community'
import { eraseMe } from '../../contract/people/erase'
import { myRegistrations } from '../../contract/registrations/mine'
import { register } from '../../contract/registrations/register'
import type { CastId } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const adds = async (who: CastId, callName: string, building?: string) => valueOf(await world.call(who, addFace, { callName, ...(building !== undefined && { building }) })).personKey
const facesOf = async (who: CastId) => valueOf(await world.call(who, myFaces, {})).faces
const wish = (eventId: string, personKey: string, more = {}) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '王奶奶', personKey, ...more })
const known = (callName: string) => [world.cloud.db.find('faces', { callName }), world.cloud.db.find('people', { callName })]

test('added by two neighbours, at once and again and again: one person, seen by each of them and by nobody else', async () => {
  const keys = await Promise.all([adds('zhang', '王奶奶', '2号楼'), adds('li', '王奶奶', '2号楼'), adds('zhang', '王奶奶', '2号楼'), adds('li', '王奶奶', '2号楼')])
  keys.push(await adds('zhang', '王奶奶', '2号楼'))
  expect(new Set(keys).size).toBe(1)
  const [personKey = ''] = keys
  expect(known('王奶奶')).toMatchObject([[{ personKey, communityId: 'yuyin', building: '2号楼', eraseOn: null }], [{ _id: personKey, vouchedBy: expect.arrayContaining(['p-zhang', 'p-li']) as unknown }]])
  for (const who of ['zhang', 'li'] as const) expect(await facesOf(who)).toEqual([{ personKey, callName: '王奶奶', building: '2号楼' }])
  expect(await facesOf('chen')).toEqual([])
})

test('other words, another building or another community: another person', async () => {
  const keys = [await adds('zhang', '赵大爷', '2号楼'), await adds('zhang', '赵大爷', '3号楼'), await adds('zhang', '赵大爷'), await adds('zhang', '赵伯')]
  valueOf(await world.callAs('openid-far', chooseCommunity, { communityId: 'liuqiao' }))
  keys.push(valueOf(await world.callAs('openid-far', addFace, { callName: '赵大爷', building: '2号楼' })).personKey)
  expect(new Set(keys).size).toBe(5)
  for (const key of keys) expect(key).toMatch(/^f[0-9a-f]{24}$/)
})

test('whoever did not add them does not register for them; who comes second is told no more than that they are coming', async () => {
  const personKey = await adds('zhang', '吴奶奶', '1号楼')
  const eventId = await world.publish({ sessions: [session(3, 5)] })
  expect(failureOf(await world.call('li', register, wish(eventId, personKey)))).toBe('person-not-found')
  expect(failureOf(await world.call('li', card, { personKey }))).toBe('person-not-found')
  expect(valueOf(await world.call('zhang', register, wish(eventId, personKey, { phone: '13912345678' }))).status).toBe('confirmed')
  await adds('li', '吴奶奶', '1号楼')
  for (const more of [{}, { partySize: 2 }, { phone: '13700001234' }]) expect(failureOf(await world.call('li', register, wish(eventId, personKey, more)))).toBe('already-registered')
  expect(world.cloud.db.count('answers', { eventId })).toBe(1)
  expect(valueOf(await world.call('li', getEvent, { eventId })).neighbours).toEqual([])
  expect(valueOf(await world.call('li', myRegistrations, {})).coming.filter(({ event }) => event.id === eventId)).toEqual([])
  expect(world.cloud.db.find('seat-books', { _id: eventId })).toMatchObject([{ left: { s1: 4 }, parties: 1 }])
})

test('registering them costs no operation more than registering oneself, and who was added before that costs one', async () => {
  const personKey = await adds('zhang', '曹奶奶', '8号楼')
  expect(world.cloud.db.find('openids', { personKey: 'p-zhang' })).toMatchObject([{ faces: expect.arrayContaining([personKey]) as unknown }])
  const questions = [{ id: 'q1', text: '午餐', kind: 'choice' as const, options: ['素食', '不限'], required: true }]
  const operations = async () => {
    const eventId = await world.publish({ sessions: [session(3, 5)], questions })
    const heard = world.cloud.faults.listen('registrations')
    valueOf(await world.call('zhang', register, wish(eventId, personKey, { answers: { q1: '素食' }, phone: '13912345678' })))
    world.cloud.faults.disarm()
    return heard.filter((action) => action.startsWith('database.')).length
  }
  // With the one that establishes who calls.
  expect(await operations()).toBe(5)
  world.cloud.db.update('openids', { personKey: 'p-zhang' }, { $unset: { faces: '' } })
  expect(await operations()).toBe(6)
})

test('of more than twenty neighbours the first make room, and register them no more', async () => {
  const personKey = await adds('zhang', '许奶奶', '8号楼')
  const eventId = await world.publish({ sessions: [session(3, 5)] })
  for (let i = 0; i < 20; i += 1) {
    valueOf(await world.callAs(`openid-near-${i}`, chooseCommunity, { communityId: 'yuyin' }))
    valueOf(await world.callAs(`openid-near-${i}`, addFace, { callName: '许奶奶', building: '8号楼' }))
  }
  expect(failureOf(await world.call('zhang', register, wish(eventId, personKey)))).toBe('person-not-found')
  expect(valueOf(await world.callAs('openid-near-0', register, wish(eventId, personKey))).status).toBe('confirmed')
})

test('wherever the call of the twenty-first breaks off, registering them is for the twenty whom the person names, and for nobody else', { timeout: 120_000 }, async () => {
  const near = (i: number) => `openid-of-twenty-${i}`
  const adds = (i: number) => world.callAs(near(i), addFace, { callName: '尤奶奶', building: '6号楼' })
  for (let i = 0; i <= 20; i += 1) {
    valueOf(await world.callAs(near(i), chooseCommunity, { communityId: 'yuyin' }))
    if (i < 20) valueOf(await adds(i))
  }
  const face = String(world.cloud.db.find('people', { callName: '尤奶奶' })[0]?._id)
  const keyOf = (i: number) => String(world.cloud.db.find('openids', { _id: near(i) })[0]?.['personKey'])
  const vouchedBy = () => (world.cloud.db.find('people', { _id: face }) as unknown as { vouchedBy: string[] }[])[0]?.vouchedBy ?? []
  const before = vouchedBy()
  expect([before.length, before[0]]).toEqual([20, keyOf(0)])
  // The last one leaves its transaction open.
  for (const [of, operation] of [['database.commitTransaction', 1], ['database.modifyDocument', 3], ['database.modifyDocument', 1]] as const) {
    const armed = world.cloud.faults.arm({ functionName: 'people', operation, of, fault: 'cut-off', moment: 'after' })
    await adds(20)
    world.cloud.faults.disarm()
    expect(armed.struck).toBe(of)
    for (const i of [0, 20]) {
      const eventId = await world.publish({ sessions: [session(3, 5)] })
      expect([of, operation, i, (await world.callAs(near(i), register, wish(eventId, face))).ok]).toEqual([of, operation, i, vouchedBy().includes(keyOf(i))])
    }
    expect(vouchedBy()).toHaveLength(20)
    // As it was before.
    world.cloud.db.update('people', { _id: face }, { $set: { vouchedBy: before } })
    world.cloud.db.update('openids', { _id: near(0) }, { $set: { faces: [face] } })
    world.cloud.db.update('openids', { _id: near(20) }, { $unset: { faces: '' } })
  }
})

test('where they wait, a second neighbour moves them nowhere', async () => {
  const personKey = await adds('zhang', '郑奶奶')
  await adds('li', '郑奶奶')
  const eventId = await world.publish({ sessions: [session(3, 1)] })
  valueOf(await world.call('lin', register, { ...wish(eventId, 'p-lin'), personKey: undefined, callName: '林主任' }))
  expect(valueOf(await world.call('zhang', register, wish(eventId, personKey))).status).toBe('waitlisted')
  expect(failureOf(await world.call('li', register, wish(eventId, personKey)))).toBe('already-registered')
  expect(world.cloud.db.find('registrations', { eventId, status: 'waitlisted' })).toMatchObject([{ by: 'p-zhang' }])
})

test('a neighbour who has herself erased leaves them to the others; without any other they are forgotten, and the same words mean somebody new', async () => {
  valueOf(await world.callAs('openid-going', chooseCommunity, { communityId: 'yuyin' }))
  const going = async (callName: string) => valueOf(await world.callAs('openid-going', addFace, { callName })).personKey
  const [shared, alone] = [await going('孙爷爷'), await going('钱爷爷')]
  expect(await adds('li', '孙爷爷')).toBe(shared)
  const eventId = await world.publish({ sessions: [session(3, 5)] })
  valueOf(await world.call('li', register, wish(eventId, shared)))
  valueOf(await world.callAs('openid-going', register, wish(eventId, alone)))
  expect(valueOf(await world.callAs('openid-going', eraseMe, { word: '删除' })).done).toBe(true)
  expect(known('孙爷爷')).toMatchObject([[{ personKey: shared }], [{ _id: shared, vouchedBy: ['p-li'] }]])
  expect(known('钱爷爷')).toEqual([[], []])
  expect(world.cloud.db.find('registrations', { eventId, status: 'confirmed' })).toMatchObject([{ personKey: shared, by: 'p-li' }])
  expect(world.cloud.db.find('seat-books', { _id: eventId })).toMatchObject([{ left: { s1: 4 } }])
  expect(await adds('li', '钱爷爷')).not.toBe(alone)
})

test('met at the door first and added by a neighbour later: the same person, kept as long as a neighbour registers for them', async () => {
  const eventId = await world.publish()
  const { personKey } = valueOf(await world.call('chen', meetFace, { recordId: newRecordId(), at: '2026-11-27T10:20:00.000Z', offsetMs: 0, sessionId: `${eventId}-s1`, callName: '冯奶奶', building: '9号楼' }))
  expect(known('冯奶奶')).toMatchObject([[{ eventId }], [{ vouchedBy: [] }]])
  expect(await adds('zhang', '冯奶奶', '9号楼')).toBe(personKey)
  expect(known('冯奶奶')).toMatchObject([[{ eraseOn: null }], [{ vouchedBy: ['p-zhang'] }]])
  valueOf(await world.call('chen', meetFace, { recordId: newRecordId(), at: '2026-11-27T10:20:00.000Z', offsetMs: 0, sessionId: `${eventId}-s1`, callName: '冯奶奶', building: '9号楼' }))
  expect(known('冯奶奶')).toMatchObject([[{ eraseOn: null }], [{ vouchedBy: ['p-zhang'] }]])
})
