import { expect, test, vi } from 'vitest'
import type { RosterRow } from '../../../stores/attendance'
import { commonSurnames, counts, rowsOf } from './roster-rows'

vi.mock('../../../platform/cloud', () => ({ callFunction: vi.fn(), uploadFile: vi.fn() }))

const row = (personKey: string, callName: string, building: string | null, present: number | null): RosterRow => ({ personKey, callName, building, partySize: 1, present, phone: null, checkedInAt: null, marks: [] })
const rows = [row('1', '王', '2号楼', null), row('2', '李', '3号楼', 1), row('3', '李', '7号楼', null)]
const keys = (typed: string, tab: 'missing' | 'in' | 'all', kept: string[] = []) => rowsOf(rows, tab, typed, new Set(kept)).map((one) => one.personKey)

test('each tab has its parties', () => {
  expect(counts(rows)).toEqual({ missing: 2, in: 1, all: 3 })
  expect([keys('', 'missing'), keys('', 'in'), keys('', 'all')]).toEqual([['1', '3'], ['2'], ['1', '2', '3']])
})
test('a surname or a building finds them', () => expect([keys('李', 'all'), keys('7号', 'all'), keys('赵', 'all')]).toEqual([['2', '3'], ['3'], []]))
test('digits find a building or the end of a number, what fits exactly first', () => {
  const many = [{ ...row('1', '王', '13号楼', null), phone: '138****5603' }, { ...row('2', '李', '3号楼', null), phone: '***13' }, { ...row('3', '赵', null, null), phone: '138****5613' }, row('4', '孙', '5号楼30室', null)]
  const found = (typed: string) => rowsOf(many, 'all', typed, new Set()).map((one) => one.personKey)
  expect([found('13'), found('3'), found('03'), found('30'), found('7')]).toEqual([['1', '2', '3'], ['2', '4'], ['1'], ['4'], []])
})
test('surnames that several share can be tapped, the most frequent first', () => {
  expect(commonSurnames([...rows, row('4', '老王', null, null), row('5', '王阿姨', null, null), row('6', '赵', null, null)], 2)).toEqual(['王', '李'])
})
test('one who was just tapped stays in place until the worker looks elsewhere', () => expect(keys('', 'missing', ['2'])).toEqual(['1', '2', '3']))
