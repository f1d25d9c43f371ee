/** Every operation of every writing call, with each fault before and after it; a crash ends a real process. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type OpenStage } from '../faults/walk-calls'
import { everything } from '../faults/walk-operations'
import { writingCalls } from '../faults/writing-calls'

let stage: OpenStage
beforeAll(async () => { stage = await openStage() })
afterAll(() => stage.stop())

let points = 0
test.each(writingCalls)('$call ($when): broken off anywhere in any way and repeated, it was made once', async (writing) => {
  points += (await stage.walk(writing, everything, { onceAState: true })).points
})

test('all of them together', () => {
  console.log(`faults: ${writingCalls.length} calls, ${points} points`)
  expect(points).toBeGreaterThan(1000)
})
