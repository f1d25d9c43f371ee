import { expect, test } from 'vitest'
import { placeIn, placedIn, withMove, type Moving } from './unit-place'

const at = (parent: string, order = 1) => ({ parentId: parent, path: ['hewan', parent, 'g'], order })
const grid: Moving & { _id: string } = { _id: 'g', ...at('yuyin') }
const parents = (unit: Moving, ...months: string[]) => months.map((month) => placeIn(unit, month).parentId)

test('a decided move takes effect on the 1st, and the months before keep their place', () => {
  const moving = withMove(grid, '2026-11', { ...at('liuqiao', 7), from: '2026-12' })
  expect(parents(moving, '2025-01', '2026-11', '2026-12', '2027-05')).toEqual(['yuyin', 'yuyin', 'liuqiao', 'liuqiao'])
  expect(placedIn(moving, '2026-12')).toMatchObject({ _id: 'g', path: ['hewan', 'liuqiao', 'g'], order: 7 })
})

test('a move that is taken back in time never was', () => {
  const moving = withMove(grid, '2026-11', { ...at('liuqiao'), from: '2026-12' })
  expect(parents(withMove(moving, '2026-11', null), '2026-11', '2026-12')).toEqual(['yuyin', 'yuyin'])
})

test('a second move keeps the first in its months', () => {
  const once = withMove(grid, '2026-11', { ...at('liuqiao'), from: '2026-12' })
  const twice = withMove(once, '2027-01', { ...at('tonghua'), from: '2027-02' })
  const back = withMove(twice, '2027-03', { ...at('yuyin'), from: '2027-04' })
  expect(parents(back, '2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04')).toEqual(['yuyin', 'liuqiao', 'liuqiao', 'tonghua', 'tonghua', 'yuyin'])
  expect(grid).toEqual({ _id: 'g', ...at('yuyin') })
})
