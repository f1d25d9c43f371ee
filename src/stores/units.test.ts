import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { TreeUnit } from '#contract/units/tree'
import { branchesOf, found, rowsOf } from './unit-rows'
import { addBelow, move, rename, takeMoveBack, useUnitTree } from './units'

const { callFunction } = vi.hoisted(() => ({ callFunction: vi.fn() }))
vi.mock('../platform/cloud', () => ({ callFunction, uploadFile: vi.fn() }))

const unit = (id: string, parentId: string | null, more: Partial<TreeUnit> = {}): TreeUnit => ({ id, name: id, level: 'grid', parentId, moves: null, ...more })
const street = unit('hewan', null, { name: '河湾街道', level: 'street' })
const yuyin = unit('yuyin', 'hewan', { name: '榆荫社区', level: 'community' })
const liuqiao = unit('liuqiao', 'hewan', { name: '柳桥社区', level: 'community' })
const tree = [street, yuyin, unit('y1', 'yuyin', { name: '第1网格' }), unit('y2', 'yuyin', { name: '第2网格' }), liuqiao, unit('l1', 'liuqiao', { name: '第1网格' })]
const inputs = (name: string) => callFunction.mock.calls.filter(([, data]) => (data as { call: string }).call === name).map(([, data]) => (data as { input: Record<string, unknown> }).input)

beforeEach(() => {
  callFunction.mockReset()
  callFunction.mockImplementation((_subject: string, { call }: { call: string }) => Promise.resolve({ ok: true, value: call === 'tree' ? { units: tree } : { unitId: 'u1' } }))
})

test('communities stand closed, and an opened one shows its grids below it', () => {
  expect(rowsOf(tree, new Set()).map((row) => [row.unit.id, row.depth, row.below])).toEqual([['yuyin', 0, 2], ['liuqiao', 0, 1]])
  expect(rowsOf(tree, new Set(['yuyin'])).map(({ unit: { id }, depth }) => `${depth} ${id}`)).toEqual(['0 yuyin', '1 y1', '1 y2', '0 liuqiao'])
  expect(branchesOf(rowsOf(tree, new Set(['yuyin', 'liuqiao']))).map((branch) => branch.map(({ unit }) => unit.id))).toEqual([['yuyin', 'y1', 'y2'], ['liuqiao', 'l1']])
})

test('of 5,000 units only those that stand open become rows', () => {
  const many = [street, ...Array.from({ length: 250 }, (_, c) => [unit(`c${c}`, 'hewan', { level: 'community' }), ...Array.from({ length: 19 }, (_, g) => unit(`c${c}g${g}`, `c${c}`))]).flat()]
  expect(many).toHaveLength(5001)
  expect(rowsOf(many, new Set(['c7']))).toHaveLength(269)
})

test('a unit is found by a part of its name, full width or not, with what it belongs to', () => {
  expect(found(tree, '第１', 50).hits.map(({ unit: { id }, above }) => `${id} ${above}`)).toEqual(['y1 榆荫社区', 'l1 柳桥社区'])
  expect(found(tree, '网格', 2)).toMatchObject({ hits: [{}, {}], more: true })
})

describe('adding below', () => {
  test('what is added is of the next level, and the tree is asked for anew', async () => {
    await useUnitTree.getState().load({ unitId: 'hewan' })
    await addBelow(yuyin, '第3网格')
    expect(inputs('add')).toMatchObject([{ parentId: 'yuyin', name: '第3网格', level: 'grid' }])
    expect(inputs('tree')).toHaveLength(2)
  })
  test('nothing hangs below a grid', async () => {
    expect(await addBelow(unit('y1', 'yuyin'), '小网格')).toEqual({ ok: false, failure: 'level-does-not-fit' })
    expect(callFunction).not.toHaveBeenCalled()
  })
  test('after a lost answer the same unit is asked for again under its own record, then another is another', async () => {
    callFunction.mockRejectedValueOnce(new Error('request:fail'))
    for (let i = 0; i < 3; i += 1) await addBelow(yuyin, '东区')
    const [first, again, another] = inputs('add').map(({ recordId }) => recordId)
    expect(again).toBe(first)
    expect(another).not.toBe(first)
  })
})

test('a name is changed for the one that was seen', async () => {
  await rename(yuyin, '榆荫一社区')
  expect(inputs('rename')).toEqual([{ unitId: 'yuyin', name: '榆荫一社区', was: '榆荫社区' }])
})

test('a move that was decided is taken back by naming where the grid is', async () => {
  await move('y1', 'liuqiao', '2026-12')
  await takeMoveBack(unit('y1', 'yuyin', { moves: { toParentId: 'liuqiao', toName: '柳桥社区', from: '2026-12' } }))
  expect(inputs('move')).toEqual([{ unitId: 'y1', toParentId: 'liuqiao', from: '2026-12' }, { unitId: 'y1', toParentId: 'yuyin', from: '2026-12' }])
})
