/** The checks of a month through the real functions: each finding leads to where it is repaired, and what is true raises none. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkIn } from '../../contract/attendance/check-in'
import { moveUnit } from '../../contract/units/move'
import { renameUnit } from '../../contract/units/rename'
import { monthChecks } from '../../contract/totals/checks'
import { importFigure } from '../../contract/work/imported'
import type { IndicatorName } from '../../contract/work/indicators'
import { logWork } from '../../contract/work/log'
import type { CastId } from '../../emulator/world/cast'
import { registers } from '../../tests/faults/writing-call'
import { failureOf, newRecordId, openEvening, valueOf, type Evening } from '../../tests/functions/community-evening'

let world: Evening
beforeAll(async () => { world = await openEvening() })
afterAll(() => world.stop())

const log = async (indicator: IndicatorName, quantity: number | null, on: string, unitId = 'yuyin-1') => {
  const recordId = newRecordId()
  valueOf(await world.call('he', logWork, { recordId, indicator, quantity, softness: 'exact', on, unitId, at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }))
  return recordId
}
const bring = async (indicator: string, period: string, value: number) =>
  void valueOf(await world.call('he', importFigure, { recordId: newRecordId(), unitId: 'yuyin', indicator, period, rev: 0, hundredths: value * 100, softness: 'exact', source: { kind: 'paper', name: '台账' } }))
const checks = async (month: string, unitId = 'yuyin', who: CastId = 'he') => valueOf(await world.call(who, monthChecks, { unitId, month }))
const kinds = async (month: string, unitId?: string) => (await checks(month, unitId)).findings.map(({ kind, weight }) => `${kind} ${weight}`)

test('settled after it was found is fine, also over the turn of the year; a nought too many is told with both numbers', async () => {
  await log('disputes_found', 2, '2025-12-20')
  await log('disputes_settled', 2, '2026-01-05')
  expect(await kinds('2026-01')).toEqual(['settled-over-found hint'])
  await bring('disputes_open', '2025-12-31', 2)
  expect(await kinds('2026-01')).toEqual([])
  await log('disputes_found', 3, '2026-08-20')
  await log('disputes_settled', 30, '2026-09-02', 'yuyin')
  expect(await kinds('2026-08')).toEqual([])
  expect((await checks('2026-09')).findings).toMatchObject([{ kind: 'settled-over-found', weight: 'contradiction', figure: 'disputes_settled', value: 32, against: 3, carried: 2, unit: { name: '榆荫社区' } }])
  // The street has not said what stood open with it.
  expect(await kinds('2026-09', 'hewan')).toEqual(['settled-over-found hint'])
})

test('a grid that comes from elsewhere makes it a hint', async () => {
  await log('disputes_found', 1, '2026-10-10', 'liuqiao-2')
  expect(await kinds('2026-11')).toEqual(['settled-over-found contradiction'])
  valueOf(await world.call('he', renameUnit, { unitId: 'liuqiao-2', name: '桥头网格', was: '第2网格' }))
  valueOf(await world.call('he', moveUnit, { unitId: 'liuqiao-2', toParentId: 'yuyin', from: '2026-12' }))
  world.cloud.clock.set('2026-12-02T02:00:00.000Z')
  expect(await kinds('2026-12')).toEqual(['settled-over-found hint'])
  expect(await kinds('2026-11')).toEqual(['settled-over-found contradiction'])
  world.cloud.clock.set('2026-11-27T10:20:00.000Z')
})

test('more of a party than it has leads to its session, and names nobody', async () => {
  const eventId = await world.publish({ sessions: [{ startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:30:00.000Z', capacity: 30 }] })
  await registers(world, 'zhang', eventId, { partySize: 2 })
  await registers(world, 'li', eventId, { partySize: 3 })
  for (const [personKey, present] of [['p-zhang', 2], ['p-li', 3]] as const) valueOf(await world.call('chen', checkIn, { recordId: newRecordId(), sessionId: `${eventId}-s1`, personKey, present, source: 'tap', at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }))
  const of = async () => (await checks('2026-11')).findings.filter(({ kind }) => kind === 'more-than-the-party')
  expect(await of()).toEqual([])
  const [registration] = world.cloud.db.find('registrations', { _id: `${eventId}:p-li` })
  world.cloud.db.remove('registrations', { _id: `${eventId}:p-li` })
  world.cloud.db.insertMany('registrations', [{ ...registration!, partySize: 1 }])
  const [one] = await of()
  expect(one).toMatchObject({ weight: 'contradiction', zh: '邻里文艺晚会', value: 3, against: 1, session: { eventId, sessionId: `${eventId}-s1`, on: '2026-11-27' } })
  expect(JSON.stringify(one)).not.toMatch(/p-li|老李/)
})

test('above ten times the usual leads to its entry; brought over and recorded asks', async () => {
  for (const [i, quantity] of [80, 100, 120].entries()) await log('leaflets_given', quantity, `2026-0${5 + i}-10`)
  const id = await log('leaflets_given', 1001, '2026-10-09')
  await log('leaflets_given', 1000, '2026-10-09')
  await bring('banners_hung', '2026-10', 5)
  await log('banners_hung', 4, '2026-10-11')
  const found = (await checks('2026-10')).findings.filter(({ kind }) => kind !== 'settled-over-found')
  expect(found).toMatchObject([
    { kind: 'also-recorded', weight: 'question', figure: 'banners_hung', value: 5, imported: { period: '2026-10' } },
    { kind: 'ten-times', weight: 'hint', value: 1001, against: 100, entry: { id, on: '2026-10-09' }, unit: { name: '第1网格' } },
  ])
})

test('takes few operations, and nobody sees those of a unit that is not theirs', async () => {
  const heard = world.cloud.faults.listen('totals')
  await checks('2026-10')
  expect(heard.length).toBeLessThanOrEqual(14)
  world.cloud.faults.disarm()
  expect(failureOf(await world.call('lin', monthChecks, { unitId: 'liuqiao', month: '2026-10' }))).toBe('unit-not-found')
  expect(failureOf(await world.call('chen', monthChecks, { unitId: 'yuyin', month: '2026-10' }))).toBe('not-allowed')
})
