import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from './place'

let place: Place
beforeAll(async () => {
  place = await openPlace()
})
afterAll(async () => expect((await place.close()).strangeActions).toEqual([]))

/** Through a function, as nothing else may use cloud.openapi. */
async function openapi(api: string, data: object): Promise<Record<string, unknown>> {
  return (await place.sdk.callFunction({ name: 'contract-probe', data: { ask: 'openapi', api, data } })).result as Record<string, unknown>
}

test('a text is not checked for somebody who did not use the mini program', async () => {
  const text = { content: '重阳节包饺子，欢迎邻居们来', version: 2, scene: 2, openid: 'o-nobody' }
  expect(await openapi('security.msgSecCheck', text)).toMatchObject({ errCode: expect.any(Number) })
})

test('a code comes as a picture (trap 7)', async () => {
  const { answer } = await openapi('wxacode.getUnlimited', { scene: 'e=1', checkPath: false })
  const { contentType, base64 } = answer as { contentType: string; base64: string }
  expect(contentType).toMatch(/^image\/(png|jpeg)$/)
  expect(Buffer.from(base64, 'base64').length).toBeGreaterThan(500)
})

test('a code\'s scene has at most 32 characters', async () => {
  expect(await openapi('wxacode.getUnlimited', { scene: 'x'.repeat(33), checkPath: false })).toMatchObject({ errCode: expect.any(Number) })
})

test('a message to somebody whom WeChat does not know is refused', async () => {
  const message = { touser: 'o-nobody', templateId: 'none', data: { thing1: { value: '活动提醒' } } }
  expect(await openapi('subscribeMessage.send', message)).toMatchObject({ errCode: expect.any(Number) })
})

test('a picture is not checked for somebody who did not use the mini program', async () => {
  const picture = { mediaUrl: 'https://example.com/a.jpg', mediaType: 2, version: 2, scene: 1, openid: 'o-nobody' }
  expect(await openapi('security.mediaCheckAsync', picture)).toMatchObject({ errCode: expect.any(Number) })
})

test('a phone code that nobody was given tells no number', async () => {
  const told = await openapi('phonenumber.getPhoneNumber', { code: 'made-up' })
  expect(told).toMatchObject({ errCode: 40029 })
  expect(told).not.toHaveProperty('answer')
})

test('a call that the function\'s config.json does not name is -604101', async () => {
  const { result } = await place.sdk.callFunction({ name: 'contract-unpermitted', data: { code: 'made-up' } })
  expect(result).toMatchObject({ errCode: -604101 })
})

test('a call that WeChat does not know is -604100', async () => {
  expect(await openapi('nothing.likeThis', {})).toMatchObject({ errCode: -604100 })
})
