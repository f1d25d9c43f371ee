/** The tree of units. `path` runs from the root to the unit itself; `order` is the tree's order among siblings. */
import type { UnitBrief } from '../../../contract/values'
import { collection } from './collection'

export interface UnitRecord {
  _id: string
  name: string
  level: 'district' | 'street' | 'community' | 'grid'
  parentId: string | null
  path: string[]
  order: number
}

export function unitRecord(parent: UnitRecord | null, unit: { id: string; name: string; level: UnitRecord['level']; order: number }): UnitRecord {
  return { _id: unit.id, name: unit.name, level: unit.level, parentId: parent?._id ?? null, path: [...(parent?.path ?? []), unit.id], order: unit.order }
}

export function unitBrief(unit: UnitRecord): UnitBrief {
  return { id: unit._id, name: unit.name, level: unit.level }
}

const units = collection<UnitRecord>('units')

export const findUnit = units.find
/** Units by id; those that do not exist are absent. */
export const findUnits = units.findMany

export function childrenOf(unitId: string): Promise<UnitRecord[]> {
  return units.list({ parentId: unitId }, { orderBy: [['order', 'asc']] })
}

/** The unit and everything below it, parents before children, siblings in the tree's order. */
export async function treeBelow(unit: UnitRecord): Promise<UnitRecord[]> {
  const below: UnitRecord[] = [unit]
  for (const child of await childrenOf(unit._id)) below.push(...(child.level === 'grid' ? [child] : await treeBelow(child)))
  return below
}

export function communities(): Promise<UnitRecord[]> {
  return units.list({ level: 'community' }, { orderBy: [['order', 'asc']] })
}
