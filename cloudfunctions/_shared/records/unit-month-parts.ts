/** A unit's month, part by part: its own facts (本级), each child in the tree's order, and what was here then and has moved since. */
import { unitsBelow, valuesOf, monthBelow, ownMonth, type Values } from '../rules/unit-parts'
import type { UnitBrief } from '../../../contract/values'
import type { Month } from '../rules/figures'
import { childrenOf, findUnits, unitBrief, type UnitRecord } from './units'

export interface Part { unit: UnitBrief; own: boolean; values: Values }

export async function partsOf(unit: UnitRecord, month: string, counted: Month): Promise<Part[]> {
  const children = await childrenOf(unit._id, month)
  const below = [...children, ...(await movedAway(counted, unit._id, children))]
  return [
    { unit: unitBrief(unit), own: true, values: valuesOf(ownMonth(counted, unit._id)) },
    ...below.map((child) => ({ unit: unitBrief(child), own: false, values: valuesOf(monthBelow(counted, child._id)) })),
  ]
}

/** Facts keep the path of their day: units that were here then and are elsewhere now still have their part. */
async function movedAway(counted: Month, unitId: string, children: readonly UnitRecord[]): Promise<UnitRecord[]> {
  const known = new Set(children.map((child) => child._id))
  const missing = unitsBelow(counted, unitId).filter((id) => !known.has(id))
  return missing.length === 0 ? [] : [...(await findUnits(missing)).values()]
}
