import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud } from './open-test-cloud'
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
