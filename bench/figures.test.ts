import { expect, test } from 'vitest'
import { figure, isMissed, missed, table, type Target } from './figures'

const fast: Target = { below: 3, source: 'house rule' }
const much: Target = { atLeast: 0.15, source: 'house rule' }

test('a figure is the median of its runs beside their spread, so one disturbed run does not decide', () => {
  expect(figure('opening', 's', [2, 9, 1, 3, 2.5])).toMatchObject({ median: 2.5, min: 1, max: 9 })
})

test('a target is missed on the wrong side of it, and by what was not measured', () => {
  const verdicts = [[2.9, fast], [3, fast], [0.15, much], [0.149, much], [Number.NaN, fast], [Number.NaN, much]] as const
  expect(verdicts.map(([median, target]) => isMissed(figure('it', 's', [median], target)))).toEqual([false, true, false, true, true, true])
  expect(isMissed(figure('only shown', 's', [1e9]))).toBe(false)
})

test('the table marks what is missed, and a sentence names the figure, its target and who says so', () => {
  const slow = figure('opening', 's', [4, 5, 6], fast)
  const rows = table([slow, figure('pairs', '/s', [640])]).split('\n').map((row) => row.trim().split(/\s{2,}/))
  expect(rows).toEqual([['✗', '5.000', '(4.000–6.000)', '< 3', 's', 'opening'], ['640', '(640–640)', '/s', 'pairs']])
  expect(missed(slow)).toContain('opening 的中位数是 5.000 s，应当 < 3（house rule）')
})
