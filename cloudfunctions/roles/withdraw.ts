import { withdrawRole } from '../../contract/roles/withdraw'
import { audited } from '../_shared/records/audit'
import { adminsIn, lastToldOf, mayNow, takeRole, type GrantsRecord } from '../_shared/records/grants'
import { openidOfPerson } from '../_shared/records/openids'
import { inTransaction } from '../_shared/records/transaction'
import { findUnit } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

export const handleWithdraw: Handler<typeof withdrawRole> = async ({ unitId, personKey, role }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(withdrawRole.name, unit.path)) return refuse('unit-not-found')
  const openid = await openidOfPerson(personKey)
  return inTransaction(async (transaction) => {
    if (!(await mayNow(transaction, caller.personKey, withdrawRole.name, unit.path))) return refuse('unit-not-found')
    const record = await transaction.find<GrantsRecord>('grants', unitId)
    if (!record?.held[personKey]?.[role]) return { withdrawn: false }
    const admins = adminsIn(record)
    if (role === 'admin' && personKey === caller.personKey && admins.length === 1) return refuse('last-admin')
    const noted = await audited(transaction, unit.path, { action: withdrawRole.name, by: caller.personKey, about: personKey, facts: { role, after: lastToldOf(record) } }, instant(now))
    await takeRole(transaction, { openid, personKey, unitId, role }, noted)
    return { withdrawn: true }
  })
}
