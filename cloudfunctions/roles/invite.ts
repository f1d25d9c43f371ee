import { invitationDays } from '../../contract/roles/role'
import { inviteToRole } from '../../contract/roles/invite'
import type { Input } from '../../contract/call'
import { audited } from '../_shared/records/audit'
import { findGrantsOn, mayNow } from '../_shared/records/grants'
import type { InvitationRecord } from '../_shared/records/invitations'
import { inTransaction } from '../_shared/records/transaction'
import { findUnit } from '../_shared/records/units'
import { dayAfter, dayOf, instant, monthOf } from '../_shared/rules/calendar'
import { invitationNameDays } from '../_shared/rules/retention'
import { codeFor } from '../_shared/secrets/invitation-code'
import type { Handler } from '../_shared/serve'

const dayMs = 86_400_000

export const handleInvite: Handler<typeof inviteToRole> = async (input, { caller, now, refuse }) => {
  const unit = await findUnit(input.unitId, monthOf(now))
  if (!unit || !caller.may(inviteToRole.name, unit.path)) return refuse('unit-not-found')
  const { code, invitationId } = codeFor(input.recordId)
  const expiresAt = instant(now + invitationDays * dayMs)
  const made: InvitationRecord = {
    _id: invitationId, recordId: input.recordId, unitId: unit._id, path: unit.path, role: input.role, name: input.name, replaces: input.replaces ?? null,
    by: caller.personKey, at: instant(now), expiresAt, eraseOn: dayAfter(dayOf(expiresAt), invitationNameDays), usedBy: null, cancelled: false,
  }
  if (made.replaces !== null && !(await findGrantsOn([unit._id])).get(unit._id)?.held[made.replaces]?.[input.role]) return refuse('person-not-found')
  return inTransaction(async (transaction) => {
    if (!(await mayNow(transaction, caller.personKey, inviteToRole.name, unit.path))) return refuse('unit-not-found')
    const known = await transaction.find<InvitationRecord>('invitations', invitationId)
    if (known) {
      if (!isSame(known, input, caller.personKey)) return refuse('record-id-taken')
      if (known.usedBy !== null || known.cancelled) return refuse('invitation-used')
      return known.expiresAt > made.at ? { invitationId, code, expiresAt: known.expiresAt } : refuse('invitation-expired')
    }
    await audited(transaction, unit.path, { action: inviteToRole.name, by: caller.personKey, about: invitationId, facts: { role: input.role, replaces: made.replaces } }, made.at)
    await transaction.add('invitations', made)
    return { invitationId, code, expiresAt: made.expiresAt }
  })
}

function isSame(known: InvitationRecord, input: Input<typeof inviteToRole>, by: string): boolean {
  return known.by === by && known.unitId === input.unitId && known.role === input.role && (known.name === input.name || known.eraseOn === null) && known.replaces === (input.replaces ?? null)
}
