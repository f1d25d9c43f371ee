/** `invitations/<keyed hash of the code>`: the code itself stands nowhere. One document is used at most once. */
import { command } from '../cloud'
import type { Role } from '../rules/matrix'
import { collection } from './collection'

export interface InvitationRecord {
  _id: string
  /** The device's, so that a repeat is known. */
  recordId: string
  unitId: string
  path: string[]
  role: Role
  /** Empty: forgotten. */
  name: string
  /** Whoever accepts takes this person's place. */
  replaces: string | null
  by: string
  at: string
  expiresAt: string
  /** The day on which the name goes; null: it is gone. */
  eraseOn: string | null
  usedBy: string | null
  cancelled: boolean
}

const invitations = collection<InvitationRecord>('invitations')

export const findInvitation = invitations.find

/** `ids`: where a code may stand, one for each key that is still in use. */
export async function invitationOfCode(ids: readonly string[]): Promise<InvitationRecord | null> {
  for (const id of ids) {
    const found = await invitations.find(id)
    if (found) return found
  }
  return null
}

/** Those on the unit and below it that could still be accepted. */
export function openInvitations(unitId: string, now: string): Promise<InvitationRecord[]> {
  return invitations.all({ path: unitId, usedBy: null, cancelled: false, expiresAt: command.gt(now) })
}

/** The name by which the person was invited once. */
export async function forgetInvited(personKey: string): Promise<void> {
  await invitations.update({ usedBy: personKey, name: command.neq('') }, { name: '', eraseOn: null })
}
