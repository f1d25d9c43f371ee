/** What a function may declare, take and answer; beyond that it fails as in production. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestCloud } from '../fixtures/open-test-cloud'
import { startCloud, type Cloud } from '../start-cloud'

let cloud: Cloud
beforeAll(async () => { cloud = await openTestCloud() })
afterAll(() => cloud.stop())

const failsWith = (code: string, message = '') => ({ code, message: expect.stringContaining(message) as unknown })
const hungry = (data: object) => cloud.invoke('hungry', { data }) as Promise<{ pid: number; context: object }>
const answer = (kind: string, length = 0) => cloud.invoke('answers', { data: { kind, length } })

test('a function is told what it declared', async () => {
  expect((await hungry({})).context).toMatchObject({ time_limit_in_ms: 10_000, memory_limit_in_mb: 128 })
})

test('a function that holds more memory than it declared is ended, and the next call finds a fresh instance', async () => {
  const { pid } = await hungry({ bytes: 20 })
  await expect(hungry({ bytes: 150, thenWait: 9000 })).rejects.toMatchObject(failsWith('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', 'of 128 MB'))
  expect((await hungry({})).pid).not.toBe(pid)
})

// Only Linux tells how much a process held at its most (VmHWM).
test.runIf(process.platform === 'linux')('having given it back before the answer is no excuse', async () => {
  await expect(hungry({ bytes: 150 })).rejects.toMatchObject(failsWith('FUNCTIONS_MEMORY_LIMIT_EXCEEDED'))
})

test('a heap that runs away, in a loop that lets nothing else happen, ends in its own process', async () => {
  await expect(hungry({ objects: 1e9 })).rejects.toMatchObject(failsWith('FUNCTIONS_MEMORY_LIMIT_EXCEEDED'))
})

test('an answer is 1 MB at most, in bytes', async () => {
  const quotes = 2
  expect(await answer('text', 1024 * 1024 - quotes)).toHaveLength(1024 * 1024 - quotes)
  await expect(answer('text', 1024 * 1024)).rejects.toMatchObject(failsWith('EXCEED_MAX_RESPONSE_SIZE'))
  await expect(answer('chinese', 400_000)).rejects.toMatchObject(failsWith('EXCEED_MAX_RESPONSE_SIZE'))
})

test('a call is 100 KB at most, whoever makes it', async () => {
  const data = (length: number) => ({ text: 'x'.repeat(length - '{"text":""}'.length) })
  await cloud.invoke('answers', { openid: 'o', data: { kind: 'nothing', ...data(102_000) } })
  await expect(cloud.invoke('answers', { openid: 'o', data: data(100 * 1024 + 1) })).rejects.toMatchObject(failsWith('EXCEED_MAX_PAYLOAD_SIZE'))
  await expect(cloud.invoke('answers', { openid: 'o', data: { text: '社'.repeat(40_000) } })).rejects.toMatchObject(failsWith('EXCEED_MAX_PAYLOAD_SIZE'))
  const through = (length: number) => cloud.invoke('messenger', { data: { length } })
  expect(await through(90_000)).toBe('arrived')
  await expect(through(110_000)).rejects.toMatchObject({ message: expect.stringContaining('100 KB') as unknown })
})

test('what is not JSON is an error on either way, and an answer of nothing is null', async () => {
  await expect(answer('bigint')).rejects.toMatchObject(failsWith('FUNCTIONS_EXECUTE_FAIL', 'BigInt'))
  await expect(answer('circle')).rejects.toMatchObject(failsWith('FUNCTIONS_EXECUTE_FAIL', 'circular'))
  expect(await answer('nothing')).toBeNull()
  const circle: { self?: object } = {}
  circle.self = circle
  await expect(cloud.invoke('answers', { data: circle })).rejects.toMatchObject(failsWith('INVALID_PARAM', 'not JSON'))
  await expect(cloud.invoke('answers', { data: { kind: 1n } })).rejects.toMatchObject(failsWith('INVALID_PARAM', 'not JSON'))
})

test('a call beyond the instances waits for one, or is refused where the cloud was told so', async () => {
  const busy = await openTestCloud({ instancesPerFunction: 1, refuseWhenBusy: true })
  try {
    const [first, second] = await Promise.allSettled([busy.invoke('answers', { data: { kind: 'nothing' } }), busy.invoke('answers', { data: { kind: 'nothing' } })])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' } })
  } finally {
    await busy.stop()
  }
})

describe('config.json', () => {
  let folder: string
  const deploy = (name: string, config: string) => {
    mkdirSync(join(folder, 'functions', name), { recursive: true })
    writeFileSync(join(folder, 'functions', name, 'index.js'), 'exports.main = async (_, context) => context')
    writeFileSync(join(folder, 'functions', name, 'config.json'), config)
  }
  const start = () => startCloud({ dataDir: join(folder, 'data'), functionsDir: join(folder, 'functions'), indexes: {} })
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'linli-config-')) })
  afterAll(() => rmSync(folder, { recursive: true }))

  const timer = { name: 'sweep', type: 'timer', config: '0 */5 * * * * *' }
  test.each([
    ['{ "timeout": 3, }', 'JSON'],
    ['[]', 'object'],
    ['{ "timeout": 0 }', 'timeout'],
    ['{ "timeout": 61 }', 'timeout'],
    ['{ "timeout": "20" }', 'timeout'],
    ['{ "memorySize": 63 }', 'memorySize'],
    ['{ "memorySize": 200 }', 'memorySize'],
    ['{ "memorySize": 3200 }', 'memorySize'],
    ['{ "permissions": { "openapi": "security.msgSecCheck" } }', 'openapi'],
    [JSON.stringify({ triggers: [timer, { ...timer, name: 'second' }] }), 'one at most'],
    [JSON.stringify({ triggers: [{ ...timer, config: '0 */5 * * * *' }] }), '7'],
    [JSON.stringify({ triggers: [{ ...timer, config: '0 61 * * * * *' }] }), 'minute'],
    [JSON.stringify({ triggers: [{ ...timer, name: '1st' }] }), 'name'],
    [JSON.stringify({ triggers: [{ ...timer, name: 'x'.repeat(61) }] }), 'name'],
    [JSON.stringify({ triggers: [{ ...timer, type: 'cron' }] }), 'timer'],
  ])('%s cannot be deployed: neither at the start nor later, and the file is named', async (config, why) => {
    deploy('late', config)
    await expect(start()).rejects.toThrow(/late.config\.json: /)
    await expect(start()).rejects.toThrow(why)
    rmSync(join(folder, 'functions/late'), { recursive: true })
    const started = await start()
    try {
      deploy('late', config)
      await expect(started.invoke('late', {})).rejects.toThrow(/late.config\.json: /)
    } finally {
      await started.stop()
      rmSync(join(folder, 'functions/late'), { recursive: true })
    }
  })

  test('a function that takes a callback does not start, and its log says why', async () => {
    deploy('old', '{}')
    writeFileSync(join(folder, 'functions/old/index.js'), 'exports.main = (event, context, callback) => callback(null, 1)')
    const started = await start()
    try {
      await expect(started.invoke('old', {})).rejects.toMatchObject(failsWith('FUNCTIONS_EXECUTE_FAIL', 'see its log'))
      expect(readFileSync(join(folder, 'data/logs/old.log'), 'utf8')).toContain('return a promise')
    } finally {
      await started.stop()
    }
  })

  test('the variables of functions are 4 KB at most, names included', async () => {
    const startWith = (KEYS: string) => startCloud({ dataDir: join(folder, 'data'), functionsDir: join(folder, 'functions'), indexes: {}, env: { KEYS } })
    await expect(startWith('x'.repeat(4093))).rejects.toThrow('4 KB')
    await (await startWith('x'.repeat(4092))).stop()
  })

  test('a function that declares nothing has 3 seconds and 256 MB', async () => {
    deploy('modest', '{}')
    const started = await start()
    try {
      expect(await started.invoke('modest', {})).toMatchObject({ time_limit_in_ms: 3000, memory_limit_in_mb: 256 })
    } finally {
      await started.stop()
    }
  })
})
