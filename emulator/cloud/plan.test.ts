import { afterEach, expect, test, vi } from 'vitest'
import { createGate } from './limits'
import { openTestCloud, sdkOf } from './open-test-cloud'

afterEach(() => vi.useRealTimers())

test('a plan allows so many requests in each second, and no more', () => {
  vi.useFakeTimers({ now: new Date('2017-10-01T01:00:00.100Z') })
  const gate = createGate(2)
  const allowed = () => {
    try {
      gate()
      return true
    } catch {
      return false
    }
  }
  expect([allowed(), allowed(), allowed(), allowed()]).toEqual([true, true, false, false])
  vi.setSystemTime(new Date('2017-10-01T01:00:01.000Z'))
  expect([allowed(), allowed(), allowed()]).toEqual([true, true, false])
})

test('what is beyond the plan is -501003', async () => {
  const cloud = await openTestCloud({ requestsPerSecond: 0 })
  await expect(sdkOf(cloud).database().collection('notes').count()).rejects.toMatchObject({ errCode: -501003 })
  await cloud.stop()
})
