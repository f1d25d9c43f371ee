import { timingSafeEqual } from 'node:crypto'
import { claimRoot } from '../../contract/roles/claim'
import { audited } from '../_shared/records/audit'
import { giveRole } from '../_shared/records/grants'
import { openidOfPerson } from '../_shared/records/openids'
import { inTransaction } from '../_shared/records/transaction'
import { unitBrief, unitRecord, type UnitRecord } from '../_shared/records/units'
import { instant } from '../_shared/rules/calendar'
import { idsOfCode } from '../_shared/secrets/invitation-code'
import type { Handler } from '../_shared/serve'

/** `claims/<keyed hash of the code>`: the code of the deployment opens nothing twice, whatever happens to the unit afterwards. */
interface ClaimRecord { _id: string; by: string; unitId: string }

export const handleClaim: Handler<typeof claimRoot> = async ({ code, name, unitName, level }, { caller, now, refuse }) => {
  const at = instant(now)
  const openid = await openidOfPerson(caller.personKey)
  const [id] = idsOfCode(code)
  if (!isTheDeployments(code) || openid === null || id === undefined) return refuse('code-not-valid')
  const root = unitRecord(null, { id: `u-${id.slice(1, 17)}`, name: unitName, level, order: 1 })
  return inTransaction(async (transaction) => {
    for (const known of idsOfCode(code)) {
      const claim = await transaction.find<ClaimRecord>('claims', known)
      if (!claim) continue
      const unit = claim.by === caller.personKey ? await transaction.find<UnitRecord>('units', claim.unitId) : null
      return unit ? { unit: unitBrief(unit) } : refuse('code-not-valid')
    }
    const noted = await audited(transaction, root.path, { action: claimRoot.name, by: caller.personKey, about: root._id, facts: { level, after: 0 } }, at)
    await transaction.add('claims', { _id: id, by: caller.personKey, unitId: root._id } satisfies ClaimRecord)
    await transaction.add('units', root)
    await giveRole(transaction, { openid, personKey: caller.personKey, unitId: root._id, role: 'admin' }, { name, since: at, by: 'deployment' }, noted)
    return { unit: unitBrief(root) }
  })
}

/** Not set: no code is right. */
function isTheDeployments(code: string): boolean {
  const wanted = Buffer.from((process.env['LINLI_CLAIM_CODE'] ?? '').toUpperCase().replace(/[\s-]/g, ''))
  const given = Buffer.from(code)
  return wanted.length === given.length && wanted.length > 0 && timingSafeEqual(wanted, given)
}
