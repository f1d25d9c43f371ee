/** Timers by the world's clock. `minutely` writes down each of its runs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FIXTURES } from '../fixtures/open-test-cloud'
import { startCloud, type Cloud, type CloudOptions } from '../start-cloud'

interface Run { event: { Type: string; TriggerName: string; Time: string }; timer: boolean; openid: string | null; others: number; over: boolean }

const functionsDir = join(FIXTURES, 'timers')
let dataDir: string
let cloud: Cloud
const open = async (options: Partial<CloudOptions> = {}) => {
  cloud = await startCloud({ dataDir, functionsDir, indexes: { notes: [] }, now: '2017-10-01T01:00:00.000Z', ...options })
}
const runs = () => cloud.db.find('notes') as unknown as Run[]
const times = () => runs().map(({ event }) => event.Time.slice(11))
const logOf = (name: string) => readFileSync(join(dataDir, 'logs', `${name}.log`), 'utf8')
const MINUTE = 60_000

beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'linli-timers-')) })
afterEach(async () => {
  await cloud.stop()
  rmSync(dataDir, { recursive: true })
})

test('the clock goes forward: each moment that it passed over has its run, in order and one at a time', async () => {
  await open()
  cloud.clock.advance(3 * MINUTE)
  await cloud.runTimers()
  expect(times()).toEqual(['01:01:00Z', '01:02:00Z', '01:03:00Z'])
  for (const run of runs()) expect(run).toMatchObject({ event: { Type: 'Timer', TriggerName: 'every-minute' }, timer: true, openid: null, others: 0, over: true })
  await cloud.runTimers()
  expect(runs()).toHaveLength(3)
})

test('a jump over a month runs the last 24 moments only', async () => {
  await open()
  cloud.clock.set('2017-10-31T16:00:00.000Z')
  await cloud.runTimers()
  expect(times()).toHaveLength(24)
  expect([times()[0], times()[23]]).toEqual(['15:37:00Z', '16:00:00Z'])
})

test('set back, nothing runs until the clock comes to a moment anew', async () => {
  await open()
  cloud.clock.advance(MINUTE)
  await cloud.runTimers()
  cloud.clock.advance(-30 * MINUTE)
  await cloud.runTimers()
  expect(times()).toEqual(['01:01:00Z'])
  cloud.clock.advance(MINUTE)
  await cloud.runTimers()
  expect(times()).toEqual(['01:01:00Z', '00:32:00Z'])
})

test('left to themselves they run when their moment comes, and at once when the clock jumps over one', async () => {
  await open({ timers: true, now: '2017-10-01T01:00:59.800Z' })
  await vi.waitFor(() => expect(times()).toEqual(['01:01:00Z']), { timeout: 20_000 })
  cloud.clock.advance(2 * MINUTE)
  await vi.waitFor(() => expect(times()).toEqual(['01:01:00Z', '01:02:00Z', '01:03:00Z']), { timeout: 20_000 })
})

test('two that wait for the same runs do not run them twice', async () => {
  await open({ timers: true })
  cloud.clock.advance(MINUTE)
  cloud.clock.advance(MINUTE)
  await Promise.all([cloud.runTimers(), cloud.runTimers()])
  expect(times()).toEqual(['01:01:00Z', '01:02:00Z'])
  expect(runs().every(({ others, over }) => others === 0 && over)).toBe(true)
})

test('without being told to, none runs', async () => {
  await open()
  cloud.clock.advance(MINUTE)
  await cloud.invoke('minutely', { openid: 'o-zhang' })
  expect(runs()).toMatchObject([{ timer: false }])
})

test('a client that says it is a timer is none', async () => {
  await open()
  await cloud.invoke('minutely', { openid: 'o-zhang', data: { Type: 'Timer', TriggerName: 'every-minute', Time: '2017-10-01T01:00:00Z', Message: '' } })
  await cloud.invoke('minutely', { source: 'timer', openid: 'o-zhang', data: { Type: 'forged' } })
  expect(runs()).toMatchObject([{ timer: false, openid: 'o-zhang' }, { timer: true, openid: null, event: { Type: 'Timer' } }])
})

test('a run that fails stands in its log and keeps nobody waiting', async () => {
  await open({ now: '2016-12-31T15:58:30.000Z' })
  cloud.clock.advance(2 * MINUTE)
  await cloud.runTimers()
  expect(logOf('broken')).toContain('timer failed: FUNCTIONS_EXECUTE_FAIL')
  expect(times()).toEqual(['15:59:00Z', '16:00:00Z'])
})

test('a run that never ends goes with the cloud, without a trace', async () => {
  await open({ now: '2017-01-31T15:59:59.000Z', timers: true })
  await vi.waitFor(() => expect(cloud.db.count('notes', { _id: 'endless' })).toBe(1), { timeout: 20_000 })
  await cloud.stop()
  expect(logOf('endless')).toBe('')
  await open()
})
