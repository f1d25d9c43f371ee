/** A world is the same each time it is opened, and keeps what was done in it. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listWork } from '../../contract/work/list'
import { logWork } from '../../contract/work/log'
import { clockLeftIn } from './kept-clock'
import { openWorld } from './open-world'
import { worldNames, worlds } from './worlds'

let dataDir: string
beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'linli-world-')) })
afterEach(() => rmSync(dataDir, { recursive: true }))

const banner = { recordId: 'the-banner-of-the-test', indicator: 'banners_hung', quantity: 1, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1', at: '2026-11-27T10:20:00.000Z', offsetMs: 0 } as const
const november = { unitId: 'yuyin-1', from: '2026-11-27', to: '2026-11-27' }

test('opened again, it keeps what was done; opened fresh, it has forgotten', async () => {
  const first = await openWorld({ name: 'empty', dataDir })
  expect(await first.call('chen', logWork, banner)).toMatchObject({ ok: true, value: { outcome: 'counted' } })
  await first.stop()

  const second = await openWorld({ name: 'empty', dataDir })
  expect(await second.call('chen', listWork, november)).toMatchObject({ value: { entries: [{ id: banner.recordId }] } })
  await second.stop()

  const third = await openWorld({ name: 'empty', dataDir, fresh: true })
  expect(await third.call('chen', listWork, november)).toMatchObject({ value: { entries: [] } })
  await third.stop()
})

test('the clock goes on where it was left, so that nothing done lies in the future; fresh, it is the first evening again', async () => {
  const first = await openWorld({ name: 'empty', dataDir })
  first.cloud.clock.advance(60 * 60_000)
  const left = first.cloud.clock.now()
  await first.stop()
  const second = await openWorld({ name: 'empty', dataDir })
  expect(second.cloud.clock.now()).toBeGreaterThanOrEqual(left)
  expect(second.cloud.clock.now()).toBeLessThan(left + 60_000)
  await second.stop()
  const fresh = await openWorld({ name: 'empty', dataDir, fresh: true })
  expect(fresh.cloud.clock.now()).toBeLessThan(Date.parse(worlds.empty.startsAt) + 60_000)
  await fresh.stop()
})

test('a clock that was set is kept at once, also when nobody said goodbye', async () => {
  const world = await openWorld({ name: 'empty', dataDir })
  world.cloud.clock.set('2026-11-28T12:00:00.000Z')
  expect(clockLeftIn(dataDir)).toMatch(/^2026-11-28T12:00:0/)
  await world.stop()
})

test('a folder whose seeding broke off is seeded again', async () => {
  await (await openWorld({ name: 'month-end', dataDir })).stop()
  rmSync(join(dataDir, 'world.json'))
  const again = await openWorld({ name: 'empty', dataDir })
  expect(again.cloud.db.count('events')).toBe(0)
  await again.stop()
})

test('a world that is open is not cleared under whoever is in it', async () => {
  const first = await openWorld({ name: 'empty', dataDir })
  await expect(openWorld({ name: 'empty', dataDir, fresh: true })).rejects.toThrow('Another cloud')
  expect(existsSync(join(dataDir, 'world.json'))).toBe(true)
  await first.stop()
})

test('a folder with another world is left alone', async () => {
  writeFileSync(join(dataDir, 'world.json'), '{"name":"month-end"}')
  await expect(openWorld({ name: 'empty', dataDir })).rejects.toThrow('另一个世界')
})

test('without built functions it says what to run', async () => {
  await expect(openWorld({ name: 'empty', dataDir, cloud: { functionsDir: join(dataDir, 'nothing') } })).rejects.toThrow('npm run build:functions')
})

test.each(worldNames)('%s tells the same story twice', (name) => {
  expect(worlds[name].seed()).toEqual(worlds[name].seed())
})

test('no seed holds a total, and each seat that is taken is gone from the places left', () => {
  const day = worlds['event-day'].seed() as Record<string, Record<string, unknown>[]>
  expect(Object.keys(day).sort()).toEqual(['attendance', 'campaigns', 'events', 'grants', 'headcounts', 'openids', 'people', 'registrations', 'seat-books', 'units', 'walk-ins', 'work-entries'])
  const tonight = day['seat-books']?.find((book) => book._id === 'opera-evening') as { left: { s1: number }; taken: Record<string, { n: number }> }
  expect(tonight.left.s1).toBe(12)
  expect(Object.values(tonight.taken).reduce((taken, party) => taken + party.n, 0)).toBe(28)
})
