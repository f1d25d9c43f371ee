import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, UnitBrief } from '../values'
import { Role } from './role'

/** Who has a role on the unit or below it, and which invitations stand open. */
export const listRoles = defineCall({
  name: 'roles/list',
  input: v.object({ unitId: Id }),
  output: v.object({
    held: v.array(v.object({ personKey: Id, name: v.string(), role: Role, unit: UnitBrief, since: v.string(), isMe: v.boolean() })),
    invitations: v.array(v.object({ invitationId: Id, name: v.string(), role: Role, unit: UnitBrief, expiresAt: v.string(), replaces: v.nullable(v.string()) })),
  }),
  failures: ['unit-not-found'],
})
