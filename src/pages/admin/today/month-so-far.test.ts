import { expect, test } from 'vitest'
import type { Figure } from '#contract/totals/figure'
import { monthSoFar } from './month-so-far'

const figure = (name: string, value: number | null, more: Partial<Figure> = {}): Figure => ({ name, zh: name, unit: '场', group: 'events', value, softness: 'exact', uncounted: 0, previous: null, ...more })

test('sessions and 人次 are added over the kinds, of a class its sessions; what is not there is not said', () => {
  expect(monthSoFar([figure('gala_held', 2), figure('gala_attendances', 60), figure('training_class_held', 1), figure('training_class_sessions', 3), figure('training_class_attendances', 41, { softness: 'over' }), figure('banners_hung', 3, { group: 'publicity' })])).toBe('活动 5 场，101余 人次；宣传和工作记了 1 项。')
  expect(monthSoFar([figure('gala_held', 2)])).toBe('活动 2 场。')
  expect(monthSoFar([figure('columns_run', null, { group: 'publicity', uncounted: 2 })])).toBe('宣传和工作记了 1 项。')
  expect(monthSoFar([])).toBeNull()
  // Brought over and nothing else: that is no record of the month's.
  expect(monthSoFar([figure('banners_hung', null, { group: 'publicity', imported: { value: 3, softness: 'exact', kinds: ['paper'] } })])).toBeNull()
})
