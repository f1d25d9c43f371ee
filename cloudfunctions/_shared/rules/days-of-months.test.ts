import { expect, test } from 'vitest'
import { Months, october } from '../../../tests/facts/by-hand'
import { daysOfMonths } from './days-of-months'
import { figuresOfMonth, monthOf } from './figures'

const printed = (facts: Months, from: string, to: string, months = ['2017-09']) =>
  figuresOfMonth(daysOfMonths(months.map((month) => monthOf(facts, { month, now: october })), { from, to })).map(({ name, value }) => `${name} ${value}`)

test('only the days count, first and last among them', () => {
  const facts = new Months().entry('banners_hung', 1, '2017-09-01').entry('banners_hung', 2, '2017-09-25').entry('banners_hung', 4, '2017-09-26')
  facts.came(`${facts.event('talk', '讲座', ['2017-09-25', '2017-09-26'])}-s1`, { walkIns: 7 }).came('e1yuyin-s2', { walkIns: 9 })
  expect(printed(facts, '2017-09-01', '2017-09-25')).toEqual(['banners_hung 3', 'talk_held 1', 'talk_attendances 7'])
  expect(printed(facts, '2017-09-26', '2017-09-30')).toEqual(['banners_hung 4', 'talk_held 1', 'talk_attendances 9'])
})

test('a class is 期 where it opened, and nowhere else', () => {
  const facts = new Months()
  const id = facts.event('training_class', '电脑班', ['2017-08-30', '2017-09-06', '2017-09-13'])
  for (const n of [1, 2, 3]) facts.came(`${id}-s${n}`, { walkIns: 5 })
  const both = ['2017-08', '2017-09']
  expect(printed(facts, '2017-08-25', '2017-09-10', both)).toEqual(['training_class_held 1', 'training_class_sessions 2', 'training_class_attendances 10'])
  expect(printed(facts, '2017-09-01', '2017-09-30')).toEqual(['training_class_sessions 2', 'training_class_attendances 10'])
  const later = new Months()
  const september = later.event('training_class', '书法班', ['2017-09-06', '2017-09-13'])
  later.came(`${september}-s1`, { walkIns: 5 }).came(`${september}-s2`, { walkIns: 5 })
  expect(printed(later, '2017-09-10', '2017-09-20')).toEqual(['training_class_sessions 1', 'training_class_attendances 5'])
})

test('people who came on both sides of a month are one person', () => {
  const facts = new Months()
  facts.came(`${facts.event('talk', '讲座', ['2017-08-31', '2017-09-01'])}-s1`, { people: { a: 1 } }).came('e1yuyin-s2', { people: { a: 1 } })
  expect(printed(facts, '2017-08-31', '2017-09-01', ['2017-08', '2017-09'])).toContain('attendees 1')
})
