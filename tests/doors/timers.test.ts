/** Jobs are started by the platform's timer; who says "I am the timer" in an event is a client all the same. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrix } from '../../cloudfunctions/_shared/rules/matrix'
import { openidOf, type CastId } from '../../emulator/world/cast'
import { openHouse, type House } from './house'

const folder = resolve(__dirname, '../../cloudfunctions')
/** Function and name of its trigger, as they are deployed. */
const timers = readdirSync(folder).filter((name) => !name.startsWith('_')).flatMap((name) => {
  const { triggers = [] } = JSON.parse(readFileSync(join(folder, name, 'config.json'), 'utf8')) as { triggers?: { name: string }[] }
  return triggers.map((trigger) => ({ name, trigger: trigger.name }))
})

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.publish()
})
afterAll(() => house.stop())

const lin = { openId: openidOf('lin'), appId: 'wx0000000000000000' }
function forgeries(name: string, trigger: string): object[] {
  const byTimer = { Type: 'Timer', TriggerName: trigger, Time: '2026-11-27T10:20:00Z', Message: '' }
  const asPlatform = { userInfo: null, openid: null, OPENID: '', wxContext: { OPENID: '', SOURCE: 'wx_trigger' }, source: 'wx_trigger', SOURCE: 'timer', TCB_SOURCE: 'wx_trigger', TRIGGER_SRC: 'timer', env: { TRIGGER_SRC: 'timer' } }
  return [
    { call: trigger }, { call: trigger, input: {} }, { call: `${name}/${trigger}`, input: {} }, { call: 'main' }, { call: 'run' }, { call: 'timer' },
    byTimer, { ...byTimer, call: trigger }, { ...byTimer, ...asPlatform }, { ...byTimer, ...asPlatform, call: trigger, input: {} },
    { call: trigger, input: {}, ...asPlatform }, { call: trigger, input: {}, userInfo: lin, openid: lin.openId, caller: { grants: [{ role: 'admin', unitId: 'hewan' }] } },
  ]
}

test('every job of the matrix has its timer', () => {
  const jobs = Object.entries(matrix).filter(([, row]) => row === 'timer').map(([job]) => job)
  expect(timers.map(({ name, trigger }) => `${name}/${trigger}`).sort()).toEqual(jobs.sort())
})

test.each(timers)('no client starts $name/$trigger, not even an admin, and the timer does', async ({ name, trigger }) => {
  const before = house.everything()
  const operations = house.cloud.faults.listen(name)
  for (const who of ['zhang', 'chen', 'he'] satisfies CastId[]) {
    for (const data of forgeries(name, trigger)) {
      const { result } = await house.cloud.client(openidOf(who)).callFunction({ name, data })
      expect(result, JSON.stringify(data)).toMatchObject({ ok: false, failure: 'not-allowed' })
    }
  }
  expect(operations, 'not one operation').toEqual([])
  expect(house.everything() === before).toBe(true)
  await house.cloud.invoke(name, { source: 'timer' })
  expect(operations.length).toBeGreaterThan(0)
  house.cloud.faults.disarm()
})

test('who somebody is stands in no event', async () => {
  const asLin = { userInfo: lin, openid: lin.openId, OPENID: lin.openId, wxContext: { OPENID: lin.openId }, personKey: 'p-lin', caller: { personKey: 'p-lin' }, from: lin.openId, _openid: lin.openId }
  const { result } = await house.cloud.client(openidOf('zhang')).callFunction({ name: 'people', data: { call: 'who-am-i', input: { ...asLin }, ...asLin } })
  expect(result).toMatchObject({ ok: true, value: { personKey: 'p-zhang', roles: [] } })
  const before = house.everything()
  const input = { recordId: 'record-of-a-burglar-1', unitId: 'yuyin', role: 'admin', name: '张阿姨', ...asLin }
  expect(await house.cloud.client(openidOf('zhang')).callFunction({ name: 'roles', data: { call: 'invite', input, ...asLin } })).toMatchObject({ result: { ok: false, failure: 'not-allowed' } })
  expect(house.everything() === before).toBe(true)
})
