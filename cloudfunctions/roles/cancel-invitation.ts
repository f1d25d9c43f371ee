import { cancelInvitation } from '../../contract/roles/cancel-invitation'
import { audited } from '../_shared/records/audit'
import { mayNow } from '../_shared/records/grants'
import { findInvitation, type InvitationRecord } from '../_shared/records/invitations'
import { inTransaction } from '../_shared/records/transaction'
import { instant } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

export const handleCancelInvitation: Handler<typeof cancelInvitation> = async ({ invitationId }, { caller, now, refuse }) => {
  const invitation = await findInvitation(invitationId)
  if (!invitation || !caller.may(cancelInvitation.name, invitation.path)) return refuse('invitation-not-found')
  return inTransaction(async (transaction) => {
    if (!(await mayNow(transaction, caller.personKey, cancelInvitation.name, invitation.path))) return refuse('invitation-not-found')
    const current = await transaction.find<InvitationRecord>('invitations', invitationId)
    if (!current || current.usedBy !== null) return refuse('invitation-used')
    if (current.cancelled) return { cancelled: true }
    await audited(transaction, current.path, { action: cancelInvitation.name, by: caller.personKey, about: invitationId, facts: { role: current.role } }, instant(now))
    await transaction.update('invitations', invitationId, { cancelled: true })
    return { cancelled: true }
  })
}
