/** When a timer fires, in Shanghai's time. */
import { expect, test } from 'vitest'
import { momentsBetween, nextMoment, parseCron } from './cron'

const inShanghai = (moment: number | null) => (moment === null ? null : new Date(moment + 8 * 3_600_000).toISOString().slice(0, 19))
/** 2017-10-01 was a Sunday. */
const start = Date.parse('2017-10-01T09:00:00.000+08:00')

test.each([
  ['*/5 * * * * * *', '2017-10-01T09:00:05'],
  ['0 */5 * * * * *', '2017-10-01T09:05:00'],
  ['0 0 2 1 * * *', '2017-11-01T02:00:00'],
  ['0 0 9 1 * * *', '2017-11-01T09:00:00'],
  ['0 15 10 * * MON-FRI *', '2017-10-02T10:15:00'],
  ['0 0 10,14,16 * * * *', '2017-10-01T10:00:00'],
  ['0 */30 9-17 * * * *', '2017-10-01T09:30:00'],
  ['0 0 12 * * WED *', '2017-10-04T12:00:00'],
  ['0 0 12 * * 0 *', '2017-10-01T12:00:00'],
  ['0 1/10 * * * * *', '2017-10-01T09:01:00'],
  ['30 1-20/10 8 * * * *', '2017-10-02T08:01:30'],
  ['0 0 0 31 * * *', '2017-10-31T00:00:00'],
  ['0 0 0 29 FEB * *', '2020-02-29T00:00:00'],
  ['0 0 0 1 1 * 2019', '2019-01-01T00:00:00'],
  ['0 0 0 1 1 * 2016', null],
  ['0 0 0 30 2 * *', null],
])('%s fires next at %s', (text, expected) => {
  expect(inShanghai(nextMoment(parseCron(text), start))).toBe(expected)
})

test('a day and a weekday together: either is enough', () => {
  const days = momentsBetween(parseCron('0 0 0 15 * MON *'), start, start + 20 * 86_400_000, 10).map((moment) => inShanghai(moment)?.slice(8, 10))
  expect(days).toEqual(['02', '09', '15', '16'])
})

test('midnight is the one of Shanghai, which is 16:00 of the day before in Greenwich', () => {
  expect(new Date(nextMoment(parseCron('0 0 0 * * * *'), start) ?? 0).toISOString()).toBe('2017-10-01T16:00:00.000Z')
})

test('of the moments between two instants the last ones are given, in order, and an instant itself only at the end', () => {
  const minutes = parseCron('0 * * * * * *')
  const year = 365 * 86_400_000
  expect(momentsBetween(minutes, start, start + 180_000, 24).map(inShanghai)).toEqual(['2017-10-01T09:01:00', '2017-10-01T09:02:00', '2017-10-01T09:03:00'])
  expect(momentsBetween(minutes, start, start + year, 3).map(inShanghai)).toEqual(['2018-10-01T08:58:00', '2018-10-01T08:59:00', '2018-10-01T09:00:00'])
  expect(momentsBetween(parseCron('0 0 0 1 1 * *'), start, start + 3 * year, 24)).toHaveLength(3)
  expect(momentsBetween(minutes, start, start, 24)).toEqual([])
  expect(momentsBetween(minutes, start, start - year, 24)).toEqual([])
})

test.each([
  '0 * * * * *', '0 * * * * * * *', '', '60 * * * * * *', '* 60 * * * * *', '* * 24 * * * *', '* * * 0 * * *', '* * * 32 * * *', '* * * * 13 * *', '* * * * * 7 *',
  '* * * * * * 1969', '*/0 * * * * * *', '5-1 * * * * * *', 'a * * * * * *', '1, * * * * * *', '* * * ? * * *', '* * * * * mon *', '-1 * * * * * *', '1.5 * * * * * *',
])('"%s" is refused', (text) => {
  expect(() => parseCron(text)).toThrow()
})
