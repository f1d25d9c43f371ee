import { expect, test } from 'vitest'
import { peopleOf } from './people-typed'

test.each([
  ['1', 1], [' 500 ', 500], ['', '填上几个人'], ['0', '最少 1 人'], ['-3', '人数不会是负的'], ['2.5', '只填整数'], ['十', '只填整数'], ['501', '最多 500 人，请核对'], ['1000000000', '最多 500 人，请核对'],
])('%j', (typed, expected) => {
  const people = peopleOf(typed, 500)
  expect(typeof people === 'object' ? people.wrong : people).toBe(expected)
})
