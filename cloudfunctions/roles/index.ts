import { acceptRole } from '../../contract/roles/accept'
import { cancelInvitation } from '../../contract/roles/cancel-invitation'
import { claimRoot } from '../../contract/roles/claim'
import { invitationPicture } from '../../contract/roles/invitation-picture'
import { inviteToRole } from '../../contract/roles/invite'
import { listRoles } from '../../contract/roles/list'
import { withdrawRole } from '../../contract/roles/withdraw'
import { bind, serve } from '../_shared/serve'
import { handleAccept } from './accept'
import { handleCancelInvitation } from './cancel-invitation'
import { handleClaim } from './claim'
import { handleInvitationPicture } from './invitation-picture'
import { handleInvite } from './invite'
import { handleListRoles } from './list'
import { handleWithdraw } from './withdraw'

export const main = serve('roles', [
  bind(listRoles, handleListRoles),
  bind(inviteToRole, handleInvite),
  bind(invitationPicture, handleInvitationPicture),
  bind(acceptRole, handleAccept),
  bind(withdrawRole, handleWithdraw),
  bind(cancelInvitation, handleCancelInvitation),
  bind(claimRoot, handleClaim),
])
