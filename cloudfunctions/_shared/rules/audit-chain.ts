/**
 * The audit's chain: each entry carries a keyed hash over itself and the hash before it. The adversary can write the database
 * and has old copies of it, but not the keys: whatever is edited, deleted, inserted, reordered or begun anew is found, and where.
 * Cutting off the end together with putting back an old head leaves a chain that is right in itself: only a checkpoint that was
 * kept apart (printed in a report, in a function's log) tells.
 */
import { createHmac } from 'node:crypto'

export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>

/** What is told of one change. Never personal data: people by key, things by id. */
export interface AuditNews { action: string; by: string; unitId: string; about: string; facts: AuditFacts }
export interface AuditEntry extends AuditNews { _id: string; chain: string; n: number; at: string; prev: string; kid: string; hash: string }
/** Where the next entry goes. `_id` is the chain's name. */
export interface AuditHead { _id: string; n: number; hash: string }
export interface Checkpoint { chain: string; n: number; hash: string }
/** A chain has so many entries at least; and where the hash is known, it ran so. */
export type AtLeast = Omit<Checkpoint, 'hash'> & Partial<Checkpoint>

interface Key { kid: string; bytes: Buffer }

export type AuditTrouble = { kind: 'edited' | 'deleted' | 'inserted' | 'moved' | 'cut-off' | 'begun-anew'; chain: string; n: number }

export const emptyHead = (chain: string): AuditHead => ({ _id: chain, n: 0, hash: '' })

/** Entries are read in the order of their ids. */
export function entryId(chain: string, n: number): string {
  return `${chain}:${String(n).padStart(10, '0')}`
}

export function nextEntry(head: AuditHead, news: AuditNews, at: string, key: Key): AuditEntry {
  const n = head.n + 1
  const { action, by, unitId, about, facts } = news
  const bare = { _id: entryId(head._id, n), chain: head._id, n, at, action, by, unitId, about, facts, prev: head.hash, kid: key.kid }
  return { ...bare, hash: hashOf(bare, key) }
}

/** Every trouble with its place, in the chain's order; nothing: the chain is whole and ends where the head and all checkpoints say. */
export function troublesWith(chain: string, entries: readonly AuditEntry[], head: AuditHead | null, keys: readonly Key[], checkpoints: readonly AtLeast[] = []): AuditTrouble[] {
  const troubles: AuditTrouble[] = []
  const found = (kind: AuditTrouble['kind'], n: number) => void troubles.push({ kind, chain, n })
  const genuine = new Map<number, AuditEntry>()
  for (const entry of entries) {
    if (!isSealed(entry, keys)) found(entries.length > 1 && isExtra(entry, entries) ? 'inserted' : 'edited', placeOf(entry))
    else if (entry.chain !== chain || entry._id !== entryId(chain, entry.n)) found('moved', placeOf(entry))
    else genuine.set(entry.n, entry)
  }
  const last = Math.max(head?.n ?? 0, ...genuine.keys(), ...checkpoints.map(({ n }) => n))
  const damaged = new Set(troubles.map(({ n }) => n))
  if (genuine.size === 0 && last > 0 && entries.length > 0) return [{ kind: 'begun-anew', chain, n: 1 }]
  let end = last
  while (end > 0 && !genuine.has(end) && !damaged.has(end)) end -= 1
  for (let n = 1; n <= end; n += 1) {
    const entry = genuine.get(n)
    if (!entry) {
      if (!damaged.has(n)) found('deleted', n)
    } else {
      const before = n === 1 ? '' : genuine.get(n - 1)?.hash
      // Two branches, both sealed: a copy of the database was put back and written on.
      if (before !== undefined && entry.prev !== before) found('begun-anew', n)
    }
  }
  if (end < last) found('cut-off', end + 1)
  if (!head && last > 0 && end === last) found('cut-off', last)
  if (head && genuine.has(head.n) && genuine.get(head.n)!.hash !== head.hash) found('begun-anew', head.n)
  if (head && head.n < end) found('cut-off', head.n + 1)
  for (const { n, hash } of checkpoints) {
    const entry = genuine.get(n)
    if (entry && hash !== undefined && entry.hash !== hash) found('begun-anew', n)
  }
  return troubles.sort((one, other) => one.n - other.n)
}

function isSealed(entry: AuditEntry, keys: readonly Key[]): boolean {
  const key = keys.find(({ kid }) => kid === entry.kid)
  return key !== undefined && hashOf(entry, key) === entry.hash
}

/** Where the entry stands, whatever it says itself. */
function placeOf(entry: AuditEntry): number {
  const told = Number(entry._id.slice(entry._id.lastIndexOf(':') + 1))
  return Number.isSafeInteger(told) && told > 0 ? told : entry.n
}

/** Beside another one in the same place, or in a place that no entry of ours can have. */
function isExtra(entry: AuditEntry, entries: readonly AuditEntry[]): boolean {
  return entry._id !== entryId(entry.chain, placeOf(entry)) || entries.some((other) => other !== entry && other.n === placeOf(entry))
}

function hashOf({ _id, chain, n, at, action, by, unitId, about, facts, prev, kid }: Omit<AuditEntry, 'hash'>, key: Key): string {
  const sortedFacts = Object.entries(facts ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHmac('sha256', key.bytes).update(JSON.stringify([_id, chain, n, at, action, by, unitId, about, sortedFacts, prev, kid])).digest('hex')
}
