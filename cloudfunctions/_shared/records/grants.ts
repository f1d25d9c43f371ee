/**
 * `grants/<unitId>`: who holds which role on one unit, in one document, so that "is there another admin" is decided by a single
 * write. What `serve` reads at every call is a copy of it beside the person's openid; both are written in one transaction.
 */
import { command } from '../cloud'
import type { Checkpoint } from '../rules/audit-chain'
import { rowOf, type Role } from '../rules/matrix'
import { isAsLeft, sealOf, type Seal } from '../rules/sealed-rights'
import { currentKey, keysOf } from '../secrets/keys'
import { collection } from './collection'
import type { HeldRole, OpenidRecord } from './openids'
import type { Transaction } from './transaction'

/**
 * `name`: as whoever granted it calls the person. `by`: the person who granted it, or `deployment` for the first admin. `number`: the person's
 * number in the unit, which photos carry instead of a name; one for all roles there, and never given to somebody else.
 */
export interface Holding { name: string; since: string; by: string; number: number }
/** `numbers`: how many were given out. `seal`: absent where no call has changed it yet (a seeded world). */
export interface GrantsRecord { _id: string; held: Record<string, Partial<Record<Role, Holding>>>; numbers: number; seal?: Seal }

const grants = collection<GrantsRecord>('grants')

export const findGrantsOn = grants.findMany

export function grantsRecord(unitId: string, held: GrantsRecord['held']): GrantsRecord {
  return { _id: unitId, held, numbers: Object.keys(held).length }
}

/** The right as of now, read in the transaction that it decides; `path`: root … unit. */
export async function mayNow(transaction: Transaction, personKey: string, call: string, path: readonly string[]): Promise<boolean> {
  const row = rowOf(call)
  if (row === null || typeof row === 'string') return row === 'everyone'
  for (const unitId of path) {
    const held = (await transaction.find<GrantsRecord>('grants', unitId))?.held[personKey]
    if (held && row.some((role) => held[role])) return true
  }
  return false
}

/** What is granted on each unit of the path as of now, for more than one question; `path`: root … unit. */
export async function grantsNow(transaction: Transaction, path: readonly string[]): Promise<GrantsRecord[]> {
  const found: GrantsRecord[] = []
  for (const unitId of path) {
    const record = await transaction.find<GrantsRecord>('grants', unitId)
    if (record) found.push(record)
  }
  return found
}

/** The role by which the person may make the call, nearest to the unit; null: they may not. */
export function holdingIn(grants: readonly GrantsRecord[], personKey: string, call: string): Holding | null {
  const row = rowOf(call)
  if (row === null || typeof row === 'string') return null
  const holdings = grants.flatMap(({ held }) => row.flatMap((role) => held[personKey]?.[role] ?? []))
  return holdings.at(-1) ?? null
}

/** The unit's own admins, as it stands outside of any transaction. */
export async function adminsOn(unitId: string): Promise<string[]> {
  return adminsIn(await grants.find(unitId))
}

export interface RoleOf { openid: string; personKey: string; unitId: string; role: Role }

/** Held already: it stays as it was, under the seal of what was told now. `noted`: the audit's entry of it. */
export async function giveRole(transaction: Transaction, { openid, personKey, unitId, role }: RoleOf, granted: Omit<Holding, 'number'>, noted: Checkpoint): Promise<void> {
  const known = await transaction.find<GrantsRecord>('grants', unitId)
  const mine = known?.held[personKey]
  if (known && mine?.[role]) return isAsLeft(known, keysOf(ring)) ? transaction.update('grants', unitId, sealing(known, known, noted)) : undefined
  const number = Object.values(mine ?? {})[0]?.number ?? (known?.numbers ?? 0) + 1
  const holding = { ...granted, number }
  const next = { ...grantsRecord(unitId, { ...known?.held, [personKey]: { ...mine, [role]: holding } }), numbers: Math.max(number, known?.numbers ?? 0) }
  if (known) await transaction.update('grants', unitId, { [`held.${fieldName(personKey)}.${role}`]: command.set(holding), numbers: next.numbers, ...sealing(known, next, noted) })
  else await transaction.add('grants', { ...next, seal: sealOf(next, noted, currentKey(ring)) })
  await copyRoles(transaction, openid, personKey, (roles) => [...roles.filter((one) => one.unitId !== unitId || one.role !== role), { role, unitId, number }])
}

/** `openid` null: the person is gone and only the unit's document is left to change. Not held: nothing is written. */
export async function takeRole(transaction: Transaction, { openid, personKey, unitId, role }: Omit<RoleOf, 'openid'> & { openid: string | null }, noted: Checkpoint): Promise<void> {
  const known = await transaction.find<GrantsRecord>('grants', unitId)
  const held = known?.held[personKey]
  if (!known || !held?.[role]) return
  const { [role]: _taken, ...kept } = held
  const { [personKey]: _mine, ...others } = known.held
  const alone = Object.keys(kept).length === 0
  const next = { ...known, held: alone ? others : { ...others, [personKey]: kept } }
  await transaction.update('grants', unitId, { [`held.${fieldName(personKey)}${alone ? '' : `.${role}`}`]: command.remove(), ...sealing(known, next, noted) })
  if (openid !== null) await copyRoles(transaction, openid, personKey, (roles) => roles.filter((one) => one.unitId !== unitId || one.role !== role))
}

const ring = 'LINLI_AUDIT_KEY'

/** Where the seal was not right before, it stays as it is: what somebody wrote past Linli is told every night, whatever a call changes after it. */
function sealing(known: GrantsRecord, next: GrantsRecord, noted: Checkpoint): Record<string, unknown> {
  return isAsLeft(known, keysOf(ring)) ? { seal: command.set(sealOf(next, noted, currentKey(ring))) } : {}
}

/** Which entry of the audit told of the last change of roles here, for the next one to say; 0: none. */
export const lastToldOf = (record: GrantsRecord | null): number => record?.seal?.n ?? 0

/** Every unit's, for the nightly look at the audit. */
export const allGrants = (): Promise<GrantsRecord[]> => grants.all({})

export function adminsIn(record: GrantsRecord | null): string[] {
  return Object.entries(record?.held ?? {}).flatMap(([personKey, held]) => (held.admin ? [personKey] : []))
}

async function copyRoles(transaction: Transaction, openid: string, personKey: string, change: (roles: readonly HeldRole[]) => HeldRole[]): Promise<void> {
  const known = await transaction.find<OpenidRecord>('openids', openid)
  if (known?.personKey !== personKey || known.leaving) throw new Error('the person has gone meanwhile')
  await transaction.update('openids', openid, { roles: command.set(change(known.roles)) })
}

function fieldName(personKey: string): string {
  // A dot or a dollar would name another field.
  if (!/^[A-Za-z0-9_-]+$/.test(personKey)) throw new Error('person key cannot be a field name')
  return personKey
}
