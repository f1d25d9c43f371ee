/** Each writing call is safe to repeat from wherever it broke off. Cut off after each operation; everything else that can go wrong there: `npm run prove`. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matrix } from '../../cloudfunctions/_shared/rules/matrix'
import { readingCalls } from './reading-calls'
import { openStage, type OpenStage } from './walk-calls'
import { cutOffs } from './walk-operations'
import { writingCalls } from './writing-calls'

let stage: OpenStage
beforeAll(async () => { stage = await openStage() })
afterAll(() => stage.stop())

test('every call of the matrix is walked over, or is one of those that write nothing (reading-calls.test.ts)', () => {
  expect([...new Set([...Object.keys(readingCalls), ...writingCalls.map(({ call }) => call)])].sort()).toEqual(Object.keys(matrix).sort())
})

test.each(writingCalls)('$call ($when): broken off anywhere and repeated, it was made once; never repeated, once or not at all', async (writing) => {
  expect((await stage.walk(writing, cutOffs, { onceAState: true })).operations).toBeGreaterThan(0)
}, 180_000)
