/** Who there is in every world. Few enough to know by heart; all invented. */
import { grantRecord, type GrantRecord } from '../../cloudfunctions/_shared/records/grants'
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

export function castOpenids(mintedAt: string) {
  return castIds.map((id) => ({ _id: openidOf(id), personKey: personKeyOf(id), mintedAt }))
}

export function castGrants(grantedAt: string): GrantRecord[] {
  return castIds.flatMap((id) => {
    const grant: CastPerson['grant'] = cast[id].grant
    return grant ? [grantRecord(personKeyOf(id), grant.unitId, grant.role, grantedAt)] : []
  })
}
