import * as v from 'valibot'
import { defineCall } from '../call'
import { callName } from '../people/names'
import { Id, RecordId } from '../values'
import { Role, roleNameMax } from './role'

/**
 * A one-time code for one role on one unit. The same recordId gives the same code again; it stands nowhere else in readable form.
 * `replaces`: hand-over: whoever accepts takes the place of this person, who loses the role in the same moment.
 */
export const inviteToRole = defineCall({
  name: 'roles/invite',
  input: v.object({ recordId: RecordId, unitId: Id, role: Role, name: callName(roleNameMax), replaces: v.optional(Id) }),
  output: v.object({ invitationId: Id, code: v.string(), expiresAt: v.string() }),
  failures: ['unit-not-found', 'person-not-found', 'record-id-taken', 'invitation-used', 'invitation-expired'],
})
