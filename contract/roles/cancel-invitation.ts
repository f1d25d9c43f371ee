import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'

export const cancelInvitation = defineCall({
  name: 'roles/cancel-invitation',
  input: v.object({ invitationId: Id }),
  output: v.object({ cancelled: v.boolean() }),
  failures: ['invitation-not-found', 'invitation-used'],
})
