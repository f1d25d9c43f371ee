import { renameUnit } from '../../contract/units/rename'
import { audited } from '../_shared/records/audit'
import { mayNow } from '../_shared/records/grants'
import { inTransaction, type Transaction } from '../_shared/records/transaction'
import { changeChildren } from '../_shared/records/unit-children'
import { findUnit, type UnitRecord } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { isSameName } from '../_shared/rules/unit-tree'
import type { Handler } from '../_shared/serve'

export const handleRename: Handler<typeof renameUnit> = async ({ unitId, name, was }, { caller, now, refuse }) => {
  const month = monthOf(now)
  const unit = await findUnit(unitId, month)
  if (!unit || !caller.may(renameUnit.name, unit.path)) return refuse('unit-not-found')

  async function rename(transaction: Transaction, siblings: readonly UnitRecord[]) {
    const current = await transaction.find<UnitRecord>('units', unitId)
    if (!current || !(await mayNow(transaction, caller.personKey, renameUnit.name, unit!.path))) return refuse('unit-not-found')
    if (current.name === name) return { unitId, name }
    if (current.name !== was) return refuse('changed-meanwhile')
    if (siblings.some((one) => one._id !== unitId && isSameName(one.name, name))) return refuse('name-taken')
    await audited(transaction, unit!.path, { action: renameUnit.name, by: caller.personKey, about: unitId, facts: {} }, instant(now))
    await transaction.update('units', unitId, { name })
    return { unitId, name }
  }

  if (unit.parentId === null) return inTransaction((transaction) => rename(transaction, []))
  return (await changeChildren(unit.parentId, month, (transaction, _parent, siblings) => rename(transaction, siblings))) ?? refuse('unit-not-found')
}
