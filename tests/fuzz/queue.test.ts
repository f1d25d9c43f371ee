/** The odd inputs of every call whose records wait on phones, through the queue: each is answered as by its own call, whatever stands beside it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, Call } from '../../contract/call'
import { queuedCalls, sendQueue, type QueuedName } from '../../contract/queue/send'
import { openFuzzWorld, type FuzzWorld } from './fuzz-world'
import { troubleWith } from './send-inputs'
import { sift } from './sift'

let world: FuzzWorld
beforeAll(async () => void (world = await openFuzzWorld()))
afterAll(() => world.stop())

const good = { call: 'work/log', input: { recordId: 'good-among-the-bad-0001', indicator: 'banners_hung', quantity: 1, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-1', at: '2026-11-27T10:20:00.000Z', offsetMs: 0 } }

test.each(Object.keys(queuedCalls) as QueuedName[])('%s takes any input in a batch without a fault, and what stands behind it is taken', async (name) => {
  const call = queuedCalls[name] as unknown as Call
  const { accepted, refused } = await sift(call, world.lexicon, { inputs: 300, odd: 40, seed: 20261130 })
  const inputs = [...refused, ...accepted]
  for (let i = 0; i < inputs.length; i += 5) {
    const records = [...inputs.slice(i, i + 5).map((input) => ({ call: name, input })), good]
    const batch = await world.call('chen', sendQueue, { records })
    if (!batch.ok) throw new Error(`${batch.failure} for ${JSON.stringify(records).slice(0, 2_000)}`)
    expect(batch.value.answers).toHaveLength(records.length)
    expect(batch.value.answers.at(-1)).toMatchObject({ ok: true, recordId: good.input.recordId })
    for (const [index, answer] of batch.value.answers.entries()) {
      const own = index === records.length - 1 ? queuedCalls['work/log'] as unknown as Call : call
      expect(troubleWith(own, answer as Answer<Call>), JSON.stringify(records[index])).toBeNull()
    }
  }
})
