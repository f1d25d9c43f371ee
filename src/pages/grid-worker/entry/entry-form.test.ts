import { describe, expect, test, vi } from 'vitest'
import { emptyEntry, entryOf, picked, quantityOf, sentenceOf, stepped, type EntryForm } from './entry-form'

vi.mock('../../../platform/cloud', () => ({ callFunction: vi.fn(), uploadFile: vi.fn() }))

const grid = { id: 'yuyin-3', name: '第3网格', level: 'grid' as const }
const stamp = { recordId: 'abcdefghijklmnopqrstuvwx', at: '2026-11-27T10:20:00.000Z', offsetMs: 0 }
const form = (over: Partial<EntryForm>): EntryForm => ({ ...emptyEntry('2026-11-27', grid), indicator: 'banners_hung', typed: '3', ...over })

test('three banners become three banners', () => {
  expect(entryOf(form({}), stamp)).toEqual({ ...stamp, indicator: 'banners_hung', quantity: 3, softness: 'exact', on: '2026-11-27', unitId: 'yuyin-3' })
})

describe('a number', () => {
  test('a soft one keeps its word', () => expect(quantityOf(form({ counting: 'soft', softWord: 'over', typed: '240' }), 'leaflets_given')).toEqual({ quantity: 240, softness: 'over' }))
  test('上千 is a thousand, whatever stands in the field', () => expect(quantityOf(form({ counting: 'soft', softWord: 'thousand', typed: '7' }), 'leaflets_given')).toEqual({ quantity: 1000, softness: 'thousand' }))
  test('没有数 is none, and never 0', () => expect(quantityOf(form({ counting: 'none' }), 'leaflets_given')).toEqual({ quantity: null, softness: 'exact' }))
  test('money is typed in 元 and kept in 分', () => expect(quantityOf(form({ typed: '350.05' }), 'money_donated')).toEqual({ quantity: 35005, softness: 'exact' }))
  test.each([
    ['', '填上多少幅'], ['0', '没做就不用记；做了没数过，选没有数'], ['1.5', '只填整数'], ['abc', '只填整数'], ['-3', '数不会是负的；从前记多了，用更正'],
    ['100001', '一笔最多 100000 幅，请核对或分几笔记'], ['1000000000', '一笔最多 100000 幅，请核对或分几笔记'], ['9'.repeat(40), '一笔最多 100000 幅，请核对或分几笔记'],
  ])('%j is asked for again, and says why', (typed, missing) => expect(quantityOf(form({ typed }), 'banners_hung')).toEqual({ missing }))
  test('steps start at one and stop at one', () => expect([stepped('', 1), stepped('6', 1), stepped('1', -1)]).toEqual(['1', '7', '1']))
})

test('people reached are never exact', () => expect(picked(form({}), 'people_reached')).toMatchObject({ counting: 'soft', softWord: 'about' }))
test('a note does not come along to a visit', () => expect(entryOf(picked(form({ note: '张家' }), 'households_visited'), stamp)).not.toHaveProperty('note'))
test('the event it was part of goes along, but not of a bare count', () => {
  expect(entryOf(form({ eventId: 'talk' }), stamp)).toMatchObject({ eventId: 'talk' })
  expect(entryOf(form({ eventId: null }), stamp)).not.toHaveProperty('eventId')
  expect(picked(form({ eventId: 'talk' }), 'households_visited').eventId).toBeNull()
})
test('nothing is saved before something is picked', () => expect(entryOf(form({ indicator: null }), stamp)).toEqual({ missing: '先选做了什么' }))

test('the sentence says what will be saved', () => {
  const said = (over: Partial<EntryForm>) => Object.values(sentenceOf(entryOf(form(over), stamp) as never, '第3网格')).join('')
  expect(said({})).toBe('11月27日，第3网格，悬挂横幅 3 幅')
  expect(said({ counting: 'soft', softWord: 'about' })).toBe('11月27日，第3网格，悬挂横幅 约3 幅')
  expect(said({ counting: 'none' })).toBe('11月27日，第3网格，悬挂横幅，没有数')
})
