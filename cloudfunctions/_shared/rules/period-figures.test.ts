import { expect, test } from 'vitest'
import { Months, october } from '../../../tests/facts/by-hand'
import { figuresOfMonth, monthOf } from './figures'
import type { ImportedLine } from './imported/imported-figures'
import { figuresOfPeriod, mergedMonths } from './period-figures'

const september = monthOf(new Months(['hewan', 'yuyin']).entry('visits_paid', 3, '2017-09-02'), { month: '2017-09', now: october })
const merged = mergedMonths([september], () => true)
const line = (unitId: string): ImportedLine => ({ _id: unitId, unitId, path: ['hewan', unitId], indicator: 'visits_paid', period: '2017-Q3', hundredths: 900, softness: 'exact', source: { kind: 'paper', name: '台账' }, overlap: null, hasFile: false })
const visits = (...of: Parameters<typeof figuresOfPeriod>) => figuresOfPeriod(...of).find(({ name }) => name === 'visits_paid')

test('what was brought over stands beside what a neighbour recorded, and not beside its own unit\'s records', () => {
  expect(visits(merged, null, [line('liuqiao')])).toMatchObject({ value: 3, imported: { value: 9 } })
  expect(visits(merged, null, [line('yuyin')])).toMatchObject({ value: 3 })
  expect(visits(merged, null, [line('yuyin')])?.imported).toBeUndefined()
})

test('so too where only sums of the months are kept', () => {
  const [held, kept] = [{ ...merged, entries: [] }, [figuresOfMonth(september)]]
  expect(visits(held, kept, [line('liuqiao')], () => false)).toMatchObject({ value: 3, imported: { value: 9 } })
  expect(visits(held, kept, [line('yuyin')], () => true)?.imported).toBeUndefined()
})
