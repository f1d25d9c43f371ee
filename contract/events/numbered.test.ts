import { expect, test } from 'vitest'
import { countIn } from './numbered'

test.each([['五个一', 5], ['十项行动', 10], ['十二件实事', 12], ['二十条', 20], ['二十五条措施', 25], ['12件实事', 12], ['两个一', 2], ['三进', 3], ['八必访', 8], ['重点任务', null], ['一张清单', null], ['第一季度任务', null]])('%s', (name, count) => {
  expect(countIn(name)).toBe(count)
})
