import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf } from './open-test-cloud'
import type { Cloud } from './start-cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await openTestCloud()
})
afterAll(() => cloud.stop())

test('a text passes the check, a code is a picture', async () => {
  const openapi = sdkOf(cloud).openapi
  expect(await openapi.security!.msgSecCheck!({ version: 2, scene: 1, openid: 'o', content: '通知' })).toMatchObject({ errCode: 0, result: { suggest: 'pass' } })
  const code = await openapi.wxacode!.getUnlimited!({ scene: 'e=1', page: 'pages/event' })
  expect(code.contentType).toBe('image/png')
  expect((code.buffer as Buffer).subarray(1, 4).toString()).toBe('PNG')
  expect(cloud.outbox().map(({ api }) => api)).toEqual(['security.msgSecCheck', 'wxacode.getUnlimited'])
})
