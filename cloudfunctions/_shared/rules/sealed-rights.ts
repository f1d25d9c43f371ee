/**
 * Who holds what on a unit, sealed together with the audit's entry that tells of the last change of it. The adversary (audit-chain.ts) can write both and
 * has not the key: who cuts the entry off has to put the rights back to what they were before it, where people see it, and a right that
 * somebody writes for themselves has no seal. Pure.
 */
import { createHmac } from 'node:crypto'
import type { AtLeast, Checkpoint } from './audit-chain'

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
  const isMade = (unitId: string) => unitId.startsWith('u-')
  const unsealed = rights.filter((one) => (one.seal ? !isSealed(one, one.seal, keys) : isMade(one._id)))
  const checkpoints = rights.flatMap((one) => (one.seal && !unsealed.includes(one) ? [{ chain: one.seal.chain, n: one.seal.n, hash: one.seal.hash }] : []))
  return { checkpoints: [...roots.filter(isMade).map((chain) => ({ chain, n: 1 })), ...checkpoints], unsealed: unsealed.map(({ _id }) => _id) }
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
