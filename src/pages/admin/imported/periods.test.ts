import { describe, expect, test } from 'vitest'
import { isYear, numberWords, periodOf, periodWords, plainNumber, typedNumber } from './periods'

describe('periods', () => {
  test.each([['2026-10', '2026年10月'], ['2026-Q4', '2026年第四季度'], ['2026', '2026年'], ['2025-12-31', '2025年12月31日']])('%s reads %s', (period, words) => expect(periodWords(period)).toBe(words))
  test('what is chosen is what is sent', () => {
    expect(periodOf({ shape: 'month', year: '2026', part: 3 }, false)).toBe('2026-03')
    expect(periodOf({ shape: 'quarter', year: '2026', part: 12 }, false)).toBe('2026-Q4')
    expect(periodOf({ shape: 'year', year: '2026', part: 3 }, false)).toBe('2026')
    expect(periodOf({ shape: 'year', year: '2025', part: 3 }, true)).toBe('2025-12-31')
  })
  test('a year is one that has come', () => expect(['2026', '1949', '2027', '26', '20a6'].map((year) => isYear(year, 2026))).toEqual([true, false, false, false, false]))
})

describe('numbers', () => {
  test.each([['12', 1200], ['12.5', 1250], ['0.07', 7], ['1,234.50', 123450], ['１２', 1200], ['0', 0]])('%s is %i hundredths', (typed, hundredths) => expect(typedNumber(typed)).toBe(hundredths))
  test.each(['', '12.345', '-3', '一百', '1e5', '12345678901', '.5', '5.'])('"%s" is no number', (typed) => expect(typedNumber(typed)).toBeNull())
  test('reads as it was meant', () => {
    expect(numberWords({ hundredths: 24000, softness: 'over' })).toBe('240余')
    expect(numberWords({ hundredths: 100000, softness: 'thousand' })).toBe('上千')
    expect(numberWords({ hundredths: 120050, softness: 'about' })).toBe('约1200.5')
    expect(plainNumber(7)).toBe('0.07')
  })
})
