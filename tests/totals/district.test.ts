/** A generated district through the real function: every cell that is shown, of every kind of time, opens page by page to facts that sum to it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Call, Output } from '../../contract/call'
import { figureFacts } from '../../contract/totals/facts'
import { monthTotals } from '../../contract/totals/month'
import { periodTotals } from '../../contract/totals/of-period'
import { monthMade, monthsOf, unitsOf, type Size } from './district'
import { openidRecord } from '../../cloudfunctions/_shared/records/openids'
import { callFunction, type Sent } from '../../emulator/world/call-function'
import { openWorld, type OpenWorld } from '../../emulator/world/open-world'

const size: Size = { streets: 2, communities: 4, grids: 6, months: 4, checkIns: 1200, people: 70, entries: 800 }
let world: OpenWorld
beforeAll(async () => {
  world = await openWorld({ name: 'empty', cloud: { env: { LINLI_CALLS_PER_SECOND: '100000' }, mostScanned: Infinity } })
  const { db, clock } = world.cloud
  clock.set('2026-11-30T12:00:00.000Z')
  const place = unitsOf(size)
  db.insertMany('units', [place.district, ...place.streets, ...place.communities, ...place.grids])
  db.insertMany('openids', [openidRecord('openid-of-the-district', 'p-of-the-district', '2026-11-01T00:00:00.000Z', [{ role: 'admin', unitId: 'd' }])])
  for (const [index, month] of monthsOf(size).entries()) {
    const { events, attendance, entries } = monthMade(size, place, month, index)
    db.insertMany('events', events)
    db.insertMany('attendance', attendance)
    db.insertMany('work-entries', entries)
  }
  // One figure that no page holds.
  const [entry] = monthMade(size, place, '2026-11', 3).entries
  db.insertMany('work-entries', Array.from({ length: 230 }, (_, n) => ({ ...entry, _id: `many-${n}`, indicator: 'leaflets_given', unitId: 'c1', path: place.communities[1]!.path, on: '2026-11-10', toCount: true })))
  await world.cloud.invoke('totals', { source: 'timer' })
})
afterAll(() => world.stop())

async function asked<C extends Call>(call: C, input: Sent<C>): Promise<Output<C>> {
  const answer = await callFunction(world.cloud, 'openid-of-the-district', call, input)
  if (!answer.ok) throw new Error(`${call.name} ${JSON.stringify(input)}: ${answer.failure}`)
  return answer.value
}

/** Page by page: what the facts add up to, how many pages they are, and the figure that stands above them. */
async function opened(unitId: string, month: string, figure: string, own: boolean) {
  let [sum, page, facts] = [0, 0, 0]
  for (;;) {
    const found = await asked(figureFacts, { unitId, month, figure, own, page })
    sum += [...found.sessions.map(({ value }) => value ?? 0), ...found.entries.map(({ quantity }) => quantity ?? 0)].reduce((total, one) => total + one, 0)
    facts += found.sessions.length + found.entries.length
    page += 1
    if (found.notListed === 0) return { sum, pages: page, facts, value: found.figure.value }
  }
}

const isPeople = (name: string) => name.endsWith('attendees')
let cells = 0
let pages = 0

async function everyCell(unitId: string, period: string, totals: Pick<Output<typeof monthTotals>, 'figures' | 'parts'>) {
  const check = async (of: string, own: boolean, name: string, value: number | null) => {
    const found = await opened(of, period, name, own)
    cells += 1
    pages += found.pages
    expect([of, own, name, found.value]).toEqual([of, own, name, value])
    if (isPeople(name)) expect(found.sum).toBeGreaterThanOrEqual(value ?? 0)
    else expect([of, own, name, found.sum]).toEqual([of, own, name, value])
  }
  for (const { name, value } of totals.figures) {
    await check(unitId, false, name, value)
    const parts = totals.parts.flatMap((part) => part.values[name]?.value ?? [])
    const sum = parts.reduce((total, one) => total + one, 0)
    if (isPeople(name)) expect([Math.max(...parts) <= value!, value! <= sum]).toEqual([true, true])
    else expect([name, sum]).toEqual([name, value])
  }
  for (const part of totals.parts) for (const [name, { value }] of Object.entries(part.values)) await check(part.unit.id, part.own, name, value)
}

test.each(['d', 'c1', 'g2'])('%s: each cell of a month', async (unitId) => {
  const totals = await asked(monthTotals, { unitId, month: '2026-11' })
  expect(totals.trend.map(({ month }) => month)).toEqual(['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'])
  expect(totals.figures.length).toBeGreaterThan(2)
  await everyCell(unitId, '2026-11', totals)
}, 120_000)

test.each([['s1', '2026-Q4'], ['c0', '2026-09-20_2026-11-10']])('%s, %s: each cell of a longer time', async (unitId, period) => {
  const totals = await asked(periodTotals, { unitId, period })
  expect(totals.figures.length).toBeGreaterThan(10)
  await everyCell(unitId, period, totals)
}, 120_000)

test('a year is its months, but for the people, who are counted once', async () => {
  const year = await asked(periodTotals, { unitId: 'd', period: '2026' })
  const months = await Promise.all(monthsOf(size).map((month) => asked(monthTotals, { unitId: 'd', month })))
  for (const { name, value } of year.figures) {
    const sum = months.flatMap(({ figures }) => figures.find((one) => one.name === name)?.value ?? []).reduce((total, one) => total + one, 0)
    if (isPeople(name)) expect(value).toBeLessThanOrEqual(sum)
    else expect([name, value]).toEqual([name, sum])
  }
  expect(year.figures.find(({ name }) => name === 'attendees')?.value).toBe(size.people)
})

test('some of them took more than one page', () => {
  console.log(`a generated district: ${cells} cells, ${pages} pages`)
  expect(pages).toBeGreaterThan(cells + 3)
  expect(cells).toBeGreaterThan(200)
})
