/** Easy to read and to tap at the door and at the desk too: every page of grid workers and admins, on three widths of phones, in 标准, 长辈版 and 特大. */
import { expect, test, vi } from 'vitest'
import type { TypeSize } from '../../src/theme/type-size'
import { openJourney } from '../browser/journey'
import { liveIn } from './lived-in'
import { looked } from './staff-pages'
import { findingsIn } from './walk-pages'
import { workIn } from './worked-in'

const sizes: TypeSize[] = ['standard', 'elder', 'largest']

const journey = openJourney('event-day', async ({ house }) => {
  await liveIn(house.world)
  await workIn(house.world)
})

test('every page of the staff is looked at', async () => {
  vi.stubGlobal('defineAppConfig', <T>(config: T) => config)
  const { default: app } = await import('../../src/app.config')
  const pages = (app.subPackages ?? []).filter(({ root }) => root !== 'pages/resident-more').flatMap(({ root, pages: of }) => of.map((page) => `${root}/${page}`))
  expect([...new Set(looked.map(({ page }) => page))].sort()).toEqual([...pages].sort())
})

test.each(sizes)('every page of the staff is easy to read and to tap, %s', { timeout: 300_000 }, async (size) => {
  expect(await findingsIn(journey.browser, journey.house, looked, size)).toBe('')
})
