import { moveUnit } from '../../contract/units/move'
import { command } from '../_shared/cloud'
import { audited } from '../_shared/records/audit'
import { mayNow } from '../_shared/records/grants'
import { changeChildren } from '../_shared/records/unit-children'
import { findUnit, type UnitRecord } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { placeIn, withMove } from '../_shared/rules/unit-place'
import { isSameName } from '../_shared/rules/unit-tree'
import type { Handler } from '../_shared/serve'

export const handleMove: Handler<typeof moveUnit> = async ({ unitId, toParentId, from }, { caller, now, refuse }) => {
  const month = monthOf(now)
  const [unit, target] = await Promise.all([findUnit(unitId, month), findUnit(toParentId, month)])
  const may = (one: UnitRecord | null) => one !== null && caller.may(moveUnit.name, one.path)
  if (!unit || !target || !may(unit) || !may(target)) return refuse('unit-not-found')
  if (unit.level !== 'grid' || target.level !== 'community') return refuse('only-grids-move')
  if (from <= month) return refuse('month-has-begun')
  const outcome = await changeChildren(toParentId, month, async (transaction, parent, children) => {
    const current = await transaction.find<UnitRecord>('units', unitId)
    const here = current && placeIn(current, month)
    if (!current || !here || !(await mayNow(transaction, caller.personKey, moveUnit.name, here.path)) || !(await mayNow(transaction, caller.personKey, moveUnit.name, parent.path))) return refuse('unit-not-found')
    const next = here.parentId === toParentId ? null : { parentId: toParentId, path: [...parent.path, unitId], order: 1 + Math.max(0, ...children.map((child) => child.order)), from }
    if (isDecided(current, next)) return { unitId, toParentId, from }
    if (children.some((child) => child._id !== unitId && isSameName(child.name, current.name))) return refuse('name-taken')
    const { parentId, path, order, before = [], next: decided } = withMove(current, month, next)
    await audited(transaction, here.path, { action: moveUnit.name, by: caller.personKey, about: unitId, facts: { to: toParentId, from } }, instant(now))
    await transaction.update('units', unitId, { parentId, path: command.set(path), order, before: command.set(before), next: command.set(decided ?? null) })
    return { unitId, toParentId, from }
  })
  return outcome ?? refuse('unit-not-found')
}

function isDecided({ next }: UnitRecord, wanted: { parentId: string; from: string } | null): boolean {
  return (next ?? null) === null ? wanted === null : next?.parentId === wanted?.parentId && next?.from === wanted?.from
}
