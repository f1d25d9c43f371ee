import { expect, test } from 'vitest'
import { whenOf } from './when-of'

const today = '2026-12-30'
test.each([
  ['2026-12-30', '2026-12-30', '今天'],
  ['2027-01-02', '2027-01-02', '星期六'],
  ['2026-11-27', '2026-11-27', '11月27日 星期五'],
  ['2027-03-01', '2027-03-01', '2027年3月1日 星期一'],
  ['2026-09-05', '2027-01-09', '9月5日 星期六起，到 2027年1月9日 星期六'],
])('from %s to %s is said as %s', (firstOn, lastOn, words) => expect(whenOf({ firstOn, lastOn }, today)).toBe(words))
