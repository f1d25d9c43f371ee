/** 删除我的资料: after it nothing leads to her any more, and everything that was counted is what it was. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { walkIn } from '../../contract/attendance/walk-in'
import { callMe } from '../../contract/people/call-me'
import { eraseMe } from '../../contract/people/erase'
import { myData } from '../../contract/people/my-data'
import { whoAmI } from '../../contract/people/who-am-i'
import { register } from '../../contract/registrations/register'
import { acceptRole } from '../../contract/roles/accept'
import { inviteToRole } from '../../contract/roles/invite'
import { figureFacts } from '../../contract/totals/facts'
import { monthTotals } from '../../contract/totals/month'
import { callFunction } from '../../emulator/world/call-function'
import { restore, stateOf, type Stage, type State } from '../faults/state'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../functions/community-evening'
import { declaredCollections } from './fields-that-stand'
import { whereStands } from './scan-world'
import { hers, keyOf, liveThrough, openid, questions, wish, type HerEvents } from './somebody'

const secrets = { ...hers, sealed: '"sealed":"' }
const word = '删除'

let dataDir: string
let world: Evening
let events: HerEvents
let key: string
let lived: State
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-erase-'))
  world = await openEvening({ dataDir, cloud: { env: { LINLI_CALLS_PER_SECOND: '100000' } } })
  events = await liveThrough(world)
  key = keyOf(world)
  lived = stateOf(stage())
}, 120_000)
beforeEach(() => {
  restore(stage(), lived)
  later(0)
})
afterAll(async () => {
  await world.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const stage = (): Stage => ({ cloud: world.cloud, collections: declaredCollections, filesDir: join(dataDir, 'files') })
const erase = () => callFunction(world.cloud, openid, eraseMe, { word })
const stands = () => whereStands(world, dataDir, secrets)
const documents = (name: string, where: Record<string, unknown> = {}) => world.cloud.db.find(name, where)
const sweeps = () => Promise.all(['people', 'registrations', 'events'].map((name) => world.cloud.invoke(name, { source: 'timer' })))
const later = (minutes: number) => world.cloud.clock.set(new Date(Date.parse('2026-11-27T02:10:00.000Z') + minutes * 60_000).toISOString())

/** A fact without the name that a worker wrote to it. */
const unnamed = ({ callName: _, eraseOn: __, forgotten: ___, ...fact }: Record<string, unknown>) => fact

async function figures() {
  const { asOf: _, ...totals } = valueOf(await world.call('lin', monthTotals, { unitId: 'yuyin', month: '2026-11' }))
  const opened = []
  for (const { name } of totals.figures) {
    const { asOf: __, ...facts } = valueOf(await world.call('lin', figureFacts, { unitId: 'yuyin', month: '2026-11', figure: name }))
    opened.push(facts)
  }
  return { totals, opened, facts: ['attendance', 'walk-ins', 'headcounts', 'work-entries'].map((name) => documents(name).map(unnamed)) }
}

test('everything goes: no document and no file knows her, her neighbour or what they said; every figure and all 人数 are what they were', async () => {
  const before = await figures()
  expect(before.totals.figures.find(({ name }) => name === 'attendees')).toMatchObject({ value: 3 })
  // The scan finds each of them while they stand; numbers stand sealed only.
  expect(new Set(stands().map((line) => line.split(' in ')[0]))).toEqual(new Set(Object.keys(secrets).filter((name) => !/[pP]hone$/.test(name))))
  const data = valueOf(await callFunction(world.cloud, openid, myData, {}))
  for (const own of [hers.callName, hers.building, hers.phone, hers.otherPhone, hers.dish, hers.words, hers.neighbour, hers.neighboursPhone, hers.suggestion]) expect(JSON.stringify(data)).toContain(own)

  expect(valueOf(await erase())).toEqual({ done: true })
  expect(stands()).toEqual([])
  expect(await figures()).toEqual(before)
  // The facts keep a key, and nothing says whose.
  expect(documents('attendance', { personKey: key })).toHaveLength(1)
  expect(documents('openids', { personKey: key })).toEqual([])
  expect(documents('audit', { action: 'people/erase' })).toMatchObject([{ by: key, about: key, facts: {} }])

  later(1)
  await sweeps()
  later(20)
  await sweeps()
  expect(stands()).toEqual([])
  expect(documents('erasures')).toEqual([])
  expect(await figures()).toEqual(before)
})

test('where there is no community yet the audit is told as well', async () => {
  world.cloud.db.remove('units', { parentId: { $ne: null } })
  valueOf(await erase())
  expect(documents('audit', { action: 'people/erase' })).toMatchObject([{ chain: 'hewan', by: key, about: key }])
})

test('places to come go to who waits, the waitlist closes up, and what is over stays counted', async () => {
  expect(documents('registrations', { _id: `${events.coming}:p-li` })).toMatchObject([{ status: 'waitlisted' }])
  valueOf(await erase())
  expect(documents('registrations', { _id: `${events.coming}:p-li` })).toMatchObject([{ status: 'confirmed' }])
  expect(documents('seat-books', { _id: events.coming })).toMatchObject([{ left: { s1: 1 }, parties: 1 }])
  expect(documents('registrations', { eventId: events.full }).map(({ status }) => status).sort()).toEqual(['cancelled', 'confirmed'])
  expect(documents('seat-books', { _id: events.promoted })).toMatchObject([{ left: { s1: 1 }, taken: {} }])
  expect(documents('registrations', { _id: `${events.past}:${key}` })).toMatchObject([{ status: 'confirmed', partySize: 2, callName: '居民', building: null, said: null }])
})

test('what a worker wrote at the door under one of her names goes, and nobody else loses theirs; the device that wrote it may say so again', async () => {
  const at = new Date(Date.parse('2026-11-27T11:10:00.000Z') - 3 * 86_400_000).toISOString()
  const write = async (callName: string | undefined, people: number) => {
    const input = { recordId: newRecordId(), sessionId: `${events.past}-s1`, people, ...(callName !== undefined && { callName }), source: 'paper' as const, at, offsetMs: 0 }
    expect(valueOf(await world.call('chen', walkIn, input)).outcome).toBe('counted')
    return input
  }
  const [hersNow, hersBefore, ...others] = [await write(hers.callName, 3), await write(hers.earlierName, 2), await write('居民', 1), await write('斑斓', 1), await write(undefined, 4)]
  const nameOf = (recordId: string) => documents('walk-ins', { recordId })[0]?.['callName']
  // Under the same name in another community: somebody else.
  const [own] = documents('walk-ins', { recordId: hersNow.recordId })
  world.cloud.db.insertMany('walk-ins', [{ ...own!, _id: 'elsewhere', recordId: 'elsewhere', path: ['qingshan', 'hewan', 'liuqiao'], month: '2026-10' }])
  const before = await figures()
  valueOf(await erase())
  expect([hersNow, hersBefore, ...others].map(({ recordId }) => nameOf(recordId))).toEqual([null, null, '居民', '斑斓', null])
  expect(nameOf('elsewhere')).toBe(hers.callName)
  expect(await figures()).toEqual(before)
  expect(valueOf(await world.call('chen', walkIn, hersNow)).outcome).toBe('already-there')
})

test('a deadline for giving back holds her place no longer than her', async () => {
  const closing = await world.publish({ sessions: [session(1, 1)], cancelUntil: '2026-11-27T03:00:00.000Z' })
  valueOf(await world.callAs(openid, register, wish(closing)))
  later(120)
  valueOf(await erase())
  expect(documents('seat-books', { _id: closing })).toMatchObject([{ left: { s1: 1 }, taken: {} }])
})

test('the same phone is a newcomer afterwards; erasing again says who-are-you and makes nobody known', async () => {
  valueOf(await erase())
  expect(failureOf(await erase())).toBe('who-are-you')
  expect(documents('openids', { _id: openid })).toEqual([])
  const me = valueOf(await callFunction(world.cloud, openid, whoAmI, {}))
  expect(me).toMatchObject({ callName: null, building: null, community: null })
  expect(me.personKey).not.toBe(key)
  valueOf(await world.callAs(openid, register, wish(events.coming, { answers: { q1: '素面' } })))
  valueOf(await erase())
  expect(stands()).toEqual([])
})

test('who holds a role hands it over first, and nothing has changed', async () => {
  const { code } = valueOf(await world.call('lin', inviteToRole, { recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '志愿者' }))
  valueOf(await world.callAs(openid, acceptRole, { code }))
  const before = stateOf(stage())
  expect(failureOf(await erase())).toBe('holds-roles')
  expect(stateOf(stage())).toEqual(before)
})

test('without the word nothing goes', async () => {
  expect(await callFunction(world.cloud, openid, eraseMe, { word: '好' as never })).toMatchObject({ ok: false, failure: 'bad-input', message: '请写“删除”两个字' })
  expect(documents('erasures')).toEqual([])
})

test('between breaking off and going on, the phone can be a newcomer: the erasing goes on, and the newcomer stays', async () => {
  world.cloud.faults.arm({ fault: 'cut-off', moment: 'after', functionName: 'people', operation: 12 })
  await erase().catch(() => undefined)
  world.cloud.faults.disarm()
  expect(documents('openids', { personKey: key })).toMatchObject([{ leaving: true }])
  expect(failureOf(await callFunction(world.cloud, openid, callMe, { callName: '新来的' }))).toBe('who-are-you')
  const { personKey } = valueOf(await callFunction(world.cloud, openid, whoAmI, {}))
  expect(personKey).not.toBe(key)
  await sweeps()
  expect(whereStands(world, dataDir, { key: `"personKey":"${key}"`, ...hers, openid: 'nothing is' }).filter((line) => !/^key in (attendance|registrations)\//.test(line))).toEqual([])
  expect(documents('openids', { _id: openid })).toMatchObject([{ personKey }])
})

test('while another device signs up and sweeps go by, names never come back', { timeout: 60_000 }, async () => {
  const more = await Promise.all([0, 1, 2].map((n) => world.publish({ questions, sessions: [session(5 + n, 5)] })))
  await Promise.all([
    ...more.map((eventId) => callFunction(world.cloud, openid, register, wish(eventId, { phone: hers.phone, answers: { q1: hers.dish } }))),
    callFunction(world.cloud, openid, callMe, { callName: hers.callName }), sweeps(), erase(), sweeps(), erase(), sweeps(),
  ])
  await erase()
  await sweeps()
  later(20)
  await sweeps()
  expect(stands()).toEqual([])
})

test('what a call that was under way wrote behind the erasing goes when the timer comes again', async () => {
  const [seats] = documents('registrations', { _id: `${events.past}:${key}` })
  const [book] = documents('seat-books', { _id: events.past })
  const [person] = documents('people', { _id: key })
  valueOf(await erase())
  // As a sweep that had read the book before, and a sign-up that had been let in before, would leave it.
  world.cloud.db.remove('registrations', { _id: `${events.past}:${key}` })
  world.cloud.db.remove('seat-books', { _id: events.past })
  world.cloud.db.insertMany('registrations', [seats!])
  world.cloud.db.insertMany('seat-books', [book!])
  world.cloud.db.insertMany('people', [person!])
  expect(stands()).not.toEqual([])
  later(5) // the calls of its time are not over yet
  await world.cloud.invoke('people', { source: 'timer' })
  expect(stands()).not.toEqual([])
  later(20)
  await sweeps()
  expect(stands()).toEqual([])
  expect(documents('erasures')).toEqual([])
})

test('broken off anywhere: the timer goes on with it, and so does she', { timeout: 120_000 }, async () => {
  const before = stateOf(stage())
  const heard = world.cloud.faults.listen('people')
  valueOf(await erase())
  const operations = heard.length
  world.cloud.faults.disarm()
  let minute = 0
  for (let operation = 1; operation <= operations; operation += 6) {
    for (const goesOn of ['she', 'the timer'] as const) {
      restore(stage(), before)
      later(minute += 2)
      world.cloud.faults.arm({ fault: 'cut-off', moment: 'after', functionName: 'people', operation })
      await erase().catch(() => undefined)
      world.cloud.faults.disarm()
      later(minute += 2) // a transaction that nobody ends is over
      const begun = documents('erasures').length > 0
      if (goesOn === 'she') { const again = await erase(); if (!again.ok) expect([operation, again.failure]).toEqual([operation, 'who-are-you']) }
      else await sweeps()
      expect([operation, goesOn, stands()]).toEqual([operation, goesOn, goesOn === 'she' || begun ? [] : stands()])
    }
  }
})
