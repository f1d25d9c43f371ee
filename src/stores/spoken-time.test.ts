import { describe, expect, test } from 'vitest'
import { fullDay, spokenDay, spokenHour, spokenMonth, spokenSpan } from './spoken-time'

/** Shanghai wall clock to an instant. */
const at = (wall: string) => new Date(`${wall}:00.000+08:00`).toISOString()

describe('an hour as one says it', () => {
  test.each([
    ['2026-11-27T00:10', '凌晨零点十分'],
    ['2026-11-27T06:00', '早上六点'],
    ['2026-11-27T09:30', '上午九点半'],
    ['2026-11-27T12:15', '中午十二点一刻'],
    ['2026-11-27T14:00', '下午两点'],
    ['2026-11-27T14:45', '下午两点三刻'],
    ['2026-11-27T18:05', '晚上六点零五分'],
    ['2026-11-27T22:30', '晚上十点半'],
    ['2026-11-27T23:55', '晚上十一点五十五分'],
  ])('%s is %s', (wall, words) => expect(spokenHour(at(wall))).toBe(words))
})

describe('from when to when', () => {
  test('the part of day is said once while it lasts', () => {
    expect(spokenSpan(at('2026-11-25T09:30'), at('2026-11-25T11:00'))).toBe('上午九点半到十一点')
    expect(spokenSpan(at('2026-11-27T19:00'), at('2026-11-27T20:30'))).toBe('晚上七点到八点半')
  })
  test('and again when it changes', () => expect(spokenSpan(at('2026-11-25T10:00'), at('2026-11-25T14:00'))).toBe('上午十点到下午两点'))
  test('past midnight it is the next day', () => expect(spokenSpan(at('2017-09-30T22:30'), at('2017-10-01T00:30'))).toBe('晚上十点半到第二天凌晨零点半'))
})

describe('a day as one says it', () => {
  test.each([
    ['2026-11-27', '今天'], ['2026-11-28', '明天'], ['2026-11-29', '后天'], ['2026-12-03', '星期四'], ['2026-12-04', '12月4日 星期五'], ['2026-11-26', '11月26日 星期四'],
  ])('%s seen from a Friday, 27 November, is %s', (day, words) => expect(spokenDay(day, '2026-11-27')).toBe(words))
  test('in full it has month, day and weekday', () => expect(fullDay('2026-12-02')).toBe('12月2日 星期三'))
  test('months have Chinese numbers', () => expect(spokenMonth('2026-11-27')).toBe('十一月'))
})
