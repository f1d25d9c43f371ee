/** The tree of every world: one street with two communities and their grids. `named` lets a world rename them. */
import { unitRecord, type UnitRecord } from '../../cloudfunctions/_shared/records/units'

const names = {
  hewan: '河湾街道',
  yuyin: '榆荫社区',
  'yuyin-1': '第1网格',
  'yuyin-2': '第2网格',
  'yuyin-3': '第3网格',
  liuqiao: '柳桥社区',
  'liuqiao-1': '第1网格',
  'liuqiao-2': '第2网格',
}

export type UnitId = keyof typeof names
export type Units = Record<UnitId, UnitRecord>

export function unitsOfTheWorld(named: Partial<Record<UnitId, string>> = {}): Units {
  const name = { ...names, ...named }
  const hewan = unitRecord(null, { id: 'hewan', name: name.hewan, level: 'street', order: 1 })
  const yuyin = unitRecord(hewan, { id: 'yuyin', name: name.yuyin, level: 'community', order: 1 })
  const liuqiao = unitRecord(hewan, { id: 'liuqiao', name: name.liuqiao, level: 'community', order: 2 })
  const grid = (of: UnitRecord, id: UnitId, order: number) => unitRecord(of, { id, name: name[id], level: 'grid', order })
  return {
    hewan,
    yuyin,
    'yuyin-1': grid(yuyin, 'yuyin-1', 1),
    'yuyin-2': grid(yuyin, 'yuyin-2', 2),
    'yuyin-3': grid(yuyin, 'yuyin-3', 3),
    liuqiao,
    'liuqiao-1': grid(liuqiao, 'liuqiao-1', 1),
    'liuqiao-2': grid(liuqiao, 'liuqiao-2', 2),
  }
}
