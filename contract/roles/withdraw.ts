import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'
import { Role } from './role'

/** Effective from the person's next call on. The last admin of a unit cannot remove themselves: hand over first. */
export const withdrawRole = defineCall({
  name: 'roles/withdraw',
  input: v.object({ unitId: Id, personKey: Id, role: Role }),
  output: v.object({ withdrawn: v.boolean() }),
  failures: ['unit-not-found', 'last-admin'],
})
