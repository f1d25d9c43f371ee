/** 工作记录: logged once, corrected under its version, and read by who may. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correctionReasons, correctWork } from '../../contract/work/correct'
import { listWork } from '../../contract/work/list'
import { logWork } from '../../contract/work/log'
import type { Sent } from '../../emulator/world/call-function'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'

let world: OpenWorld
beforeAll(async () => { world = await openWorld({ name: 'empty' }) })
afterAll(() => world.stop())

const now = '2026-11-27T10:20:00.000Z'
let made = 0
const newId = () => `record-id-of-test-${String((made += 1)).padStart(4, '0')}`
const banners = (changed: Partial<Sent<typeof logWork>> = {}): Sent<typeof logWork> => ({
  recordId: newId(), indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1', at: now, offsetMs: 0, ...changed,
})
const correction = (entryId: string, changed: Partial<Sent<typeof correctWork>> = {}): Sent<typeof correctWork> => ({
  recordId: newId(), entryId, rev: 1, quantity: 4, softness: 'exact', on: '2026-11-27', reason: '数错了', at: now, offsetMs: 0, ...changed,
})
const stored = (id: string) => world.cloud.db.find('work-entries', { _id: id })[0]
const november = (unitId: string) => ({ unitId, from: '2026-11-01', to: '2026-11-30' })

describe('logging', () => {
  test('an entry is kept with its month and the path of its grid', async () => {
    const entry = banners({ note: '小区东门' })
    expect(await world.call('chen', logWork, entry)).toMatchObject({ ok: true, value: { recordId: entry.recordId, outcome: 'counted' } })
    expect(stored(entry.recordId)).toMatchObject({
      indicator: 'banners_hung', quantity: 3, month: '2026-11', path: ['hewan', 'yuyin', 'yuyin-1'], note: '小区东门', rev: 1, by: 'p-chen', withdrawn: false, loggedAt: now,
    })
  })

  test('the same record again, also twice at once, counts once and carries the same hash', async () => {
    const entry = banners()
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.call('chen', logWork, entry)))
    const receipts = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    expect(receipts.map((receipt) => receipt.outcome).sort()).toEqual(['already-there', 'already-there', 'already-there', 'counted'])
    expect(new Set(receipts.map((receipt) => receipt.hash)).size).toBe(1)
    expect(world.cloud.db.count('work-entries', { _id: entry.recordId })).toBe(1)
  })

  test('the same record id for something else is refused and changes nothing', async () => {
    const entry = banners()
    await world.call('chen', logWork, entry)
    expect(await world.call('chen', logWork, { ...entry, quantity: 5 })).toEqual({ ok: false, failure: 'record-id-taken' })
    expect(await world.call('lin', logWork, entry)).toEqual({ ok: false, failure: 'record-id-taken' })
    expect(stored(entry.recordId)).toMatchObject({ quantity: 3, rev: 1, by: 'p-chen' })
  })

  test('not counted is kept as no quantity, never as zero', async () => {
    const entry = banners({ quantity: null, softness: 'about' })
    expect(await world.call('chen', logWork, entry)).toMatchObject({ ok: true })
    expect(stored(entry.recordId)).toMatchObject({ quantity: null, softness: 'exact' })
    expect(await world.call('chen', logWork, banners({ quantity: 0 }))).toMatchObject({ ok: false, failure: 'bad-input', message: '数量最少 1' })
  })

  test('nobody logs for a unit that is not theirs', async () => {
    expect(await world.call('zhang', logWork, banners())).toMatchObject({ ok: false, failure: 'not-allowed' })
    expect(await world.call('zhou', logWork, banners())).toEqual({ ok: false, failure: 'unit-not-found' })
    expect(await world.call('chen', logWork, banners({ unitId: 'hewan' }))).toEqual({ ok: false, failure: 'unit-not-found' })
    expect(await world.call('chen', logWork, banners({ unitId: 'nowhere' }))).toEqual({ ok: false, failure: 'unit-not-found' })
    expect(await world.call('he', logWork, banners({ unitId: 'liuqiao-2' }))).toMatchObject({ ok: true })
  })

  test.each<[string, Partial<Sent<typeof logWork>>, string]>([
    ['tomorrow, in Shanghai', { on: '2026-11-28' }, 'day-in-future'],
    ['more than 400 days ago', { on: '2025-10-22' }, 'day-too-old'],
    ['more than one entry can hold', { quantity: 100_001 }, 'quantity-too-large'],
    ['an exact reach', { indicator: 'people_reached', quantity: 500 }, 'only-a-soft-number'],
    ['上千 that is not 1,000', { softness: 'thousand', quantity: 1200 }, 'thousand-is-1000'],
    ['a note on a bare count', { indicator: 'disputes_found', quantity: 1, note: '三楼' }, 'no-notes-here'],
  ])('%s is refused', async (_, changed, failure) => {
    const entry = banners(changed)
    expect(await world.call('chen', logWork, entry)).toEqual({ ok: false, failure })
    expect(stored(entry.recordId)).toBeUndefined()
  })

  test('the oldest day, a soft reach and 上千 are taken', async () => {
    for (const changed of [{ on: '2025-10-23' }, { indicator: 'people_reached', quantity: 500, softness: 'about' }, { softness: 'thousand', quantity: 1000 }, { indicator: 'disputes_found', quantity: 1 }] as const) {
      expect(await world.call('chen', logWork, banners(changed))).toMatchObject({ ok: true })
    }
  })
})

describe('correcting', () => {
  async function logged(changed: Partial<Sent<typeof logWork>> = {}) {
    const entry = banners(changed)
    await world.call('chen', logWork, entry)
    return entry.recordId
  }

  test('a correction is a new version with its reason; the old one stays', async () => {
    const id = await logged()
    expect(await world.call('chen', correctWork, correction(id, { on: '2026-10-31' }))).toMatchObject({ ok: true, value: { outcome: 'counted' } })
    expect(stored(id)).toMatchObject({ quantity: 4, on: '2026-10-31', month: '2026-10', rev: 2, versions: [{ quantity: 3, reason: null }, { quantity: 4, reason: '数错了' }] })
  })

  test('a correction sent again changes nothing more', async () => {
    const id = await logged()
    const once = correction(id)
    const answers = await Promise.all([1, 2, 3].map(() => world.call('chen', correctWork, once)))
    expect(answers.filter((answer) => answer.ok && answer.value.outcome === 'counted')).toHaveLength(1)
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(stored(id)).toMatchObject({ rev: 2 })
    // And after somebody else's version on top of it.
    await world.call('lin', correctWork, correction(id, { rev: 2, quantity: 6 }))
    expect(await world.call('chen', correctWork, once)).toMatchObject({ ok: true, value: { outcome: 'already-there' } })
    expect(stored(id)).toMatchObject({ rev: 3, quantity: 6 })
  })

  test('under its id with another time it is told that it is taken, so that its phone goes back to what it had sent', async () => {
    const id = await logged()
    const once = correction(id, { quantity: 7 })
    expect(await world.call('chen', correctWork, once)).toMatchObject({ ok: true })
    expect(await world.call('chen', correctWork, { ...once, offsetMs: 600_000 })).toEqual({ ok: false, failure: 'record-id-taken' })
    expect(stored(id)).toMatchObject({ rev: 2, quantity: 7 })
  })

  test('of two who saw the same version, one is told that it changed', async () => {
    const id = await logged()
    const answers = await Promise.all([world.call('chen', correctWork, correction(id, { quantity: 7 })), world.call('lin', correctWork, correction(id, { quantity: 8 }))])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, failure: 'changed-meanwhile' })
    expect(stored(id)).toMatchObject({ rev: 2 })
  })

  test('a repeat of the first record after a correction does not bring the old number back', async () => {
    const entry = banners()
    await world.call('chen', logWork, entry)
    await world.call('chen', correctWork, correction(entry.recordId))
    expect(await world.call('chen', logWork, entry)).toMatchObject({ ok: true, value: { outcome: 'already-there' } })
    expect(stored(entry.recordId)).toMatchObject({ quantity: 4, rev: 2 })
  })

  test('a withdrawn entry stays readable as withdrawn', async () => {
    const id = await logged({ on: '2026-11-03' })
    await world.call('chen', correctWork, correction(id, { on: '2026-11-03', withdrawn: true, reason: '记重了' }))
    const answer = await world.call('chen', listWork, november('yuyin-1'))
    expect(answer.ok && answer.value.entries.find((entry) => entry.id === id)).toMatchObject({ withdrawn: true, rev: 2 })
  })

  test('a bare count takes no free words as a reason; the plain ones, and other entries, do', async () => {
    for (const indicator of ['disputes_found', 'visits_paid', 'households_comforted', 'households_visited', 'disputes_settled'] as const) {
      const id = await logged({ indicator })
      expect(await world.call('chen', correctWork, correction(id, { reason: '3号楼王家和李家吵架' }))).toEqual({ ok: false, failure: 'only-a-plain-reason' })
      expect(stored(id)).toMatchObject({ rev: 1, quantity: 3, versions: [{ reason: null }] })
    }
    const bare = await logged({ indicator: 'disputes_found' })
    for (const [index, reason] of correctionReasons.entries()) expect(await world.call('chen', correctWork, correction(bare, { rev: index + 1, reason }))).toMatchObject({ ok: true })
    expect(await world.call('chen', correctWork, correction(await logged(), { reason: '东门那幅是街道挂的' }))).toMatchObject({ ok: true })
  })

  test('only who logged it or an admin of its unit corrects it', async () => {
    const byLin = banners()
    await world.call('lin', logWork, byLin)
    expect(await world.call('chen', correctWork, correction(byLin.recordId))).toEqual({ ok: false, failure: 'entry-not-found' })
    expect(await world.call('zhou', correctWork, correction(byLin.recordId))).toEqual({ ok: false, failure: 'entry-not-found' })
    expect(await world.call('zhang', correctWork, correction(byLin.recordId))).toMatchObject({ ok: false, failure: 'not-allowed' })
    expect(await world.call('he', correctWork, correction('no-such-entry-at-all'))).toEqual({ ok: false, failure: 'entry-not-found' })
    expect(stored(byLin.recordId)).toMatchObject({ rev: 1, quantity: 3 })
    expect(await world.call('he', correctWork, correction(byLin.recordId))).toMatchObject({ ok: true })
  })

  test.each<[string, Partial<Sent<typeof logWork>>, Partial<Sent<typeof correctWork>>, string]>([
    ['a version that was not the current one', {}, { rev: 2 }, 'changed-meanwhile'],
    ['a day to come', {}, { on: '2026-12-01' }, 'day-in-future'],
    ['a day long ago', {}, { on: '2024-12-01' }, 'day-too-old'],
    ['too many', {}, { quantity: 100_001 }, 'quantity-too-large'],
    ['an exact reach', { indicator: 'people_reached', softness: 'about' }, {}, 'only-a-soft-number'],
    ['another 上千', {}, { softness: 'thousand' }, 'thousand-is-1000'],
  ])('%s is refused', async (_, first, changed, failure) => {
    const id = await logged(first)
    expect(await world.call('chen', correctWork, correction(id, changed))).toEqual({ ok: false, failure })
    expect(stored(id)).toMatchObject({ rev: 1, quantity: 3 })
  })
})

describe('listing', () => {
  test('a community sees its grids, newest day first; the neighbours see none of it', async () => {
    const at = { unitId: 'yuyin-3', on: '2026-06-01' }
    const early = banners(at)
    const late = banners({ ...at, on: '2026-06-02', quantity: null })
    for (const entry of [early, late]) await world.call('chen', logWork, entry)
    const june = { from: '2026-06-01', to: '2026-06-30' }
    const seen = await world.call('lin', listWork, { unitId: 'yuyin', ...june })
    expect(seen.ok && seen.value.entries.map((entry) => [entry.id, entry.quantity, entry.unit.name, entry.own])).toEqual([
      [late.recordId, null, '第3网格', false], [early.recordId, 3, '第3网格', false],
    ])
    expect(await world.call('he', listWork, { unitId: 'liuqiao', ...june })).toEqual({ ok: true, value: { entries: [], more: false } })
    expect(await world.call('chen', listWork, { unitId: 'yuyin-1', ...june })).toEqual({ ok: true, value: { entries: [], more: false } })
  })

  test('no list of a unit that is not theirs, none for residents, none of a year', async () => {
    expect(await world.call('zhou', listWork, november('yuyin'))).toEqual({ ok: false, failure: 'unit-not-found' })
    expect(await world.call('lin', listWork, november('hewan'))).toEqual({ ok: false, failure: 'unit-not-found' })
    expect(await world.call('li', listWork, november('yuyin'))).toMatchObject({ ok: false, failure: 'not-allowed' })
    expect(await world.call('lin', listWork, { unitId: 'yuyin', from: '2026-01-01', to: '2026-03-03' })).toMatchObject({ ok: true })
    expect(await world.call('lin', listWork, { unitId: 'yuyin', from: '2026-01-01', to: '2026-03-04' })).toEqual({ ok: false, failure: 'range-too-long' })
  })

  test('at most 200 are listed, and it says that there are more', async () => {
    const entries = Array.from({ length: 201 }, () => ({ ...stored(world.cloud.db.find('work-entries')[0]!._id as string), _id: newId(), on: '2026-03-01', month: '2026-03', path: ['hewan', 'liuqiao', 'liuqiao-1'], unitId: 'liuqiao-1' }))
    world.cloud.db.insertMany('work-entries', entries)
    const answer = await world.call('zhou', listWork, { unitId: 'liuqiao', from: '2026-03-01', to: '2026-03-31' })
    expect(answer.ok && [answer.value.entries.length, answer.value.more]).toEqual([200, true])
  })
})
