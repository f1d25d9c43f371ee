/** Who there is in every world. Few enough to know by heart; all invented. */
import { grantsRecord, type GrantsRecord } from '../../cloudfunctions/_shared/records/grants'
import { openidRecord, type OpenidRecord } from '../../cloudfunctions/_shared/records/openids'
import type { Role } from '../../cloudfunctions/_shared/rules/matrix'

export interface CastPerson {
  name: string
  communityId: string
  /** null: a resident and nothing else. */
  grant: { role: Role; unitId: string } | null
}

export const cast = {
  zhang: { name: '张阿姨', communityId: 'yuyin', grant: null },
  li: { name: '老李', communityId: 'yuyin', grant: null },
  chen: { name: '小陈', communityId: 'yuyin', grant: { role: 'gridWorker', unitId: 'yuyin' } },
  lin: { name: '林主任', communityId: 'yuyin', grant: { role: 'admin', unitId: 'yuyin' } },
  he: { name: '何姐', communityId: 'yuyin', grant: { role: 'admin', unitId: 'hewan' } },
  zhou: { name: '小周', communityId: 'liuqiao', grant: { role: 'gridWorker', unitId: 'liuqiao' } },
} as const satisfies Record<string, CastPerson>

export type CastId = keyof typeof cast
export const castIds = Object.keys(cast) as CastId[]

export const openidOf = (id: CastId) => `openid-${id}`
export const personKeyOf = (id: CastId) => `p-${id}`

export function castOpenids(mintedAt: string): OpenidRecord[] {
  return castIds.map((id) => {
    const grant = cast[id].grant
    return openidRecord(openidOf(id), personKeyOf(id), mintedAt, grant ? [{ ...grant, number: numberOf(id) }] : [])
  })
}

export function castGrants(since: string): GrantsRecord[] {
  const units = new Map<string, GrantsRecord>()
  for (const id of castIds) {
    const grant: CastPerson['grant'] = cast[id].grant
    if (!grant) continue
    const held = { ...units.get(grant.unitId)?.held, [personKeyOf(id)]: { [grant.role]: { name: cast[id].name, since, by: 'deployment', number: numberOf(id) } } }
    units.set(grant.unitId, grantsRecord(grant.unitId, held))
  }
  return [...units.values()]
}

/** In the unit, in the order of the list: 小陈 is 1号 of 榆荫社区, 林主任 2号. */
function numberOf(id: CastId): number {
  const unitOf = (one: CastId): string | undefined => (cast[one] as CastPerson).grant?.unitId
  return castIds.filter((one) => unitOf(one) === unitOf(id)).indexOf(id) + 1
}
