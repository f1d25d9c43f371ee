import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud } from './fixtures/open-test-cloud'
import type { Cloud } from './start-cloud'

let cloud: Cloud
beforeAll(async () => {
  process.env.LINLI_TEST_SECRET = 'do not leak'
  cloud = await openTestCloud({ now: '2017-10-01T01:00:00.000Z', env: { LINLI_CODE_KEYS: 'k1:abc' } })
})
afterAll(() => cloud.stop())

interface Probe {
  event: Record<string, unknown>
  wxContext: Record<string, unknown>
  contextAfterwards?: string
  atOnce: number
  pid: number
  now: string
  today: string
  variable: string | null
  variables: string[]
}
const probe = (openid: string | null, data: object = {}) => cloud.invoke('probe', { openid, data }) as Promise<Probe>

test('a function learns who calls, and a caller without a person has no context', async () => {
  const named = await probe('o-zhang', { a: 1 })
  expect(named.wxContext).toMatchObject({ OPENID: 'o-zhang', ENV: 'local-env', SOURCE: 'wx_client' })
  expect(named.event).toMatchObject({ a: 1, userInfo: { openId: 'o-zhang' } })
  expect((await probe(null)).wxContext).toEqual({})
})

test('an instance runs one event at a time, so people are never mixed up', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => probe(`o-${i}`, { wait: 15 })))
  expect(answers.map(({ contextAfterwards }) => contextAfterwards)).toEqual(answers.map((_, i) => `o-${i}`))
  expect(answers.every(({ atOnce }) => atOnce === 1)).toBe(true)
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2)
})

test('nothing of the surroundings reaches a function, only what it was given', async () => {
  expect((await probe('o', { variable: 'LINLI_TEST_SECRET' })).variable).toBeNull()
  expect((await probe('o', { variable: 'LINLI_CODE_KEYS' })).variable).toBe('k1:abc')
  const { variables } = await probe('o')
  expect(variables.filter((name) => !/^(TCB_|WX_|SCF_|TENCENTCLOUD_|TZ$|SILENCE$|LINLI_CODE_KEYS$|NODE_CHANNEL|SystemRoot$)/.test(name))).toEqual([])
})

test('the clock of the world is the clock of a function', async () => {
  cloud.clock.set('2017-10-01T01:00:00.000Z')
  const { now, today } = await probe('o')
  expect([now.slice(0, 18), today]).toEqual(['2017-10-01T01:00:0', '2017'])
  cloud.clock.set('2018-01-01T00:00:00.000Z')
  expect((await probe('o')).now).toMatch(/^2018-01-01T00:00:0/)
})

test('a function that throws or dies is an error, and the next call finds a fresh instance', async () => {
  const first = await cloud.invoke('crash', {})
  await expect(cloud.invoke('crash', { data: { how: 'throw' } })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('on purpose') })
  await expect(cloud.invoke('crash', { data: { how: 'exit' } })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
  await expect(cloud.invoke('crash', { data: { how: 'later' } })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
  const last = await cloud.invoke('crash', {})
  expect(last).not.toBe(first)
  await expect(cloud.invoke('nowhere', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  await expect(cloud.invoke('../probe', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
})

test('a function that takes longer than it declares is ended, even in an endless loop', async () => {
  await expect(cloud.invoke('slow', { data: { block: 60_000 } })).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
  expect(await cloud.invoke('slow', { data: {} })).toEqual(expect.any(Number))
})

test('one function calls another, for the same person', async () => {
  const answer = (await cloud.invoke('caller', { openid: 'o-zhang', data: { name: 'probe', data: { b: 2 } } })) as Probe
  expect(answer.event).toEqual({ b: 2 })
  expect(answer.wxContext).toMatchObject({ OPENID: 'o-zhang', SOURCE: 'wx_client,scf' })
  await expect(cloud.invoke('caller', { data: { name: 'crash', data: { how: 'throw' } } })).rejects.toThrow()
})

test('a timer comes without a person', async () => {
  const { event, wxContext } = (await cloud.invoke('probe', { openid: 'o-forged', source: 'timer', data: { a: 1 } })) as Probe
  expect(event).toMatchObject({ Type: 'Timer', Message: '' })
  expect(event).not.toHaveProperty('a')
  expect(wxContext).toEqual({})
})

test('what a function sends to WeChat is recorded with who asked for it', async () => {
  cloud.subscribe('o-li', 't1')
  await probe('o-zhang', { openapi: { touser: 'o-li', templateId: 't1', data: { thing1: { value: '活动提醒' } } } })
  expect(cloud.outbox().at(-1)).toMatchObject({
    api: 'subscribeMessage.send',
    data: { touser: 'o-li', template_id: 't1', data: { thing1: { value: '活动提醒' } } },
    functionName: 'probe',
    openid: 'o-zhang',
  })
})
