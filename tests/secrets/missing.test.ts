/** Without its keys a call fails kindly and does nothing; the log names the variable and never a value. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallName } from '../../cloudfunctions/_shared/rules/matrix'
import { createEvent } from '../../contract/events/create'
import { publishEvent } from '../../contract/events/publish'
import { register } from '../../contract/registrations/register'
import type { Sent } from '../../emulator/world/call-function'
import { openidOf, type CastId } from '../../emulator/world/cast'
import { newRecordId, openEvening, valueOf, type Evening } from '../functions/community-evening'
import { stateOf } from '../faults/state'
import { collections } from '../doors/house'

const stamp = { at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }
const code = 'ABCDEFGHJKMN'
/** Well made, of nobody. */
const entryCode = `L1.k1.0000001.${'A'.repeat(22)}.zq1x2.${'A'.repeat(11)}`
const venueCode = `L2.k1.nowhere-s1.20261127.zq1x2.${'A'.repeat(11)}`
const nameOfGrid = (world: Evening) => String(world.cloud.db.find('units', { _id: 'yuyin-1' })[0]?.['name'])
type Needing = readonly [CallName, CastId, (world: Evening) => Promise<object> | object]

const tonight: Sent<typeof createEvent> = { recordId: newRecordId(), kind: 'gala', title: '晚会', hostUnitId: 'yuyin', placeName: '广场', sessions: [{ startsAt: '2026-11-27T11:00:00.000Z', endsAt: '2026-11-27T12:00:00.000Z', capacity: 9 }] }
async function published(world: Evening): Promise<string> {
  const { eventId } = valueOf(await world.call('lin', createEvent, tonight))
  valueOf(await world.call('lin', publishEvent, { eventId }))
  return eventId
}

async function registered(world: Evening): Promise<string> {
  const eventId = await published(world)
  valueOf(await world.call('zhang', register, { recordId: newRecordId(), eventId, sessionIds: [`${eventId}-s1`], partySize: 1, callName: '张阿姨' }))
  return eventId
}

const invite: Needing = ['roles/invite', 'lin', () => ({ recordId: newRecordId(), unitId: 'yuyin', role: 'gridWorker', name: '小吴' })]
/** Every kind of call that makes, opens or checks something under the ring. */
const needing: Record<string, readonly Needing[]> = {
  LINLI_CODE_KEYS: [invite, ['roles/accept', 'zhang', () => ({ code })], ['roles/claim', 'zhang', () => ({ code, name: '张', unitName: '新街道', level: 'street' })],
    ['people/card', 'zhang', () => ({ replaces: 1 })],
    ['registrations/entry-key', 'zhang', async (world) => ({ eventId: await registered(world) })],
    ['attendance/door-book', 'chen', async (world) => ({ sessionId: `${await registered(world)}-s1` })],
    ['attendance/venue-code', 'chen', async (world) => ({ sessionId: `${await published(world)}-s1` })],
    ['attendance/check-in-code', 'chen', async (world) => ({ recordId: newRecordId(), ...stamp, sessionId: `${await published(world)}-s1`, code: entryCode })],
    ['attendance/check-in-self', 'zhang', () => ({ recordId: newRecordId(), ...stamp, code: venueCode })],
  ],
  LINLI_AUDIT_KEY: [
    invite,
    ['units/rename', 'lin', (world) => ({ unitId: 'yuyin-1', name: '东区网格', was: nameOfGrid(world) })],
    ['units/add', 'lin', () => ({ recordId: newRecordId(), parentId: 'yuyin', name: '新网格', level: 'grid' })],
    ['roles/withdraw', 'lin', () => ({ unitId: 'yuyin', personKey: 'p-chen', role: 'gridWorker' })],
    ['attendance/mark-held', 'chen', async (world) => {
      const sessionId = `${await published(world)}-s1`
      world.cloud.clock.set('2026-11-27T11:30:00.000Z')
      return { sessionId, held: true }
    }],
    ['reports/word', 'lin', () => ({ unitId: 'yuyin', month: '2026-11' })],
    ['work/correct', 'chen', async (world) => {
      const entryId = newRecordId()
      await world.cloud.invoke('work', { openid: openidOf('chen'), data: { call: 'log', input: { recordId: entryId, ...stamp, unitId: 'yuyin', indicator: 'banners_hung', quantity: 1, softness: 'exact', on: '2026-11-27' } } })
      return { recordId: newRecordId(), ...stamp, entryId, rev: 1, quantity: 2, softness: 'exact', on: '2026-11-27', reason: '数错了' }
    }],
  ],
}
const spoilt = 'k1:bm90LWEta2V5'

describe.each(Object.keys(needing))('%s', (ring) => {
  describe.each([['missing', ''], ['spoilt', spoilt]])('%s', (_, value) => {
    let world: Evening
    let dataDir: string
    beforeAll(async () => {
      dataDir = mkdtempSync(join(tmpdir(), 'linli-no-keys-'))
      world = await openEvening({ dataDir, cloud: { env: { LINLI_CLAIM_CODE: code, [ring]: value } } })
    })
    afterAll(async () => {
      await world.stop()
      rmSync(dataDir, { recursive: true, force: true })
    })

    const everything = () => JSON.stringify(stateOf({ cloud: world.cloud, collections, filesDir: join(dataDir, 'files') }))
    const logs = () => readdirSync(join(dataDir, 'logs')).map((name) => readFileSync(join(dataDir, 'logs', name), 'utf8')).join('\n')
    const timesNamed = () => logs().split(ring).length

    test.each(needing[ring] ?? [])('%s answers internal in Chinese, logs the name of the variable, and changes nothing', async (call, who, inputFor) => {
      const [subject = '', name = ''] = call.split('/')
      const input = await inputFor(world)
      const [before, logged] = [everything(), timesNamed()]
      const answer = await world.cloud.invoke(subject, { openid: openidOf(who), data: { call: name, input } })
      expect(answer).toMatchObject({ ok: false, failure: 'internal', message: expect.stringMatching(/^这项功能还没有配置好/) })
      expect(JSON.stringify(answer)).not.toContain('LINLI')
      expect(timesNamed()).toBeGreaterThan(logged)
      expect(everything() === before, 'nothing has changed').toBe(true)
    })

    test('no log holds a value', () => {
      const keys = Object.values(JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8')) as Record<string, string>)
      for (const one of [...keys, spoilt]) expect(logs()).not.toContain(one.slice(one.indexOf(':') + 1))
      expect(logs()).not.toContain(code)
    })
  })
})
