import type { invitationPicture } from '../../contract/roles/invitation-picture'
import { inviteToRole } from '../../contract/roles/invite'
import { invitationOfCode } from '../_shared/records/invitations'
import { codePages, drawPageCode } from '../_shared/records/page-codes'
import { instant } from '../_shared/rules/calendar'
import { idsOfCode } from '../_shared/secrets/invitation-code'
import type { Handler } from '../_shared/serve'


/** One answer for a code that never was, is over, or is of a unit where the caller does not invite. */
export const handleInvitationPicture: Handler<typeof invitationPicture> = async ({ code }, { caller, now, refuse }) => {
  const invitation = await invitationOfCode(idsOfCode(code))
  if (!invitation || !caller.may(inviteToRole.name, invitation.path)) return refuse('code-not-valid')
  if (invitation.usedBy !== null || invitation.cancelled || invitation.expiresAt <= instant(now)) return refuse('code-not-valid')
  return { picture: await drawPageCode(codePages.join, code) }
}
