import { expect, test } from 'vitest'
import { clockOf, dayOf } from '../../../stores/calendar'
import { asOfWords, instantAt, monthTitle, monthsUntil, reportMonth, shiftMonth } from './months'

test('months step over the year', () => {
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
  expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  expect(monthsUntil('2026-02', 3)).toEqual(['2026-02', '2026-01', '2025-12'])
  expect(monthTitle('2017-09')).toBe('2017年9月')
})
test('in the first ten days the summary is about the month that ended', () => {
  expect(reportMonth('2017-10-01')).toBe('2017-09')
  expect(reportMonth('2017-01-10')).toBe('2016-12')
  expect(reportMonth('2026-11-27')).toBe('2026-11')
})
test('as of today names the time, as of another day also the day', () => {
  expect(asOfWords('2026-11-27T07:42:00.000Z', '2026-11-27')).toBe('截至 今天 15:42')
  expect(asOfWords('2026-11-26T16:10:00.000Z', '2026-11-28')).toBe('截至 11月27日 00:10')
})
test('a wall clock in Shanghai and back', () => {
  const at = instantAt('2026-11-28', '00:10')
  expect(at).toBe('2026-11-27T16:10:00.000Z')
  expect(`${dayOf(at)} ${clockOf(at)}`).toBe('2026-11-28 00:10')
})
