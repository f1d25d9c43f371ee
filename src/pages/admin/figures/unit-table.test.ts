import { expect, test } from 'vitest'
import { shortName, unitTable } from './unit-table'

const hewan = { id: 'hewan', name: '河湾街道', level: 'street' as const }
const yuyin = { id: 'yuyin', name: '榆荫社区', level: 'community' as const }
const liuqiao = { id: 'liuqiao', name: '柳桥社区', level: 'community' as const }

test('units stand in the order they came, own facts as 本级, and what was not counted is an empty cell', () => {
  const table = unitTable({
    figures: [
      { name: 'leaflets_given', zh: '资料', unit: '份', group: 'publicity', value: 500, softness: 'over', uncounted: 0, previous: null },
      { name: 'attendees', zh: '实名人数', unit: '人', group: 'people', value: 70, softness: 'exact', uncounted: 0, previous: null, unnamed: 4 },
    ],
    lastYear: null,
    parts: [
      { unit: hewan, own: true, values: {} },
      { unit: yuyin, own: false, values: { leaflets_given: { value: 300, softness: 'over' } } },
      { unit: liuqiao, own: false, values: { leaflets_given: { value: 200, softness: 'exact' }, attendees: { value: 70, softness: 'exact' } } },
    ],
  })
  expect(table.columns.map((column) => column.title)).toEqual(['本级', '榆荫', '柳桥'])
  expect(table.groups.map((group) => [group.title, group.rows.map((row) => row.cells)])).toEqual([
    ['活动', [[null, null, '70']]],
    ['宣传', [[null, '300余', '200']]],
  ])
  expect(table.hasPrevious).toBe(false)
})

test('a grid keeps its name, a community loses its level', () => {
  expect(shortName('第1网格')).toBe('第1网格')
  expect(shortName('柳桥社区')).toBe('柳桥')
  expect(shortName('西村')).toBe('西村')
})
