import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestCloud, sdkOf } from '../fixtures/open-test-cloud'
import type { Cloud } from '../start-cloud'

let cloud: Cloud
let security: Record<string, (data: object) => Promise<Record<string, unknown>>>
beforeAll(async () => {
  cloud = await openTestCloud({ now: '2017-10-01T01:00:00.000Z', messagePush: 'pushed' })
  security = sdkOf(cloud).openapi.security!
  Object.assign(process.env, cloud.env('probe'))
})
afterAll(() => cloud.stop())
beforeEach(() => void cloud.db.remove('notes', {}))

const text = (changed: object = {}) => security.msgSecCheck!({ version: 2, scene: 2, openid: 'o-zhang', content: '重阳节包饺子', ...changed })
const picture = (mediaUrl: string, changed: object = {}) => security.mediaCheckAsync!({ mediaUrl, mediaType: 2, version: 2, scene: 1, openid: 'o-zhang', ...changed })
const uses = (openid: string) => cloud.invoke('probe', { openid })

test('only words of somebody who used the mini program within two hours are checked', async () => {
  await expect(text()).rejects.toMatchObject({ errCode: 61010 })
  await uses('o-li')
  await expect(text()).rejects.toMatchObject({ errCode: 61010 })
  await uses('o-zhang')
  expect(await text()).toMatchObject({ errCode: 0, result: { suggest: 'pass', label: 100 }, traceId: expect.any(String) })
  cloud.clock.advance(2 * 3600_000 - 60_000)
  await text()
  cloud.clock.advance(61_000)
  await expect(text()).rejects.toMatchObject({ errCode: 61010 })
})

test('a call of a function for the person, or of a timer, is no visit', async () => {
  await cloud.invoke('probe', { source: 'timer' })
  await expect(text({ openid: 'o-wang' })).rejects.toMatchObject({ errCode: 61010 })
})

test('a text is at most 2,500 characters, and says whose it is and where it stands', async () => {
  await uses('o-zhang')
  await text({ content: '字'.repeat(2500) })
  await expect(text({ content: '字'.repeat(2501) })).rejects.toMatchObject({ errCode: 45002 })
  await expect(text({ content: '' })).rejects.toMatchObject({ errCode: 44002 })
  await expect(text({ scene: 5 })).rejects.toMatchObject({ errCode: 40129 })
  await expect(text({ openid: '' })).rejects.toMatchObject({ errCode: 40003 })
  await expect(text({ version: 3 })).rejects.toMatchObject({ errCode: 47001 })
})

test('a risky text is an answer, and the first form, without a version, has none', async () => {
  await uses('o-zhang')
  expect(await text({ content: '这里有违规测试词' })).toMatchObject({ errCode: 0, result: { suggest: 'risky', label: 20001 }, detail: [{ suggest: 'risky' }] })
  expect(await text({ nickname: '违规测试词' })).toMatchObject({ result: { suggest: 'risky' } })
  await expect(text({ version: undefined })).rejects.toMatchObject({ errCode: 47001 })
  await expect(security.msgSecCheck!({ content: '重阳节包饺子' })).rejects.toMatchObject({ errCode: 47001 })
})

async function addressOf(cloudPath: string): Promise<string> {
  return sdkOf(cloud).getTempFileURL({ fileList: [cloud.upload(cloudPath, Buffer.from('jpeg'))] }).then(({ fileList }) => String(fileList[0]?.tempFileURL))
}

test('what is found in a picture comes later, as a message from nobody', async () => {
  await uses('o-zhang')
  const address = await addressOf('evidence/横幅.jpg')
  Object.assign(process.env, cloud.env('probe'))
  const asked = [await picture(address), await picture(address)].map(({ traceId }) => traceId)
  expect(cloud.db.find('notes')).toEqual([])
  await cloud.deliverPushes()
  await cloud.deliverPushes()
  const arrived = cloud.db.find('notes') as { event: Record<string, unknown>; from: null }[]
  expect(arrived.map(({ event }) => event.trace_id).sort()).toEqual(asked.sort())
  expect(arrived[0]).toMatchObject({ from: null, event: { MsgType: 'event', Event: 'wxa_media_check', version: 2, errcode: 0, result: { suggest: 'pass', label: 100 } } })
})

test('a picture may be risky, its message may be lost, and its address may lead nowhere', async () => {
  await uses('o-zhang')
  const address = await addressOf('evidence/b.jpg')
  Object.assign(process.env, cloud.env('probe'))
  await picture(address)
  await cloud.deliverPushes('lost')
  expect(cloud.db.find('notes')).toEqual([])
  await picture(address)
  await cloud.deliverPushes('risky')
  await picture(`${address}0`)
  await picture('https://example.com/a.jpg')
  await cloud.deliverPushes('risky')
  const events = cloud.db.find('notes').map(({ event }) => event as { errcode: number; result?: { suggest: string } })
  expect(events.map(({ errcode, result }) => [errcode, result?.suggest]).sort()).toEqual([[-1008, undefined], [-1008, undefined], [0, 'risky']])
})

test('a picture is asked about in the second form only', async () => {
  await uses('o-zhang')
  await expect(picture('')).rejects.toMatchObject({ errCode: 44002 })
  await expect(picture('http://a', { mediaType: 3 })).rejects.toMatchObject({ errCode: 47001 })
  await expect(picture('http://a', { version: 1 })).rejects.toMatchObject({ errCode: 47001 })
  await expect(picture('http://a', { openid: 'o-nobody' })).rejects.toMatchObject({ errCode: 61010 })
})
