import { expect, test } from 'vitest'
import { asOfWords, dayOf, instantAt, monthTitle, monthsBefore, reportMonth, shiftMonth, timeOf, weekdayOf } from './months'

test('a late evening in UTC is the next day in Shanghai', () => {
  expect(dayOf('2017-09-30T16:10:00.000Z')).toBe('2017-10-01')
  expect(timeOf('2017-09-30T14:30:00.000Z')).toBe('22:30')
})
test('months step over the year', () => {
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
  expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  expect(monthsBefore('2026-02', 3)).toEqual(['2026-02', '2026-01', '2025-12'])
  expect(monthTitle('2017-09')).toBe('2017年9月')
})
test('in the first ten days the summary is about the month that ended', () => {
  expect(reportMonth('2017-10-01T01:00:00.000Z')).toBe('2017-09')
  expect(reportMonth('2026-11-27T10:20:00.000Z')).toBe('2026-11')
})
test('as of today names the time, as of another day also the day', () => {
  expect(asOfWords('2026-11-27T07:42:00.000Z', '2026-11-27T10:00:00.000Z')).toBe('截至 今天 15:42')
  expect(asOfWords('2026-11-26T07:42:00.000Z', '2026-11-27T10:00:00.000Z')).toBe('截至 11月26日 15:42')
})
test('a wall clock in Shanghai and back', () => {
  const at = instantAt('2026-11-28', '00:10')
  expect(at).toBe('2026-11-27T16:10:00.000Z')
  expect(`${dayOf(at)} ${timeOf(at)}`).toBe('2026-11-28 00:10')
  expect(weekdayOf('2026-11-27')).toBe('周五')
})
