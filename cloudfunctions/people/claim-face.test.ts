/** A 熟面孔 with a WeChat of their own: the same person as before, who registers for herself from now on; once, and only for who has done nothing yet. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { checkInSelf } from '../../contract/attendance/check-in-self'
import { roster } from '../../contract/attendance/roster'
import { venueCode } from '../../contract/attendance/venue-code'
import { walkIn } from '../../contract/attendance/walk-in'
import { changeEvent } from '../../contract/events/change'
import { myNotices } from '../../contract/notices/mine'
import { seenNotices } from '../../contract/notices/seen'
import { addFace, myFaces } from '../../contract/people/add-face'
import { faceCode, faceCodeLasts } from '../../contract/attendance/face-code'
import { callMe } from '../../contract/people/call-me'
import { chooseCommunity } from '../../contract/people/choose-community'
import { claimFace } from '../../contract/people/claim-face'
import { eraseMe } from '../../contract/people/erase'
import { myData } from '../../contract/people/my-data'
import { whoAmI } from '../../contract/people/who-am-i'
import { cancelRegistration } from '../../contract/registrations/cancel'
import { myRegistrations } from '../../contract/registrations/mine'
import { myPositions } from '../../contract/registrations/positions'
import { register } from '../../contract/registrations/register'
import { monthTotals } from '../../contract/totals/month'
import { codeShown } from '../../src/stores/code-text'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
const now = '2026-11-27T10:58:00.000Z'
beforeAll(async () => { world = await openEvening() })
beforeEach(() => world.cloud.clock.set(now))
afterAll(() => world.stop())

let made = 0
const newcomer = async () => {
  const openid = `openid-granny-${(made += 1)}`
  valueOf(await world.callAs(openid, whoAmI, {}))
  return openid
}
const keyOf = (openid: string) => String(world.cloud.db.find('openids', { _id: openid })[0]?.['personKey'])
const codeFor = async (sessionId: string, personKey: string) => valueOf(await world.call('chen', faceCode, { sessionId, personKey })).text
const wish = (eventId: string, more = {}) => ({ recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '王奶奶', ...more })
const attendees = async () => valueOf(await world.call('lin', monthTotals, { unitId: 'yuyin', month: '2026-11' })).parts.find(({ own }) => own)?.values['attendees']?.value

/** Zhang registered her for an event to come, and 小陈 checked her in tonight. */
async function known(callName: string) {
  const tonight = `${await world.publish()}-s1`
  const face = valueOf(await world.call('zhang', addFace, { callName, building: '2号楼' })).personKey
  const eventId = await world.publish({ sessions: [session(3, 2)] })
  valueOf(await world.call('zhang', register, wish(eventId, { personKey: face, callName })))
  valueOf(await world.call('chen', checkIn, { recordId: newRecordId(), sessionId: tonight, personKey: face, present: 1, source: 'tap', at: now, offsetMs: 0 }))
  return { face, tonight, eventId }
}

test('she is who she was: what was counted stays, what the neighbour registered is hers, and 人数 does not move', async () => {
  const { face, tonight, eventId } = await known('王奶奶')
  world.cloud.clock.set('2026-11-27T11:30:00.000Z')
  const before = await attendees()
  const granny = await newcomer()
  const old = keyOf(granny)
  expect(valueOf(await world.callAs(granny, claimFace, { code: await codeFor(tonight, face) }))).toEqual({ callName: '王奶奶' })
  expect(keyOf(granny)).toBe(face)
  expect(valueOf(await world.callAs(granny, myRegistrations, {})).coming).toMatchObject([{ registration: { personKey: face, status: 'confirmed' } }])
  expect(valueOf(await world.callAs(granny, myData, {})).checkIns).toHaveLength(1)
  expect(valueOf(await world.call('zhang', myFaces, {})).faces.map(({ personKey }) => personKey)).not.toContain(face)
  const [{ recordId } = { recordId: '' }] = world.cloud.db.find('registrations', { eventId }) as { recordId?: string }[]
  const shown = { eventId, was: String(recordId), sessionIds: [`${eventId}-s1`], partySize: 1 }
  expect(failureOf(await world.call('zhang', cancelRegistration, { ...shown, personKey: face }))).toBe('not-registered')
  expect(JSON.stringify(world.cloud.db.find('openids', { personKey: 'p-zhang' }))).not.toContain(face)
  expect(failureOf(await world.call('zhang', register, wish(await world.publish({ sessions: [session(3, 2)] }), { personKey: face })))).toBe('person-not-found')
  expect(valueOf(await world.callAs(granny, cancelRegistration, shown))).toEqual({ standing: null })
  expect((await world.callAs(granny, register, wish(eventId))).ok).toBe(true)
  expect(await attendees()).toBe(before)
  // What stood under the key that her WeChat had goes like everything of somebody who leaves.
  await world.cloud.invoke('people', { source: 'timer' })
  world.cloud.clock.set('2026-11-27T11:45:00.000Z')
  await world.cloud.invoke('people', { source: 'timer' })
  expect(world.cloud.db.find('erasures', {})).toEqual([])
  expect([world.cloud.db.count('people', { _id: old }), keyOf(granny)]).toEqual([0, face])
  // The words mean somebody new.
  expect(valueOf(await world.call('li', addFace, { callName: '王奶奶', building: '2号楼' })).personKey).not.toBe(face)
})

test('what was told of her before is told to her, and stands at the top for her also where the neighbour has seen it', async () => {
  const { face, tonight, eventId } = await known('曹奶奶')
  const told = async (who: 'zhang' | 'granny') => valueOf(await (who === 'zhang' ? world.call('zhang', myNotices, {}) : world.callAs(granny, myNotices, {}))).notices.filter((one) => one.eventId === eventId)
  const granny = await newcomer()
  valueOf(await world.call('lin', changeEvent, { recordId: newRecordId(), eventId, seen: 0, placeName: '二楼大厅' }))
  await world.cloud.invoke('notices', { source: 'timer' })
  const before = await told('zhang')
  expect(before).toMatchObject([{ kind: 'changed', neighbour: '曹奶奶', seen: false }])
  valueOf(await world.call('zhang', seenNotices, { ids: before.map(({ id }) => id) }))
  valueOf(await world.callAs(granny, claimFace, { code: await codeFor(tonight, face) }))
  expect([await told('zhang'), await told('granny')]).toMatchObject([[], [{ kind: 'changed', neighbour: null, seen: false }]])
  const [{ id } = { id: '' }] = await told('granny')
  valueOf(await world.callAs(granny, seenNotices, { ids: [id] }))
  await timersOver()
  expect(await told('granny')).toMatchObject([{ seen: true }])
})

test('once: a repeat is the same, nobody else gets her by the code, and none is good for longer than ten minutes', async () => {
  const { face, tonight } = await known('李奶奶')
  const [granny, other] = [await newcomer(), await newcomer()]
  const code = await codeFor(tonight, face)
  const both = await Promise.all([world.callAs(granny, claimFace, { code }), world.callAs(other, claimFace, { code })])
  expect(both.map((answer) => (answer.ok ? 'hers' : answer.failure)).sort()).toEqual(['code-not-valid', 'hers'])
  const [winner, loser] = both[0].ok ? [granny, other] : [other, granny]
  expect(valueOf(await world.callAs(winner, claimFace, { code }))).toEqual({ callName: '李奶奶' })
  expect(failureOf(await world.callAs(loser, claimFace, { code }))).toBe('code-not-valid')
  const { face: late, tonight: there } = await known('孙奶奶')
  const old = await codeFor(there, late)
  world.cloud.clock.set(new Date(Date.parse(now) + faceCodeLasts + 60_001).toISOString())
  for (const bad of [old, `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`, 'L5.x.y.z', '王奶奶']) expect(failureOf(await world.callAs(loser, claimFace, { code: bad })), bad).toBe('code-not-valid')
})

test('who has done something already, or works here, stays who they are', async () => {
  const { face, tonight, eventId } = await known('周奶奶')
  const code = await codeFor(tonight, face)
  const busy = await newcomer()
  valueOf(await world.callAs(busy, register, wish(eventId, { callName: '小周' })))
  const before = world.cloud.db.find('openids', {})
  expect(failureOf(await world.callAs(busy, claimFace, { code }))).toBe('has-own-records')
  for (const who of ['zhang', 'chen'] as const) expect(failureOf(await world.call(who, claimFace, { code }))).toBe('has-own-records')
  expect(world.cloud.db.find('openids', {})).toEqual(before)
  expect(world.cloud.db.find('people', { _id: face })).toMatchObject([{ vouchedBy: ['p-zhang'] }])
})

/** While the claim has looked and not committed yet, something else happens; returns what the claim was answered. */
async function claimWhile(granny: string, code: string, meanwhile: () => Promise<unknown> | unknown) {
  world.cloud.faults.latencyMs = async (action) => {
    if (action !== 'database.commitTransaction') return 0
    world.cloud.faults.latencyMs = 0
    await meanwhile()
    return 0
  }
  return world.callAs(granny, claimFace, { code })
}
const timersOver = async () => {
  for (const at of ['2026-11-27T11:00:00.000Z', '2026-11-27T11:15:00.000Z']) {
    world.cloud.clock.set(at)
    await world.cloud.invoke('people', { source: 'timer' })
    await world.cloud.invoke('registrations', { source: 'timer' })
  }
}

test('who signs up in the moment of the claim keeps her place, under the key that she goes on with; without that moment there is nothing to pass on', async () => {
  for (const [name, isStaged] of [['沈奶奶', true], ['韩奶奶', false]] as const) {
    world.cloud.clock.set(now)
    const { face, tonight } = await known(name)
    const eventId = await world.publish({ sessions: [session(4, 2)] })
    const granny = await newcomer()
    const old = keyOf(granny)
    const code = await codeFor(tonight, face)
    const answer = await claimWhile(granny, code, async () => {
      if (isStaged) valueOf(await world.callAs(granny, register, wish(eventId, { callName: name, partySize: 2 })))
    })
    expect(valueOf(answer)).toEqual({ callName: name })
    await timersOver()
    const [book] = world.cloud.db.find('seat-books', { _id: eventId }) as unknown as { taken: Record<string, unknown>; left: Record<string, number>; parties: number }[]
    expect([Object.keys(book!.taken), book!.left, book!.parties]).toEqual(isStaged ? [[face], { s1: 0 }, 1] : [[], { s1: 2 }, 0])
    const mine = valueOf(await world.callAs(granny, myRegistrations, {})).coming.filter(({ registration }) => registration.sessionIds[0] === `${eventId}-s1`)
    expect(mine).toMatchObject(isStaged ? [{ registration: { personKey: face, status: 'confirmed', partySize: 2, callName: name } }] : [])
    expect(world.cloud.db.find('registrations', { personKey: old, status: 'confirmed' })).toEqual([])
    expect(world.cloud.db.find('erasures', {})).toEqual([])
    if (isStaged) expect(valueOf(await world.callAs(granny, cancelRegistration, { eventId, was: mine[0]!.registration.wish, sessionIds: [`${eventId}-s1`], partySize: 2 }))).toEqual({ standing: null })
  }
})

test('who waits in the moment of the claim goes on waiting where she stood, and is the next to get a place', async () => {
  for (const [name, hadJoined] of [['何奶奶', false], ['吕奶奶', true]] as const) {
    world.cloud.clock.set(now)
    const { face, tonight } = await known(name)
    const eventId = await world.publish({ sessions: [session(4, 1)] })
    valueOf(await world.call('lin', register, wish(eventId, { callName: '林主任' })))
    // A neighbour put her on the list before: that position stands, and the new one goes.
    if (hadJoined) valueOf(await world.call('zhang', register, wish(eventId, { personKey: face, callName: name })))
    const granny = await newcomer()
    const old = keyOf(granny)
    const own = wish(eventId, { callName: name })
    const answer = await claimWhile(granny, await codeFor(tonight, face), async () => {
      expect(valueOf(await world.callAs(granny, register, own)).status).toBe('waitlisted')
    })
    expect(valueOf(answer)).toEqual({ callName: name })
    expect(valueOf(await world.call('li', register, wish(eventId, { callName: '老李' }))).status).toBe('waitlisted')
    await timersOver()
    const here = { eventIds: [eventId] }
    expect(valueOf(await world.callAs(granny, myPositions, here)).positions).toMatchObject([{ personKey: face, position: 1 }])
    expect(valueOf(await world.call('li', myPositions, here)).positions).toMatchObject([{ position: 2 }])
    expect(world.cloud.db.find('registrations', { personKey: old, status: { $ne: 'cancelled' } })).toEqual([])
    expect(world.cloud.db.find('seat-books', { _id: eventId })).toMatchObject([{ queue: { 's1-1': 2 }, waiting: true }])
    // Her phone did not hear the answer, and asks again.
    if (!hadJoined) expect(valueOf(await world.callAs(granny, register, own)).status).toBe('waitlisted')
    valueOf(await world.call('lin', cancelRegistration, world.shown('lin', eventId)))
    expect(valueOf(await world.callAs(granny, myPositions, here)).positions).toEqual([])
    expect(world.cloud.db.find('seat-books', { _id: eventId })).toMatchObject([{ taken: { [face]: { by: face } }, left: { s1: 0 }, queue: { 's1-1': 1 } }])
    expect(world.cloud.db.find('erasures', {})).toEqual([])
  }
})

test('where a place comes free for her in the moment of the claim it is hers to give back, not the neighbour\'s', async () => {
  const { face, tonight } = await known('施奶奶')
  const eventId = await world.publish({ sessions: [session(4, 1)] })
  valueOf(await world.call('lin', register, wish(eventId, { callName: '林主任' })))
  valueOf(await world.call('zhang', register, wish(eventId, { personKey: face, callName: '施奶奶' })))
  const granny = await newcomer()
  const code = await codeFor(tonight, face)
  // Gives back, says so in the document, and then gives the place to who was read as waiting: before that write the claim comes.
  let writes = 0
  world.cloud.faults.latencyMs = async (action) => {
    if (action !== 'database.modifyDocument' || (writes += 1) < 3) return 0
    world.cloud.faults.latencyMs = 0
    valueOf(await world.callAs(granny, claimFace, { code }))
    return 0
  }
  valueOf(await world.call('lin', cancelRegistration, world.shown('lin', eventId)))
  expect([keyOf(granny), world.cloud.db.find('seat-books', { _id: eventId })]).toMatchObject([face, [{ taken: { [face]: { by: 'p-zhang' } } }]])
  await timersOver()
  const [{ recordId = '' } = {}] = world.cloud.db.find('registrations', { eventId, personKey: face }) as { recordId?: string }[]
  const shown = { eventId, was: recordId, sessionIds: [`${eventId}-s1`], partySize: 1 }
  expect(failureOf(await world.call('zhang', cancelRegistration, { ...shown, personKey: face }))).toBe('not-registered')
  expect(world.cloud.db.find('seat-books', { _id: eventId })).toMatchObject([{ taken: { [face]: { by: face } } }])
  expect(valueOf(await world.callAs(granny, cancelRegistration, shown))).toEqual({ standing: null })
})

test('who scans the door\'s code in the moment of the claim came once, as who she goes on as', async () => {
  for (const [name, isIn] of [['孔奶奶', true], ['严奶奶', false]] as const) {
    world.cloud.clock.set(now)
    const tonight = `${await world.publish()}-s1`
    const face = valueOf(await world.call('zhang', addFace, { callName: name, building: '2号楼' })).personKey
    const atDoor = (recordId: string) => world.call('chen', checkIn, { recordId, sessionId: tonight, personKey: face, present: 1, source: 'tap', at: now, offsetMs: 0 })
    if (isIn) valueOf(await atDoor(newRecordId()))
    const granny = await newcomer()
    const old = keyOf(granny)
    const scanned = { recordId: newRecordId(), code: codeShown(valueOf(await world.call('chen', venueCode, { sessionId: tonight })).code, Date.parse(now)).text, at: now, offsetMs: 0 }
    valueOf(await claimWhile(granny, await codeFor(tonight, face), async () => {
      expect(valueOf(await world.callAs(granny, checkInSelf, scanned)).outcome).toBe('counted')
    }))
    await timersOver()
    const live = (world.cloud.db.find('attendance', { sessionId: tonight }) as unknown as { personKey: string; marks: object; undone: object }[]).filter(({ marks, undone }) => Object.keys(marks).some((id) => !Object.hasOwn(undone, id)))
    expect(live.map(({ personKey }) => personKey)).toEqual([face])
    expect(world.cloud.db.count('attendance', { personKey: old })).toBe(1)
    expect(valueOf(await world.call('chen', roster, { sessionId: tonight })).room.signedIn).toBe(1)
    expect(valueOf(await world.callAs(granny, checkInSelf, scanned)).outcome).toBe('already-there')
    expect(valueOf(await world.callAs(granny, myData, {})).checkIns).toHaveLength(1)
  }
})

test('a place or a role that comes after the look of serve and before the claim writes is seen', async () => {
  const { face, tonight } = await known('杨奶奶')
  const [granny, code] = [await newcomer(), await codeFor(tonight, face)]
  const eventId = await world.publish({ sessions: [session(4, 2)] })
  const between = (what: () => unknown) => {
    world.cloud.faults.latencyMs = async (action) => {
      if (action !== 'database.startTransaction') return 0
      world.cloud.faults.latencyMs = 0
      await what()
      return 0
    }
    return world.callAs(granny, claimFace, { code })
  }
  const roles = (held: object[]) => world.cloud.db.update('openids', { _id: granny }, { $set: { roles: held } })
  expect(failureOf(await between(() => roles([{ role: 'gridWorker', unitId: 'yuyin', number: 9 }])))).toBe('has-own-records')
  roles([])
  expect(failureOf(await between(async () => valueOf(await world.callAs(granny, register, wish(eventId, { callName: '小杨' })))))).toBe('has-own-records')
  expect(keyOf(granny)).not.toBe(face)
  expect(world.cloud.db.find('people', { _id: face })).toMatchObject([{ vouchedBy: ['p-zhang'] }])
})

test('only who works at that door shows the code, and only of who is known there', async () => {
  const { face, tonight } = await known('吴奶奶')
  expect(failureOf(await world.call('zhang', faceCode, { sessionId: tonight, personKey: face }))).toBe('not-allowed')
  expect(failureOf(await world.call('zhou', faceCode, { sessionId: tonight, personKey: face }))).toBe('session-not-found')
  for (const nobody of ['f-nobody', 'p-li']) expect(failureOf(await world.call('chen', faceCode, { sessionId: tonight, personKey: nobody }))).toBe('person-not-found')
  const clinic = `${await world.publish({ kind: 'free_clinic', sessions: [session(0, null)] })}-s1`
  expect(failureOf(await world.call('chen', faceCode, { sessionId: clinic, personKey: face }))).toBe('names-not-kept')
})

test('between the taking over and the going of the words nobody becomes her neighbour again by writing them', async () => {
  const { face, tonight, eventId } = await known('冯奶奶')
  const words = world.cloud.db.find('faces', { personKey: face })
  const granny = await newcomer()
  valueOf(await world.callAs(granny, claimFace, { code: await codeFor(tonight, face) }))
  world.cloud.db.insertMany('faces', words as { _id: string }[]) // as a crash leaves it
  const anew = valueOf(await world.call('zhang', addFace, { callName: '冯奶奶', building: '2号楼' })).personKey
  expect(anew).not.toBe(face)
  expect(world.cloud.db.find('people', { _id: face })).toMatchObject([{ vouchedBy: [], ownWechat: true }])
  expect(world.cloud.db.find('faces', { _id: words[0]?._id })).toMatchObject([{ personKey: anew }])
  expect(failureOf(await world.call('zhang', register, wish(eventId, { personKey: face })))).toBe('person-not-found')
  expect((await world.call('zhang', register, wish(eventId, { personKey: anew }))).ok).toBe(true)
  await world.cloud.invoke('people', { source: 'timer' })
  expect(world.cloud.db.find('faces', { personKey: anew })).toHaveLength(1)
})

test('she does not leave, so what a worker wrote at the door under her name stands', async () => {
  const { face, tonight } = await known('钱奶奶')
  const walked = newRecordId()
  valueOf(await world.call('chen', walkIn, { recordId: walked, sessionId: tonight, people: 1, callName: '钱奶奶', source: 'tap', at: now, offsetMs: 0 }))
  const granny = await newcomer()
  valueOf(await world.callAs(granny, chooseCommunity, { communityId: 'yuyin' }))
  valueOf(await world.callAs(granny, callMe, { callName: '钱奶奶' }))
  valueOf(await world.callAs(granny, claimFace, { code: await codeFor(tonight, face) }))
  await world.cloud.invoke('people', { source: 'timer' })
  expect(world.cloud.db.find('erasures', { into: face })).toMatchObject([{ goneAt: expect.any(String) }])
  expect(world.cloud.db.find('walk-ins', { recordId: walked })).toMatchObject([{ callName: '钱奶奶' }])
})

test('she has herself erased: her words go with her', async () => {
  const { face, tonight } = await known('郑奶奶')
  const granny = await newcomer()
  valueOf(await world.callAs(granny, claimFace, { code: await codeFor(tonight, face) }))
  expect(valueOf(await world.callAs(granny, eraseMe, { word: '删除' }))).toEqual({ done: true })
  expect(JSON.stringify(world.cloud.db.find('registrations', {})) + JSON.stringify(world.cloud.db.find('people', {})) + JSON.stringify(world.cloud.db.find('faces', {}))).not.toContain('郑奶奶')
  expect(world.cloud.db.count('attendance', { personKey: face })).toBe(1)
})
