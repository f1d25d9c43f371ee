import { afterEach, expect, test, vi } from 'vitest'
import { createGate } from './limits'
import { openTestCloud, sdkOf } from './fixtures/open-test-cloud'

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

test('what is beyond the plan is refused, whether a function asks, or a client for a function or the database', async () => {
  const rules = { collections: { notes: 'READONLY' } } as const
  const cloud = await openTestCloud({ requestsPerSecond: 0, accessRules: rules })
  const client = cloud.client('o-zhang')
  const refused = { code: 'EXCEED_REQUEST_LIMIT' }
  await expect(sdkOf(cloud).database().collection('notes').count()).rejects.toMatchObject({ errCode: -501003 })
  await expect(client.callFunction({ name: 'probe' })).rejects.toMatchObject(refused)
  await expect(client.database.get('notes')).rejects.toMatchObject(refused)
  await expect(client.database.count('notes')).rejects.toMatchObject(refused)
  await expect(client.database.add('notes', {})).rejects.toMatchObject(refused)
  await expect(client.database.update('notes', {}, {})).rejects.toMatchObject(refused)
  await expect(client.database.remove('notes', {})).rejects.toMatchObject(refused)
  await cloud.stop()
})
