import * as v from 'valibot'
import { defineCall } from '../call'
import { InvitationCode } from './accept'

/** The code as a picture to scan, drawn afresh each time: kept, it would be the code in readable form. For who may invite on its unit. */
export const invitationPicture = defineCall({
  name: 'roles/invitation-picture',
  input: v.object({ code: InvitationCode }),
  /** A data: address. */
  output: v.object({ picture: v.string() }),
  failures: ['code-not-valid'],
})
