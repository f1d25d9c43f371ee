import { expect, test } from 'vitest'
import { unitsAsked, type KnownUnit } from './unit-sheet'

const street: KnownUnit = { _id: 'hewan', name: '河湾街道', level: 'street', parentId: 'qu', order: 1 }
const known: KnownUnit[] = [
  { _id: 'yuyin', name: '榆荫社区', level: 'community', parentId: 'hewan', order: 1 },
  { _id: 'yuyin-1', name: '第1网格', level: 'grid', parentId: 'yuyin', order: 1 },
]
const heading = ['区县', '街道（乡镇）', '社区（村）', '网格']
const ask = (...lines: string[][]) => unitsAsked({
  rows: [heading, ...lines].map((cells, i) => ({ row: i + 1, cells: new Map(cells.flatMap((text, j) => (text === '' ? [] : [['ABCDE'[j] ?? '', text] as const]))) })),
  under: { unit: street, above: new Map([['district', '湖滨区']]) }, known,
})
const says = (...lines: string[][]) => ask(...lines).troubles.map(({ row, column, says: what }) => `${column ?? ''}${row} ${what}`)

test('rows become units, those above them too, and what is there already is left', () => {
  expect(ask(['', '', '榆荫社区', '第1网格'], ['', '河湾街道', '榆荫社区', '第2网格'], ['湖滨区', '河湾街道', '桐花社区', '第1网格'], ['', '', '桐花社区', '第2网格'])).toEqual({
    troubles: [],
    known: 2,
    added: [
      { parent: 'yuyin', name: '第2网格', level: 'grid', order: 2 },
      { parent: 'hewan', name: '桐花社区', level: 'community', order: 2 },
      { parent: 1, name: '第1网格', level: 'grid', order: 1 },
      { parent: 1, name: '第2网格', level: 'grid', order: 2 },
    ],
  })
})

test('a community named before or after its grids is one', () => {
  const { added } = ask(['', '', '桐花社区', '第1网格'], ['', '', '桐花社区'])
  expect(added.map(({ name }) => name)).toEqual(['桐花社区', '第1网格'])
})

test('every mistake is told by row and column', () => {
  expect(says(['', '', '', '第1网格'])).toEqual(['C2 社区（村）空着，请填上“第1网格”的上级'])
  expect(says(['', '别的街道', '桐花社区'])).toEqual(['B2 “别的街道”不在河湾街道里，请留空或改成上级的名称'])
  expect(says(['', '河湾街道'])).toEqual(['2 这一行没有填河湾街道下面的单位'])
  expect(says(['', '', '桐花社区', '甲网格'], ['', '', '桐花社区', '甲网格'])).toEqual(['D3 和第 2 行重复'])
  expect(says(['', '', '桐'.repeat(31)], ['', '', '好社区', '甲\n乙'])).toEqual(['C2 名称最多 30 个字，不能换行', 'D3 名称最多 30 个字，不能换行'])
  expect(says(['', '', '桐花社区', '甲网格', '备注'])).toEqual(['E2 这一列不在模板里，请删掉'])
  expect(says()).toEqual(['2 表里还没有填单位'])
  expect(unitsAsked({ rows: [{ row: 1, cells: new Map([['A', '街道']]) }], under: { unit: street, above: new Map() }, known }).troubles).toMatchObject([{ row: 1, column: 'A' }])
})

test('no unit gets more children than a page can show', () => {
  const lines = Array.from({ length: 301 }, (_, n) => ['', '', '桐花社区', `第${n + 1}网格`])
  expect(says(...lines)).toEqual(['D302 一个单位下面最多 300 个'])
})

test('five thousand rows are judged', () => {
  const lines = Array.from({ length: 5_000 }, (_, n) => ['', '', `社区${Math.floor(n / 50)}`, `网格${n}`])
  expect(ask(...lines).added).toHaveLength(5_100)
})
