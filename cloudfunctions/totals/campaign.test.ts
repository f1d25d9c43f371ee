/** What a campaign adds up to: what is tagged with it and nothing else, also after the month was closed, and of a quarter and a year what was brought over. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headcount } from '../../contract/attendance/headcount'
import { callCampaign, tick, tickable } from '../../contract/events/campaigns'
import { approveReport } from '../../contract/reports/approve'
import { submitReport } from '../../contract/reports/submit'
import { figureFacts } from '../../contract/totals/facts'
import { monthTotals } from '../../contract/totals/month'
import { periodTotals } from '../../contract/totals/of-period'
import { importFigure } from '../../contract/work/imported'
import { logWork } from '../../contract/work/log'
import type { CastId } from '../../emulator/world/cast'
import { failureOf, newRecordId, openEvening, session, valueOf, type Evening } from '../../tests/functions/community-evening'
import { aCampaign } from '../../tests/faults/writing-campaigns'

let world: Evening
beforeAll(async () => {
  world = await openEvening()
  world.cloud.clock.set('2026-11-27T12:20:00.000Z')
  await settled()
}, 120_000)
afterAll(() => world.stop())

const period = '2026-11-01_2026-11-30'
const call = async (more: object = {}, who: CastId = 'lin') => valueOf(await world.call(who, callCampaign, { ...aCampaign(), ...more })).campaignId
const tagging = (campaignId: string, what: 'event' | 'entry', factId: string, tagged = true, seen = 0, item = 'whole') => world.call('lin', tick, { campaignId, item, what, factId, tagged, seen })
const logged = async (quantity: number, unitId = 'yuyin-1', eventId?: string) => {
  const recordId = newRecordId()
  valueOf(await world.call('he', logWork, { recordId, indicator: 'leaflets_given', quantity, softness: 'exact', on: eventId ? '2026-11-27' : '2026-11-20', unitId, ...(eventId && { eventId }), at: '2026-11-27T12:20:00.000Z', offsetMs: 0 }))
  return recordId
}
const held = async (people: number, more: object = {}) => {
  const eventId = await world.publish({ sessions: [session(0)], ...more })
  valueOf(await world.call('he', headcount, { recordId: newRecordId(), sessionId: `${eventId}-s1`, people, softness: 'exact', source: 'tap', at: '2026-11-27T12:00:00.000Z', offsetMs: 0 }))
  return eventId
}
const state = () => String(world.cloud.db.find('unit-months', { _id: 'state' })[0]?.asOf ?? '')
/** All that came is counted, however busy the machine is. */
async function settled(): Promise<void> {
  const at = new Date(world.cloud.clock.now()).toISOString()
  // A run that a busy machine breaks off leaves the rest to the next.
  while (state() < at) await world.cloud.invoke('totals', { source: 'timer' }).catch(() => undefined)
}
const of = async (campaignId: string, unitId = 'yuyin', who: CastId = 'lin') => {
  await settled()
  return valueOf(await world.call(who, periodTotals, { unitId, period, campaignId }))
}
const values = async (...args: Parameters<typeof of>) => Object.fromEntries((await of(...args)).figures.map(({ name, value }) => [name, value]))
const both = { gala_held: 1, gala_attendances: 43, leaflets_given: 5 }

test('what is tagged counts, whichever way; what is taken off does not; every figure opens to what it counts', async () => {
  const campaignId = await call()
  await held(10)
  await logged(100)
  expect(await values(campaignId)).toEqual({})
  const [published, entry] = [await held(43), await logged(5)]
  // A published event is given a campaign, and an entry.
  valueOf(await tagging(campaignId, 'event', published))
  valueOf(await tagging(campaignId, 'entry', entry))
  expect(await values(campaignId)).toEqual(both)
  for (const [figure, facts] of [['gala_attendances', [[43], []]], ['leaflets_given', [[], [5]]]] as const) {
    const opened = valueOf(await world.call('lin', figureFacts, { unitId: 'yuyin', month: period, campaignId, figure }))
    expect([opened.sessions.map(({ value }) => value), opened.entries.map(({ quantity }) => quantity)]).toEqual(facts)
  }
  expect(failureOf(await world.call('lin', figureFacts, { unitId: 'yuyin', month: period, campaignId, figure: 'talk_held' }))).toBe('no-such-figure')
  // Planned for it, and what is written down at it; tagged with an item.
  const planned = await held(20, { campaignId })
  await logged(7, 'yuyin-1', planned)
  valueOf(await tagging(campaignId, 'entry', await logged(2), true, 0, 'c1-i2'))
  expect(await values(campaignId)).toEqual({ gala_held: 2, gala_attendances: 63, leaflets_given: 14 })
  const seen = async (id: string) => valueOf(await world.call('lin', tickable, { campaignId, unitId: 'yuyin', item: 'whole' })).facts.find((fact) => fact.id === id)
  expect(await seen(planned)).toMatchObject({ tagged: true, anyhow: false, seen: 0 })
  valueOf(await tagging(campaignId, 'event', planned, false))
  expect(await seen(planned)).toMatchObject({ tagged: false, anyhow: false, seen: 1 })
  expect(await values(campaignId)).toEqual({ ...both, leaflets_given: 7 })
  valueOf(await tagging(campaignId, 'entry', entry, false, 1))
  expect(await values(campaignId)).toEqual({ ...both, leaflets_given: 2 })
  // An old wish that comes again changes nothing.
  expect(failureOf(await tagging(campaignId, 'entry', entry))).toBe('changed-since')
})

test('a part of it counts in it, for the units that it concerns; nothing stands beside it', async () => {
  const whole = await call({ unitId: 'hewan' }, 'he')
  const part = await call({ parentId: whole })
  valueOf(await tagging(part, 'entry', await logged(5)))
  valueOf(await tagging(whole, 'event', await held(43)))
  expect(await values(whole, 'hewan', 'he')).toEqual(both)
  const street = await of(whole, 'hewan', 'he')
  expect([street.parts.map((one) => [one.unit.id, Object.keys(one.values).length]), street.lastYear, street.figures.map(({ previous }) => previous)]).toEqual([[['hewan', 0], ['yuyin', 3], ['liuqiao', 0]], {}, [null, null, null]])
  expect(await values(part)).toEqual({ leaflets_given: 5 })
  expect(failureOf(await world.call('he', periodTotals, { unitId: 'liuqiao', period, campaignId: part }))).toBe('campaign-not-found')
  expect(failureOf(await world.call('he', figureFacts, { unitId: 'liuqiao', month: period, campaignId: part, figure: 'leaflets_given' }))).toBe('campaign-not-found')
  expect(failureOf(await world.call('chen', periodTotals, { unitId: 'yuyin', period, campaignId: whole }))).toBe('not-allowed')
})

test('what was brought over for a quarter or a year is in no month of it, and stands with the times that hold it', async () => {
  const bring = async (indicator: string, at: string, value: number) => void valueOf(await world.call('he', importFigure, { recordId: newRecordId(), unitId: 'yuyin', indicator, period: at, rev: 0, hundredths: value * 100, softness: 'exact', source: { kind: 'paper', name: '台账' } }))
  await bring('books_given', '2026-Q4', 30)
  await bring('boards_made', '2026', 100)
  await bring('columns_run', '2026-10', 8)
  const imported = (figures: { name: string; imported?: { value: number } | undefined }[]) => figures.flatMap(({ name, imported: brought }) => (brought ? [`${name} ${brought.value}`] : []))
  const at = async (asked: string) => imported(valueOf(await world.call('lin', periodTotals, { unitId: 'yuyin', period: asked })).figures)
  const inMonth = async (month: string) => imported(valueOf(await world.call('lin', monthTotals, { unitId: 'yuyin', month })).figures)
  await settled()
  expect([await inMonth('2026-10'), await inMonth('2026-11')]).toEqual([['columns_run 8'], []])
  expect(await at('2026-Q4')).toEqual(['books_given 30', 'columns_run 8'])
  expect(await at('2026')).toEqual(['books_given 30', 'boards_made 100', 'columns_run 8'])
})

test('更新 on a longer time counts first what came', async () => {
  const quarter = async (more: object) => valueOf(await world.call('lin', periodTotals, { unitId: 'yuyin', period: '2026-Q4', ...more })).figures.find(({ name }) => name === 'slogans_posted')?.value
  await settled()
  valueOf(await world.call('he', logWork, { recordId: newRecordId(), indicator: 'slogans_posted', quantity: 6, softness: 'exact', on: '2026-11-20', unitId: 'yuyin-1', at: '2026-11-27T12:20:00.000Z', offsetMs: 0 }))
  expect(await quarter({})).toBeUndefined()
  // More than once only where a busy machine does not get through in time.
  await expect.poll(() => quarter({ fresh: true }), { timeout: 60_000 }).toBe(6)
}, 90_000)

test('tagged after the month was closed: the month stays as it was approved without a correction, and the campaign counts what was approved', async () => {
  const campaignId = await call()
  const [eventId, entry] = [await held(43), await logged(5)]
  world.cloud.clock.set('2026-12-01T02:00:00.000Z')
  const month = { unitId: 'yuyin', month: '2026-11' }
  const { hash } = valueOf(await world.call('lin', submitReport, { recordId: newRecordId(), ...month, steps: 0, missing: [] }))
  valueOf(await world.call('he', approveReport, { recordId: newRecordId(), ...month, hash }))
  const totals = async () => { await settled(); const { asOf: _, ...rest } = valueOf(await world.call('lin', monthTotals, month)); return rest }
  const before = await totals()
  expect(before.closed).not.toBeNull()
  valueOf(await tagging(campaignId, 'event', eventId))
  valueOf(await tagging(campaignId, 'entry', entry))
  expect(await totals()).toEqual(before)
  expect(before.corrections).toBeNull()
  expect(await values(campaignId)).toEqual(both)
  // What comes later is a correction of the month, and is in neither.
  valueOf(await world.call('he', headcount, { recordId: newRecordId(), sessionId: `${eventId}-s1`, people: 60, softness: 'exact', source: 'backfill', at: '2026-12-01T02:00:00.000Z', offsetMs: 0 }))
  expect((await totals()).corrections).not.toBeNull()
  expect(await values(campaignId)).toEqual(both)
})
