import { listRoles } from '../../contract/roles/list'
import { findGrantsOn } from '../_shared/records/grants'
import { openInvitations, type InvitationRecord } from '../_shared/records/invitations'
import { findUnit, treeBelow, unitBrief } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import type { Role } from '../_shared/rules/matrix'
import type { Handler } from '../_shared/serve'

export const handleListRoles: Handler<typeof listRoles> = async ({ unitId }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(listRoles.name, unit.path)) return refuse('unit-not-found')
  const units = await treeBelow(unit, monthOf(now))
  const ids = units.map(({ _id }) => _id)
  const [granted, invitations] = await Promise.all([findGrantsOn(ids), openInvitations(unitId, instant(now))])
  const on = new Map<string, InvitationRecord[]>()
  for (const one of invitations) on.set(one.unitId, [...(on.get(one.unitId) ?? []), one])
  const nameOf = (id: string, personKey: string, role: Role) => granted.get(id)?.held[personKey]?.[role]?.name ?? null
  return {
    held: units.flatMap((one) => Object.entries(granted.get(one._id)?.held ?? {}).flatMap(([personKey, roles]) =>
      (Object.keys(roles) as Role[]).sort().map((role) => ({
        personKey, role, name: roles[role]?.name ?? '', unit: unitBrief(one), since: roles[role]?.since ?? '', isMe: personKey === caller.personKey,
      })))),
    invitations: units.flatMap((one) => (on.get(one._id) ?? []).map(({ _id, name, role, expiresAt, replaces }) => ({
      invitationId: _id, name, role, unit: unitBrief(one), expiresAt, replaces: replaces && nameOf(one._id, replaces, role),
    }))),
  }
}
