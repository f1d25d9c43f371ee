import { expect, test } from 'vitest'
import { openTestCloud, sdkOf } from '../fixtures/open-test-cloud'

test('a code is a phone number once, within five minutes', async () => {
  const cloud = await openTestCloud({ now: '2017-10-01T01:00:00.000Z' })
  const { getPhoneNumber } = sdkOf(cloud).openapi.phonenumber!
  Object.assign(process.env, cloud.env('probe'))
  const numberOf = (code: string) => getPhoneNumber!({ code })
  const code = cloud.phoneCode('o-zhang', '13800001234')
  expect(await numberOf(code)).toMatchObject({ phoneInfo: { phoneNumber: '13800001234', purePhoneNumber: '13800001234', countryCode: '86', watermark: { timestamp: expect.any(Number) } } })
  await expect(numberOf(code)).rejects.toMatchObject({ errCode: 40029 })
  await expect(numberOf('made-up')).rejects.toMatchObject({ errCode: 40029 })
  const late = cloud.phoneCode('o-zhang', '13800001234')
  cloud.clock.advance(5 * 60_000 + 1000)
  await expect(numberOf(late)).rejects.toMatchObject({ errCode: 40029 })
  await cloud.stop()
})
