import type { unitTree } from '../../contract/units/tree'
import { findUnit, findUnits, treeBelow, type UnitRecord } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

export const handleTree: Handler<typeof unitTree> = async ({ unitId }, { caller, now, refuse }) => {
  const month = monthOf(now)
  const unit = await findUnit(unitId, month)
  if (!unit || !caller.may('units/tree', unit.path)) return refuse('unit-not-found')
  const units = await treeBelow(unit, month)
  const coming = (one: UnitRecord) => (one.next && one.next.from > month ? one.next : null)
  const targets = await findUnits(units.flatMap((one) => coming(one)?.parentId ?? []))
  return {
    units: units.map((one) => {
      const next = coming(one)
      return {
        id: one._id, name: one.name, level: one.level, parentId: one.parentId,
        moves: next?.parentId ? { toParentId: next.parentId, toName: targets.get(next.parentId)?.name ?? '', from: next.from } : null,
      }
    }),
  }
}
