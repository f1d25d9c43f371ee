import { expect, test } from 'vitest'
import { daysOf, withDay, withoutDay, type Days } from './event-days'

const fridays: Days = { on: '2026-10-02', repeat: 'weekly', until: '2026-10-31', without: [], also: [] }

test('once is one day, whatever else was chosen before', () => {
  expect(daysOf({ ...fridays, repeat: 'once', also: ['2026-10-03'] })).toEqual(['2026-10-02'])
})
test('every Friday in October', () => {
  expect(daysOf(fridays)).toEqual(['2026-10-02', '2026-10-09', '2026-10-16', '2026-10-23', '2026-10-30'])
})
test('without the holiday, and with a Saturday for it; taken out again, a day is gone, added again it is back', () => {
  const without: Days = { ...fridays, ...withoutDay(fridays, '2026-10-09') }
  const also: Days = { ...without, ...withDay(without, '2026-10-10') }
  expect(daysOf(also)).toEqual(['2026-10-02', '2026-10-10', '2026-10-16', '2026-10-23', '2026-10-30'])
  expect(daysOf({ ...also, ...withoutDay(also, '2026-10-10') })).toEqual(['2026-10-02', '2026-10-16', '2026-10-23', '2026-10-30'])
  expect({ ...also, ...withDay(also, '2026-10-09') }).toMatchObject({ without: [], also: ['2026-10-10'] })
})
test('some days by hand, in order, each once; the first always stays', () => {
  const some: Days = { ...fridays, repeat: 'days', also: ['2026-10-20', '2026-10-05', '2026-10-05'] }
  expect(daysOf({ ...some, ...withoutDay(some, '2026-10-02') })).toEqual(['2026-10-02', '2026-10-05', '2026-10-20'])
})
test('a series without end stops where nobody reads on', () => {
  expect(daysOf({ ...fridays, until: '2999-12-31' })).toHaveLength(61)
})
