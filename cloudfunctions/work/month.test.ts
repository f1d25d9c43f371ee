/** 第几版, 本月无此项, and what an entry was part of. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownMonths } from '../../contract/work/own-months'
import { correctWork } from '../../contract/work/correct'
import { listWork } from '../../contract/work/list'
import { logWork } from '../../contract/work/log'
import { quietMonth } from '../../contract/work/quiet-month'
import { workVersions } from '../../contract/work/versions'
import { monthTotals } from '../../contract/totals/month'
import type { CastId } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const now = '2026-11-27T10:20:00.000Z'
const stamp = (at = now) => ({ recordId: newRecordId(), at, offsetMs: 0 })
const leaflets = (more = {}) => ({ ...stamp(), indicator: 'leaflets_given' as const, quantity: 30, softness: 'exact' as const, on: '2026-11-27', unitId: 'yuyin-1', ...more })
const quiet = (unitId: string, nothing: boolean, at = now) => ({ ...stamp(at), unitId, month: '2026-11', nothing })
const statesOf = async (who: CastId = 'chen') => Object.fromEntries(valueOf(await world.call(who, ownMonths, { month: '2026-11' })).units.map(({ unit, state }) => [unit.id, state]))
const shown = async (id: string) => valueOf(await world.call('chen', listWork, { unitId: 'yuyin', from: '2026-11-01', to: '2026-11-30' })).entries.find((entry) => entry.id === id)

describe('versions', () => {
  test('each stays readable, newest first, with its reason', async () => {
    const entry = leaflets()
    valueOf(await world.call('chen', logWork, entry))
    valueOf(await world.call('lin', correctWork, { ...stamp(), entryId: entry.recordId, rev: 1, quantity: 300, softness: 'over', on: '2026-11-26', reason: '少写了一个 0' }))
    expect(valueOf(await world.call('chen', workVersions, { entryId: entry.recordId }))).toEqual({
      indicator: 'leaflets_given',
      versions: [
        { rev: 2, quantity: 300, softness: 'over', on: '2026-11-26', withdrawn: false, reason: '少写了一个 0', at: now, own: false },
        { rev: 1, quantity: 30, softness: 'exact', on: '2026-11-27', withdrawn: false, reason: null, at: now, own: true },
      ],
    })
    expect(failureOf(await world.call('zhou', workVersions, { entryId: entry.recordId }))).toBe('entry-not-found')
    expect(failureOf(await world.call('zhang', workVersions, { entryId: entry.recordId }))).toBe('not-allowed')
  })
})

describe('本月无此项', () => {
  test('is said once however often it comes, taken back, and is in no sum', async () => {
    const before = valueOf(await world.call('lin', monthTotals, { unitId: 'yuyin', month: '2026-11' })).figures
    expect((await statesOf())['yuyin-2']).toBe('unknown')
    const said = quiet('yuyin-2', true, '2026-11-27T10:10:00.000Z')
    const receipts = await Promise.all([world.call('chen', quietMonth, said), world.call('chen', quietMonth, said)])
    expect(receipts.map((one) => valueOf(one).outcome).sort()).toEqual(['already-there', 'counted'])
    expect((await statesOf())['yuyin-2']).toBe('nothing')
    expect(valueOf(await world.call('lin', monthTotals, { unitId: 'yuyin', month: '2026-11' })).figures).toEqual(before)
    expect(failureOf(await world.call('chen', quietMonth, { ...said, nothing: false }))).toBe('record-id-taken')
    valueOf(await world.call('chen', quietMonth, quiet('yuyin-2', false, '2026-11-27T10:11:00.000Z')))
    expect((await statesOf())['yuyin-2']).toBe('unknown')
    expect(valueOf(await world.call('chen', quietMonth, said)).outcome).toBe('already-there')
    expect((await statesOf())['yuyin-2']).toBe('unknown')
  })
  test('the later of two stands, whichever arrives first', async () => {
    valueOf(await world.call('chen', quietMonth, quiet('yuyin-3', false, '2026-11-27T10:19:00.000Z')))
    expect(valueOf(await world.call('lin', quietMonth, quiet('yuyin-3', true, '2026-11-27T10:18:00.000Z'))).outcome).toBe('already-there')
    expect((await statesOf())['yuyin-3']).toBe('unknown')
  })
  test('an entry outweighs it, and one that was withdrawn does not', async () => {
    valueOf(await world.call('chen', quietMonth, quiet('yuyin-2', true)))
    const entry = leaflets({ unitId: 'yuyin-2' })
    valueOf(await world.call('chen', logWork, entry))
    expect((await statesOf())['yuyin-2']).toBe('recorded')
    valueOf(await world.call('chen', correctWork, { ...stamp(), entryId: entry.recordId, rev: 1, quantity: 30, softness: 'exact', on: '2026-11-27', withdrawn: true, reason: '没有发生' }))
    expect((await statesOf())['yuyin-2']).toBe('nothing')
  })
  test('a worker sees their grids, an admin their own unit and none below, a resident nothing', async () => {
    expect(Object.keys(await statesOf()).every((id) => id.startsWith('yuyin-'))).toBe(true)
    expect(Object.keys(await statesOf('lin'))).toEqual(['yuyin'])
    expect(Object.keys(await statesOf('he'))).toEqual(['hewan'])
    expect(failureOf(await world.call('zhang', ownMonths, { month: '2026-11' }))).toBe('not-allowed')
  })
  test('not of a month to come, and not of another unit', async () => {
    expect(failureOf(await world.call('chen', quietMonth, { ...quiet('yuyin-1', true), month: '2026-12' }))).toBe('month-in-future')
    expect(failureOf(await world.call('chen', quietMonth, quiet('liuqiao-1', true)))).toBe('unit-not-found')
  })
})

describe('what an entry was part of', () => {
  test('is shown, and the figures are the same as without', async () => {
    const eventId = await world.publish({ title: '民法典讲座' })
    const entry = leaflets({ eventId })
    valueOf(await world.call('chen', logWork, entry))
    expect(valueOf(await world.call('chen', logWork, entry)).outcome).toBe('already-there')
    expect((await shown(entry.recordId))?.event).toEqual({ id: eventId, title: '民法典讲座' })
  })
  test('is left out where it does not fit, and the entry is kept', async () => {
    const [draft, otherDay, foreign] = [await world.plan(), await world.publish({ sessions: [session(1)] }), 'nowhere']
    for (const eventId of [draft, otherDay, foreign]) {
      const entry = leaflets({ eventId })
      expect(valueOf(await world.call('chen', logWork, entry)).outcome).toBe('counted')
      expect(await shown(entry.recordId)).toMatchObject({ quantity: 30, event: null })
      expect(valueOf(await world.call('chen', logWork, entry)).outcome).toBe('already-there')
    }
    const bare = { ...leaflets(), indicator: 'disputes_found' as const, eventId: await world.publish() }
    valueOf(await world.call('chen', logWork, bare))
    expect((await shown(bare.recordId))?.event).toBeNull()
  })
})
