/** No path changes a closed month, skips a step, or lets the wrong person act. Reduced, with fixed seeds; 50,000 runs: `npm run prove`. */
import { describe, expect, test } from 'vitest'
import { submissionOf, whyNot } from '../../cloudfunctions/_shared/rules/closing/way-up'
import { runOnce, type Seen } from './random-runs'
import type { Guard } from './small-world'

const acts = 40
function runs(from: number, count: number, guard: Guard): Seen {
  const all = { approved: 0, refused: 0, corrected: 0 }
  for (let seed = from; seed < from + count; seed += 1) {
    const { approved, refused, corrected } = runOnce(seed, acts, guard)
    all.approved += approved
    all.refused += refused
    all.corrected += corrected
  }
  return all
}

test('2,000 random histories go as the description says, and what is closed stays as it was approved', () => {
  const { approved, refused, corrected } = runs(1, 2000, whyNot)
  expect(Math.min(approved, refused, corrected)).toBeGreaterThan(250)
}, 60_000)

/** Without one of them each, the runs must find it out: otherwise they would prove nothing. */
const without: Record<string, Guard> = {
  'the look at what came since it was submitted': (steps, act, ground) => whyNot(steps, act, { ...ground, counted: submissionOf(steps)?.counted ?? '' }),
  'the hash that an approval names': (steps, act, ground) => whyNot(steps, act.what === 'approve' ? { ...act, hash: submissionOf(steps)?.hash ?? '' } : act, ground),
  'the look for who is above': (steps, act, ground) => whyNot(steps, act, { ...ground, isFromAbove: true }),
  'the second person': (steps, act, ground) => (whyNot(steps, act, ground) === 'own-submission' ? null : whyNot(steps, act, ground)),
  'the count of the root\'s admins': (steps, act, ground) => (whyNot(steps, act, ground) === 'not-alone' ? null : whyNot(steps, act, ground)),
  'the end: a closed month is opened again': (steps, act, ground) => whyNot(steps.filter((step) => step.what !== 'approve'), act.what === 'submit' ? { ...act, steps: steps.filter((step) => step.what !== 'approve').length } : act, ground),
  'the wait for the communities': (steps, act, ground) => whyNot(steps, act, { ...ground, open: [] }),
  'the wait for the month to be over': (steps, act, ground) => whyNot(steps, act, { ...ground, monthIsOver: true }),
  'the steps that were seen': (steps, act, ground) => whyNot(steps, act.what === 'submit' ? { ...act, steps: steps.length } : act, ground),
}

describe('the control: the same runs find what is missing', () => {
  test.each(Object.entries(without))('without %s', (_, guard) => expect(() => runs(1, 1500, guard)).toThrow(/seed \d+/))
})
