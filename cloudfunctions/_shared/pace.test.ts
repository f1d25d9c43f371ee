import { expect, test } from 'vitest'
import { isTooFast } from './pace'

const allowed = (who: string, calls: number, at: (n: number) => number) => Array.from({ length: calls }, (_, n) => isTooFast(who, at(n))).filter((tooFast) => !tooFast).length

test('a script that hammers gets its burst and then ten calls a second, and nobody else pays for it', () => {
  expect(allowed('o-script', 10_000, (n) => n)).toBe(300 + 99)
  expect(allowed('o-neighbour', 1, () => 10_000)).toBe(1)
})

test('only the first call that is too fast is news, until the pace is what it was again', () => {
  const told = (at: number, calls: number) => Array.from({ length: calls }, () => isTooFast('o-told', at)).filter((one) => one === 'just-now').length
  expect([told(0, 1_000), told(1_000, 20), told(60_000, 300), told(60_000, 50)]).toEqual([1, 0, 0, 1])
})

test("a worker's queue of an evening goes through", () => {
  expect(allowed('o-worker', 800, (n) => n * 80)).toBe(800)
})

test('a clock that goes back gives nothing', () => {
  expect(allowed('o-back', 400, () => 5_000)).toBe(300)
  expect(isTooFast('o-back', 1_000)).toBe('still')
})
