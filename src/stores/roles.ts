/** Who may do what: granted by one-time codes, withdrawn, handed over; and taken by whoever has such a code. */
import { acceptRole } from '#contract/roles/accept'
import { cancelInvitation } from '#contract/roles/cancel-invitation'
import { claimRoot } from '#contract/roles/claim'
import { invitationPicture } from '#contract/roles/invitation-picture'
import { inviteToRole } from '#contract/roles/invite'
import { listRoles } from '#contract/roles/list'
import { withdrawRole } from '#contract/roles/withdraw'
import type { Answer, Output } from '#contract/call'
import type { UnitBrief } from '#contract/values'
import { call, type Sent } from './call'
import { mayHaveArrived } from './failure-words'
import { fetchStore } from './fetched'
import { onForget } from './forgettable'
import { useMe } from './people'
import { newRecordId } from './record'

export const useRoles = fetchStore(listRoles)

export type RoleList = Output<typeof listRoles>
export type Held = RoleList['held'][number]
export type Invitation = RoleList['invitations'][number]
export interface RolesOfUnit { unit: UnitBrief; held: Held[] }

/** The list comes in the tree's order, so those of one unit stand together. */
export function byUnit(held: readonly Held[]): RolesOfUnit[] {
  const groups: RolesOfUnit[] = []
  for (const one of held) {
    const last = groups.at(-1)
    if (last?.unit.id === one.unit.id) last.held.push(one)
    else groups.push({ unit: one.unit, held: [one] })
  }
  return groups
}

/** `1234-5678-ABCD`: as one reads it out. */
export function codeGroups(code: string): string[] {
  return code.match(/.{1,4}/g) ?? []
}

export type Wish = Omit<Sent<typeof inviteToRole>, 'recordId'>

/** The wish to invite somebody by its record id: a lost answer never makes two codes of one. */
const wishes = new Map<string, string>()
onForget(() => wishes.clear())

export async function invite(wish: Wish): Promise<Answer<typeof inviteToRole>> {
  const key = JSON.stringify([wish.unitId, wish.role, wish.name.trim(), wish.replaces ?? null])
  const recordId = wishes.get(key) ?? newRecordId()
  wishes.set(key, recordId)
  const answer = await call(inviteToRole, { ...wish, recordId })
  if (!answer.ok && mayHaveArrived(answer)) return answer
  // Answered: the next one by the same name is another person.
  wishes.delete(key)
  if (answer.ok) void useRoles.getState().reload()
  return answer
}

export const pictureOf = (code: string) => call(invitationPicture, { code })

export async function withdraw({ unit, personKey, role, isMe }: Held): Promise<Answer<typeof withdrawRole>> {
  const answer = await call(withdrawRole, { unitId: unit.id, personKey, role })
  if (answer.ok) await Promise.all([useRoles.getState().reload(), isMe && useMe.getState().load({})])
  return answer
}

export async function voidInvitation(invitationId: string): Promise<Answer<typeof cancelInvitation>> {
  const answer = await call(cancelInvitation, { invitationId })
  if (answer.ok || answer.failure === 'invitation-used') await useRoles.getState().reload()
  return answer
}

/** From here on the person may do more, so what they may do is asked anew. */
export async function accept(code: string): Promise<Answer<typeof acceptRole>> {
  const answer = await call(acceptRole, { code })
  if (answer.ok) await useMe.getState().load({})
  return answer
}

export async function claim(input: Sent<typeof claimRoot>): Promise<Answer<typeof claimRoot>> {
  const answer = await call(claimRoot, input)
  if (answer.ok) await useMe.getState().load({})
  return answer
}
