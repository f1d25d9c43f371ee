import type { whoAmI } from '../../contract/people/who-am-i'
import { templateIds } from '../_shared/message-templates'
import { findPerson } from '../_shared/records/people'
import { communities, findUnits, treeBelow, unitBrief } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import { matrix } from '../_shared/rules/matrix'
import { inTreeOrder } from '../_shared/rules/tree-order'
import type { Caller } from '../_shared/caller'
import type { Handler } from '../_shared/serve'

export const handleWhoAmI: Handler<typeof whoAmI> = async (_input, { caller, now }) => {
  const [person, all] = await Promise.all([findPerson(caller.personKey), communities()])
  const above = await findUnits(all.flatMap((unit) => unit.path))
  const community = person?.communityId ? above.get(person.communityId) : undefined
  return {
    personKey: caller.personKey,
    callName: person?.callName ?? null,
    building: person?.building ?? null,
    community: community ? { ...unitBrief(community), path: community.path } : null,
    communities: inTreeOrder(all, above).map(unitBrief),
    roles: await rolesOf(caller, monthOf(now)),
    may: Object.keys(matrix).filter((call) => caller.mayAnywhere(call)),
    templates: templateIds(),
  }
}

async function rolesOf(caller: Caller, month: string) {
  const granted = await findUnits(caller.grants.map((grant) => grant.unitId))
  const roles = caller.grants.flatMap(({ role, unitId, number }) => {
    const unit = granted.get(unitId)
    return unit ? [{ role, unit, number }] : []
  })
  roles.sort((a, b) => a.unit.path.length - b.unit.path.length || a.unit.order - b.unit.order || (a.role < b.role ? -1 : 1))
  return Promise.all(roles.map(async ({ role, unit, number }) => ({ role, unit: unitBrief(unit), ...(number === undefined ? {} : { number }), covers: (await treeBelow(unit, month)).map(unitBrief) })))
}
