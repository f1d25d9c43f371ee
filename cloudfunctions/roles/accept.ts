import { acceptRole } from '../../contract/roles/accept'
import { inviteToRole } from '../../contract/roles/invite'
import { audited } from '../_shared/records/audit'
import { giveRole, lastToldOf, mayNow, takeRole, type GrantsRecord } from '../_shared/records/grants'
import { invitationOfCode, type InvitationRecord } from '../_shared/records/invitations'
import { openidOfPerson } from '../_shared/records/openids'
import { inTransaction } from '../_shared/records/transaction'
import { findUnit, unitBrief } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import { idsOfCode } from '../_shared/secrets/invitation-code'
import type { Handler } from '../_shared/serve'

/** One answer for a code that never was, is used, is over, or whose giver has no right any more. */
export const handleAccept: Handler<typeof acceptRole> = async ({ code }, { caller, now, refuse }) => {
  const at = instant(now)
  const invitation = await invitationOfCode(idsOfCode(code))
  const unit = invitation && (await findUnit(invitation.unitId, monthOf(now)))
  if (!invitation || !unit) return refuse('code-not-valid')
  const { role, unitId, replaces } = invitation
  const openid = await openidOfPerson(caller.personKey)
  const replacedOpenid = replaces === null ? null : await openidOfPerson(replaces)
  if (openid === null) return refuse('code-not-valid')
  return inTransaction(async (transaction) => {
    const current = await transaction.find<InvitationRecord>('invitations', invitation._id)
    if (current?.usedBy === caller.personKey) return { role, unit: unitBrief(unit) }
    if (!current || current.usedBy !== null || current.cancelled || current.expiresAt <= at || replaces === caller.personKey) return refuse('code-not-valid')
    if (!(await mayNow(transaction, current.by, inviteToRole.name, unit.path))) return refuse('code-not-valid')
    const after = lastToldOf(await transaction.find<GrantsRecord>('grants', unitId))
    const noted = await audited(transaction, unit.path, { action: acceptRole.name, by: caller.personKey, about: invitation._id, facts: { role, grantedBy: current.by, replaces, after } }, at)
    await giveRole(transaction, { openid, personKey: caller.personKey, unitId, role }, { name: current.name, since: at, by: current.by }, noted)
    if (replaces !== null) await takeRole(transaction, { openid: replacedOpenid, personKey: replaces, unitId, role }, noted)
    await transaction.update('invitations', invitation._id, { usedBy: caller.personKey })
    return { role, unit: unitBrief(unit) }
  })
}
