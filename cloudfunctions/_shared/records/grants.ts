/** Roles granted on units: `grants/<unitId>:<personKey>:<role>`. */
import type { Role } from '../rules/matrix'
import { collection } from './collection'

export interface GrantRecord { _id: string; personKey: string; unitId: string; role: Role; grantedAt: string }

const grants = collection<GrantRecord>('grants')

export function grantRecord(personKey: string, unitId: string, role: Role, grantedAt: string): GrantRecord {
  return { _id: `${unitId}:${personKey}:${role}`, personKey, unitId, role, grantedAt }
}

export async function grantsOf(personKey: string): Promise<GrantRecord[]> {
  return grants.list({ personKey }, { limit: 100 })
}
