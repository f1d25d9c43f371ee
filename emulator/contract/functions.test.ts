import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from './place'

let place: Place
beforeAll(async () => {
  place = await openPlace()
})
afterAll(async () => expect((await place.close()).strangeActions).toEqual([]))

const probe = async (data: object) => (await place.sdk.callFunction({ name: 'contract-probe', data })).result

test('a function gets the event and gives its answer', async () => {
  expect(await probe({ n: 1, deep: { list: [null, '文'] } })).toMatchObject({ event: { n: 1, deep: { list: [null, '文'] } } })
})

test('an instance runs one event at a time (trap 1)', async () => {
  const names = Array.from({ length: 8 }, (_, i) => `n${i}`)
  const met = await Promise.all(names.map((name) => probe({ ask: 'meet', name })))
  expect(met).toEqual(names.map((name) => ({ name, atOnce: 1 })))
})

test('a call that no client made carries nobody', async () => {
  const { context } = (await probe({ ask: 'context' })) as { context: Record<string, unknown> }
  expect(context).not.toHaveProperty('OPENID')
})

test('a function that throws or ends its process is -1 with a code beside it, and the next call goes well', async () => {
  await expect(probe({ ask: 'throw' })).rejects.toMatchObject({ errCode: -1, code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('on purpose') })
  await expect(probe({ ask: 'exit' })).rejects.toMatchObject({ errCode: -1, code: 'FUNCTIONS_EXECUTE_FAIL' })
  expect(await probe({ n: 2 })).toMatchObject({ event: { n: 2 } })
})

test('a function that takes longer than it declares is ended', async () => {
  await expect(place.sdk.callFunction({ name: 'contract-slow' })).rejects.toMatchObject({ errCode: -1, code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
})

test('a function that is not there cannot be called', async () => {
  await expect(place.sdk.callFunction({ name: 'contract-nowhere' })).rejects.toMatchObject({ errCode: -1, code: 'FUNCTION_NOT_FOUND' })
})

test('one function calls another', async () => {
  expect(await probe({ ask: 'call', name: 'contract-probe', data: { n: 3 } })).toMatchObject({ event: { n: 3 } })
  await expect(probe({ ask: 'call', name: 'contract-probe', data: { ask: 'throw' } })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
})

test('a call carries at most 100 KB of text', async () => {
  expect(await probe({ text: 'x'.repeat(90 * 1024) })).toMatchObject({ event: { text: expect.any(String) } })
  await expect(probe({ text: 'x'.repeat(101 * 1024) })).rejects.toMatchObject({ errCode: -1, code: 'EXCEED_MAX_PAYLOAD_SIZE' })
})

test('an answer above 1 MB is refused', async () => {
  expect(await probe({ ask: 'large', bytes: 900_000 })).toHaveLength(900_000)
  await expect(probe({ ask: 'large', bytes: 1_100_000 })).rejects.toMatchObject({ errCode: -1, code: 'EXCEED_MAX_RESPONSE_SIZE' })
})
