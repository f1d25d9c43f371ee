/** Who is calling: a person by key, with the roles granted to them. The openid stays in this file and the `openids` collection. */
import { personOf } from './records/openids'
import { rowOf, type Role } from './rules/matrix'
import { isTextAllowed, type TextScene } from './text-check'

export interface Grant { role: Role; unitId: string }

export interface Caller {
  personKey: string
  grants: readonly Grant[]
  /** May this caller make the call for a unit with this path (root … unit)? */
  may(call: string, path: readonly string[]): boolean
  /** May this caller make the call for any unit at all? */
  mayAnywhere(call: string): boolean
  /** May these words of the caller be kept, as WeChat judges them now (text-check.ts)? One question for all; never throws. */
  mayWrite(texts: readonly string[], scene: TextScene): Promise<boolean>
}

export async function callerOf(openid: string, now: number): Promise<Caller> {
  const { personKey, roles } = await personOf(openid, now)
  return callerWith(personKey, roles, (texts, scene) => isTextAllowed(openid, texts, scene))
}

function callerWith(personKey: string, grants: readonly Grant[], mayWrite: Caller['mayWrite']): Caller {
  const holds = (call: string, covers: (grant: Grant) => boolean) => {
    const row = rowOf(call)
    if (row === null || row === 'timer') return false
    if (row === 'everyone') return true
    return grants.some((grant) => row.includes(grant.role) && covers(grant))
  }
  return {
    personKey,
    grants,
    may: (call, path) => holds(call, (grant) => path.includes(grant.unitId)),
    mayAnywhere: (call) => holds(call, () => true),
    mayWrite,
  }
}
