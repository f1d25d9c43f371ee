import type { unitTree } from '../../contract/units/tree'
import { findUnit, treeBelow } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

export const handleTree: Handler<typeof unitTree> = async ({ unitId }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may('units/tree', unit.path)) return refuse('unit-not-found')
  const units = await treeBelow(unit, monthOf(now))
  return { units: units.map(({ _id, name, level, parentId }) => ({ id: _id, name, level, parentId, moves: null })) }
}
