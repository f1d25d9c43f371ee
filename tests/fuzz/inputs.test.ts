/** Bad input, at a reduced size with a fixed seed; `npm run prove` sends more (tests/prove/inputs.test.ts). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callsOfTheContract, namesInTheMatrix } from './calls'
import { openFuzzWorld, type FuzzWorld } from './fuzz-world'
import { sendInputs } from './send-inputs'
import { sift } from './sift'

const calls = await callsOfTheContract()

let world: FuzzWorld
beforeAll(async () => void (world = await openFuzzWorld()))
afterAll(() => world.stop())

test('every call of the contract has a row in the matrix, and every row a call', () => {
  expect(calls.map((call) => call.name)).toEqual(namesInTheMatrix())
})

test.each(calls)('$name takes any input without a fault', async (call) => {
  await sendInputs(world, call, await sift(call, world.lexicon, { inputs: 300, odd: 16, seed: 20261127 }))
})

describe('what is not even a call', () => {
  const notCalls: unknown[] = [
    null, [], 'list', 7, {}, { call: null }, { call: '__proto__', input: {} }, { call: 'constructor' }, { call: 'sweep', input: {} }, { call: '../events/list', input: {} },
    { call: { $gt: '' } }, { call: ['list'] }, { call: 'list'.repeat(10_000) }, { Type: 'Timer', TriggerName: 'timer' }, { Type: 'Timer', call: 'sweep' },
  ]
  const subjects = [...new Set(calls.map((call) => call.name.split('/')[0] ?? ''))]

  test.each(subjects)('%s answers it kindly, and no client is a timer', async (subject) => {
    for (const data of notCalls) {
      expect(await world.cloud.invoke(subject, { openid: 'openid-zhang', data })).toMatchObject({ ok: false, failure: 'not-allowed', message: expect.stringMatching(/\p{Script=Han}/u) })
    }
  })
})
