/**
 * Who holds what on a unit, sealed together with the audit's entry that tells of the last change of it. The adversary (audit-chain.ts) can write both and
 * has not the key: who cuts the entry off has to put the rights back to what they were before it, where people see it, a right that
 * somebody writes for themselves has no seal, and an old one that is put back has the seal of an earlier entry. Pure.
 */
import { createHmac } from 'node:crypto'
import type { AtLeast, AuditEntry, Checkpoint } from './audit-chain'
import type { CallName } from './matrix'

export interface Seal extends Checkpoint { kid: string; mac: string }
interface Rights { _id: string; held: object; numbers: number; seal?: Seal }
interface Key { kid: string; bytes: Buffer }

export function sealOf(rights: Omit<Rights, 'seal'>, { chain, n, hash }: Checkpoint, { kid, bytes }: Key): Seal {
  return { chain, n, hash, kid, mac: macOf(rights, { chain, n, hash }, bytes) }
}

/**
 * What the rights say of the audit: where each chain stood at least, and on which units they stand otherwise than a call left them. `roots`: units without one above.
 * A unit whose id begins with u- was made by a call (roles/claim, units/add, units/import), and its first right was given by one: it has a seal, and its
 * root has an entry. What a seeded world begins with has neither, and its ids begin otherwise.
 */
export function saidByRights(rights: readonly Rights[], roots: readonly string[], keys: readonly Key[]): { checkpoints: AtLeast[]; unsealed: string[] } {
  const unsealed = rights.filter((one) => !isAsLeft(one, keys))
  const checkpoints = rights.flatMap((one) => (one.seal && !unsealed.includes(one) ? [{ chain: one.seal.chain, n: one.seal.n, hash: one.seal.hash }] : []))
  return { checkpoints: [...roots.filter(isMade).map((chain) => ({ chain, n: 1 })), ...checkpoints], unsealed: unsealed.map(({ _id }) => _id) }
}

const ofRoles: readonly string[] = ['roles/claim', 'roles/accept', 'roles/withdraw'] satisfies readonly CallName[]

/**
 * Units whose roles are not those that the audit tells of: their seal is of an earlier change than its last one, so what they held before was put back, seal and all,
 * or taken away; or a change was made on top of such ones, as its entry says (`after`: the entry of the change before). `entries`: of one chain. Of an entry that is gone, or there
 * twice, the chain tells, and nobody's roles.
 */
export function notAsTold(rights: readonly Rights[], entries: readonly AuditEntry[]): string[] {
  const last = new Map<string, number>()
  const found = new Set<string>()
  for (const { action, unitId, n, facts } of [...entries].sort((one, other) => one.n - other.n)) {
    const before = last.get(unitId) ?? 0
    if (!ofRoles.includes(action) || n === before) continue
    const after = facts?.['after']
    if (after !== undefined && !((after as number) >= before)) found.add(unitId)
    last.set(unitId, n)
  }
  const sealed = new Map(rights.map(({ _id, seal }) => [_id, seal?.n ?? 0]))
  for (const [unitId, n] of last) if ((sealed.get(unitId) ?? 0) < n) found.add(unitId)
  return [...found]
}

const isMade = (unitId: string) => unitId.startsWith('u-')

/** Do these stand as a call left them, or as a world began? */
export function isAsLeft(rights: Rights, keys: readonly Key[]): boolean {
  return rights.seal ? isSealed(rights, rights.seal, keys) : !isMade(rights._id)
}

function isSealed(rights: Rights, seal: Seal, keys: readonly Key[]): boolean {
  const key = keys.find(({ kid }) => kid === seal.kid)
  return key !== undefined && macOf(rights, seal, key.bytes) === seal.mac
}

function macOf({ _id, held, numbers }: Omit<Rights, 'seal'>, { chain, n, hash }: Checkpoint, key: Buffer): string {
  return createHmac('sha256', key).update(JSON.stringify(['rights', _id, sorted(held), numbers, chain, n, hash])).digest('hex')
}

/** The same text whatever the order in which the database keeps fields. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, one]) => [name, sorted(one)])
}
