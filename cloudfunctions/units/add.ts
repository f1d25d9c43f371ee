import { addUnit } from '../../contract/units/add'
import { audited } from '../_shared/records/audit'
import { mayNow } from '../_shared/records/grants'
import { changeChildren } from '../_shared/records/unit-children'
import { findUnit, unitRecord } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { isSameName, levelBelow, mostChildren } from '../_shared/rules/unit-tree'
import type { Handler } from '../_shared/serve'

export const handleAdd: Handler<typeof addUnit> = async ({ recordId, parentId, name, level }, { caller, now, refuse }) => {
  const month = monthOf(now)
  const id = `u-${recordId}`
  const above = await findUnit(parentId, month)
  if (!above || !caller.may(addUnit.name, above.path)) return refuse('unit-not-found')
  if (levelBelow(above.level) !== level) return refuse('level-does-not-fit')
  const known = await findUnit(id, month)
  if (known) return known.parentId === parentId && known.level === level ? { unitId: id } : refuse('record-id-taken')
  const outcome = await changeChildren(parentId, month, async (transaction, parent, children) => {
    if (!(await mayNow(transaction, caller.personKey, addUnit.name, parent.path))) return refuse('unit-not-found')
    // The same record, sent twice at once.
    if (children.some((child) => child._id === id)) return { unitId: id }
    if (children.some((child) => isSameName(child.name, name))) return refuse('name-taken')
    if (children.length >= mostChildren) return refuse('too-many-units')
    const order = 1 + Math.max(0, ...children.map((child) => child.order))
    await audited(transaction, parent.path, { action: addUnit.name, by: caller.personKey, about: id, facts: { level } }, instant(now))
    await transaction.add('units', unitRecord(parent, { id, name, level, order }))
    return { unitId: id }
  })
  return outcome ?? refuse('unit-not-found')
}
