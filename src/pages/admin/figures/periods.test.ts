import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { Period, daysOf, monthsIn, periodBefore, periodYearBefore } from '#contract/totals/period'
import { besideTitles, choicesOf, periodTitle } from './periods'

describe('a time', () => {
  test.each([
    ['2026-11', '2026年11月', '2026-10', '2025-11', ['2026-11']],
    ['2026-01', '2026年1月', '2025-12', '2025-01', ['2026-01']],
    ['2026-Q1', '2026年第一季度', '2025-Q4', '2025-Q1', ['2026-01', '2026-02', '2026-03']],
    ['2026', '2026年', '2025', '2025', ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12']],
    ['2026-11-03_2026-11-20', '2026年11月3日至20日', '2026-10-16_2026-11-02', '2025-11-03_2025-11-20', ['2026-11']],
    ['2025-12-30_2026-01-02', '2025年12月30日至2026年1月2日', '2025-12-26_2025-12-29', '2024-12-30_2025-01-02', ['2025-12', '2026-01']],
    ['2024-02-29_2024-02-29', '2024年2月29日', '2024-02-28_2024-02-28', '2023-02-28_2023-02-28', ['2024-02']],
  ])('%s is %s; before it %s, a year before %s', (period, title, before, yearBefore, months) => {
    expect([periodTitle(period), periodBefore(period), periodYearBefore(period), monthsIn(period)]).toEqual([title, before, yearBefore, months])
    for (const one of [period, before, yearBefore]) expect(v.is(Period, one)).toBe(true)
  })
  test('a quarter begins on its first day and ends on its last', () => {
    expect(daysOf('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  })
  test.each(['2026-13', '2026-Q5', '202', '2026-11-20_2026-11-03', '2026-02-30_2026-03-01', '2025-01-01_2026-02-06', '2026-11-03'])('%s is none', (period) => {
    expect(v.is(Period, period)).toBe(false)
  })
})

test('quarters to choose from go back over the year', () => {
  expect(choicesOf('quarter', '2026-02').slice(0, 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3'])
  expect(besideTitles('2026').lastYear).toBeNull()
})
