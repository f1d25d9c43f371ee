/** Easy to read and to tap without signal too: what a grid worker meets at the door when something is amiss, on three widths of phones, in 标准, 长辈版 and 特大. */
import { expect, test } from 'vitest'
import type { TypeSize } from '../../src/theme/type-size'
import { openJourney } from '../browser/journey'
import { findingsIn } from './walk-pages'
import { workIn } from './worked-in'
import { makeReady, workerStates } from './worker-states'

const sizes: TypeSize[] = ['standard', 'elder', 'largest']

const journey = openJourney('event-day', async ({ house }) => {
  await workIn(house.world)
  await makeReady(house.world)
})

test.each(sizes)('what a worker meets is easy to read and to tap, %s', { timeout: 300_000 }, async (size) => {
  expect(await findingsIn(journey.browser, journey.house, workerStates, size)).toBe('')
})
