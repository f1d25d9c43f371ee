import { expect, test, vi } from 'vitest'
import { countsOf, mostUsed } from './usual-indicators'

vi.mock('../platform/cloud', () => ({ callFunction: vi.fn(), uploadFile: vi.fn() }))
vi.mock('../platform/drawer', () => ({ takeOut: vi.fn(), putAway: vi.fn() }))

test('most used first, one\'s own above the unit\'s, filled up with what most months have', () => {
  const entry = (indicator: 'inspections' | 'books_given', own: boolean, withdrawn = false) => ({ indicator, own, withdrawn })
  const counts = countsOf([entry('books_given', false), entry('books_given', false), entry('inspections', true), entry('books_given', true, true)])
  expect(mostUsed(counts)).toEqual(['inspections', 'books_given', 'households_visited', 'leaflets_given', 'banners_hung', 'slogans_posted'])
  expect(mostUsed({})).toHaveLength(6)
  expect(mostUsed({ leaflets_given: 2 }).slice(0, 2)).toEqual(['leaflets_given', 'households_visited'])
})
