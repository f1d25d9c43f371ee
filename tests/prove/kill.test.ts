/** Durability at full size: forty kills under load, each on what the one before it has left. */
import { expect, test } from 'vitest'
import { killRounds } from '../kill/kill-rounds'

test('killed forty times under load, the cloud keeps every write that it acknowledged, and none by half', async () => {
  const seed = Date.now() % 1_000_000
  const { problems, acknowledged, unheard } = await killRounds({ rounds: 40, seed })
  console.log(`killed 40 times (seed ${seed}): ${acknowledged} writes acknowledged, all there; of ${unheard.done + unheard.notDone} unheard ones ${unheard.done} done`)
  expect(problems, `seed ${seed}`).toEqual([])
})
