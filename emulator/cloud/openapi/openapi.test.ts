import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCloud, sdkOf } from '../fixtures/open-test-cloud'
import type { Sdk } from '../../contract/sdk'
import type { Cloud } from '../start-cloud'

let cloud: Cloud
let sdk: Sdk
beforeAll(async () => {
  cloud = await openTestCloud()
  sdk = sdkOf(cloud)
})
afterAll(() => cloud.stop())

const check = () => sdk.openapi.security!.msgSecCheck!({ content: '重阳节包饺子', version: 2, scene: 2, openid: 'o-zhang' })

test('a function calls what its config.json names, and a process that is no function calls nothing', async () => {
  await cloud.invoke('slow', { openid: 'o-zhang' })
  await expect(check()).rejects.toMatchObject({ errCode: -604104 })
  Object.assign(process.env, cloud.env('slow'))
  await expect(check()).rejects.toMatchObject({ errCode: -604101 })
  Object.assign(process.env, cloud.env('probe'))
  await expect(check()).resolves.toMatchObject({ errCode: 0 })
  await expect(sdk.openapi.customerServiceMessage!.send!({})).rejects.toMatchObject({ errCode: -604100 })
  expect(cloud.outbox().map(({ functionName, errcode }) => [functionName, errcode])).toEqual([['probe', 0]])
})

test('an invocation that is over calls nothing any more', async () => {
  process.env.WX_API_TOKEN = 'of-an-invocation-that-is-over'
  await expect(check()).rejects.toMatchObject({ errCode: -604104 })
})

test('rubbish is answered in the platform\'s form', async () => {
  const part = (name: string, value: string) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const bodies = ['', '--b', '--b--', part('action', 'wx.openApi'), `${part('action', 'wx.openApi')}${part('requestData', '\u0012\u00ff\u0001rubbish')}--b--`, '\u0000'.repeat(1000)]
  for (const body of bodies) {
    for (const type of ['multipart/form-data; boundary=b', 'multipart/form-data']) {
      const answer = await fetch(cloud.adminUrl, { method: 'POST', body, headers: { 'content-type': type } })
      expect([answer.status, await answer.json()], body.slice(0, 40)).toMatchObject([200, { code: 'INVALID_PARAM', requestId: expect.any(String) }])
    }
  }
  const large = await fetch(cloud.adminUrl, { method: 'POST', body: Buffer.alloc(51 * 1024 * 1024), headers: { 'content-type': 'multipart/form-data; boundary=b' } })
  expect(await large.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' })
})
