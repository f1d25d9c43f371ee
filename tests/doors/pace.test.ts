/** Ten thousand calls of one script: it gets its share, and everybody else is served meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openidOf } from '../../emulator/world/cast'
import { openHouse, type House } from './house'

const instances = 2
let house: House
beforeAll(async () => void (house = await openHouse({ instancesPerFunction: instances })))
afterAll(() => house.stop())

type Said = { ok: boolean; failure?: string; message?: string }
const callOf = (of: House, openid: string) => async () => (await of.cloud.client(openid).callFunction({ name: 'people', data: { call: 'who-am-i', input: {} } })).result as Said

/** `atOnce` calls are always under way. */
async function hammer(call: () => Promise<Said>, calls: number, meanwhile: (done: number) => Promise<void> = async () => undefined, atOnce = 16): Promise<Said[]> {
  const answers: Said[] = []
  let sent = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (; sent < calls; await meanwhile(answers.length)) {
      sent += 1
      answers.push(await call())
    }
  }))
  return answers
}

test('a script that sends 10,000 calls is told to slow down, the database is spared, and its neighbour is served', { timeout: 300_000 }, async () => {
  const neighbour = callOf(house, openidOf('li'))
  const neighbours: Said[] = []
  const operations = house.cloud.faults.listen('people')
  const begin = house.cloud.clock.now()
  const answers = await hammer(callOf(house, openidOf('zhang')), 10_000, async (done) => {
    if (done % 100 === 0) neighbours.push(await neighbour())
  })
  const seconds = (house.cloud.clock.now() - begin) / 1000
  const served = answers.filter(({ ok }) => ok).length
  const most = instances * (300 + 10 * seconds + 1)
  expect(answers.filter(({ ok }) => !ok).every(({ failure, message }) => failure === 'too-fast' && /\p{Script=Han}/u.test(message ?? ''))).toBe(true)
  expect(answers.length).toBe(10_000)
  expect(served).toBeGreaterThanOrEqual(300)
  expect(served).toBeLessThanOrEqual(most)
  expect(neighbours.length).toBeGreaterThan(10)
  expect(neighbours.every(({ ok }) => ok)).toBe(true)
  // What was refused has not met the database: the served calls of who-am-i need a handful of operations each.
  const perCall = await operationsOf(neighbour, operations)
  expect(operations.length).toBeLessThanOrEqual(perCall * (served + neighbours.length + 1))
})

async function operationsOf(call: () => Promise<Said>, operations: readonly string[]): Promise<number> {
  const before = operations.length
  await call()
  return operations.length - before
}

test('where the pace is lifted the same script is served without end', async () => {
  const lifted = await openHouse({ env: { LINLI_CALLS_PER_SECOND: '1000000' }, instancesPerFunction: 1 })
  const answers = await hammer(callOf(lifted, openidOf('zhang')), 400)
  expect(answers.filter(({ ok }) => ok).length).toBe(400)
  await lifted.stop()
})
