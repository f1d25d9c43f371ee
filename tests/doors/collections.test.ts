/** A page of anybody's own making goes to the database by itself. The rules that stop it are tried in emulator/cloud/client.test.ts. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '../../contract/registrations/register'
import type { Client } from '../../emulator/cloud/client'
import { castIds, openidOf, type CastId } from '../../emulator/world/cast'
import { newRecordId, valueOf } from '../functions/community-evening'
import { collections, openHouse, tried, type House } from './house'

let house: House
beforeAll(async () => {
  house = await openHouse()
  const eventId = await house.publish()
  valueOf(await house.call('zhang', register, { recordId: newRecordId(), eventId, partySize: 1, sessionIds: [`${eventId}-s1`], callName: '张阿姨', building: '3号楼' }))
})
afterAll(() => house.stop())

/** Everything that a client can try on a collection, with and without naming what it wants; what came back. */
async function burgle({ database }: Client, collection: string, of: House): Promise<unknown[]> {
  const ids = of.cloud.db.find(collection).slice(0, 3).map(({ _id }) => ({ _id }))
  const got: unknown[] = []
  for (const query of [{}, ...ids, { _openid: { $exists: false } }, { $or: [{}] }]) {
    got.push(await tried(database.get(collection, query)), await tried(database.count(collection, query)))
    got.push(await tried(database.update(collection, query, { role: 'admin', taken: {}, held: {} })), await tried(database.remove(collection, query)))
  }
  got.push(await tried(database.add(collection, { role: 'admin', unitId: 'hewan' })), await tried(database.add(collection, { ...ids[0], _openid: openidOf('lin') })))
  return got.filter((one) => one !== null)
}

test.each(castIds)('%s reads, changes and leaves nothing, whatever they are in the mini-program', async (who) => {
  const before = house.everything()
  const client = house.cloud.client(openidOf(who))
  for (const collection of collections) expect(await burgle(client, collection, house), collection).toEqual([])
  expect(house.everything() === before, 'nothing has changed').toBe(true)
})

test('nobody becomes admin by writing it', async () => {
  const burglar = house.cloud.client(openidOf('zhang'))
  const grant = { role: 'admin', unitId: 'hewan' }
  for (const [collection, id] of [['openids', openidOf('zhang')], ['grants', 'hewan'], ['invitations', 'i0']] as const) {
    await tried(burglar.database.add(collection, { _id: id, roles: [grant], held: { 'p-zhang': { admin: grant } } }))
    await tried(burglar.database.update(collection, { _id: id }, { roles: [grant] }))
  }
  expect(await burglar.callFunction({ name: 'events', data: { call: 'create', input: {} } })).toMatchObject({ result: { ok: false } })
  const { result } = await burglar.callFunction({ name: 'people', data: { call: 'who-am-i', input: {} } })
  expect((result as { value: { roles: unknown[] } }).value.roles).toEqual([])
})

test('a function that is not there, and names that climb, answer nothing', async () => {
  const burglar = house.cloud.client(openidOf('zhang'))
  for (const name of ['_shared', 'admin', '../people', 'people/../roles', 'constructor', '']) expect(await tried(burglar.callFunction({ name })), name).toBeNull()
})

test('without the declared rules the same burglar comes in', async () => {
  const open = await openHouse({ accessRules: { collections: Object.fromEntries(collections.map((name) => [name, name === 'events' ? 'READONLY' : 'PRIVATE'] as const)) } })
  await open.publish()
  const before = open.everything()
  const who: CastId = 'zhang'
  expect((await burgle(open.cloud.client(openidOf(who)), 'events', open)).length).toBeGreaterThan(5)
  expect(open.everything() === before).toBe(false)
  await open.stop()
})
