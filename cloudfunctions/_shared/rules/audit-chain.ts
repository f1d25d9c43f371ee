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

/** Throws where the head is none: on what somebody put there nothing is built. */
export function nextEntry(head: AuditHead, news: AuditNews, at: string, key: Key): AuditEntry {
  if (endSaid(head.n) === Infinity || typeof head.hash !== 'string') throw new Error(`the head of the audit of ${head._id} is none`)
  const n = head.n + 1
  const { action, by, unitId, about, facts } = news
  const bare = { _id: entryId(head._id, n), chain: head._id, n, at, action, by, unitId, about, facts, prev: head.hash, kid: key.kid }
  return { ...bare, hash: hashOf(bare, key) }
}

/**
 * Every trouble with its place, in the chain's order; nothing: the chain is whole and ends where the head and all checkpoints say. Any of it may be written by
 * the adversary: what is said of an end that is no number lies behind every entry, and a gap of any width is told in a bounded time.
 */
export function troublesWith(chain: string, entries: readonly AuditEntry[], head: AuditHead | null, keys: readonly Key[], checkpoints: readonly AtLeast[] = []): AuditTrouble[] {
  const troubles: AuditTrouble[] = []
  const found = (kind: AuditTrouble['kind'], n: number) => void troubles.push({ kind, chain, n })
  const genuine = new Map<number, AuditEntry>()
  const saying = new Map<number, number>()
  for (const { n } of entries) saying.set(n, (saying.get(n) ?? 0) + 1)
  for (const entry of entries) {
    if (!isSealed(entry, keys)) found(entries.length > 1 && isExtra(entry, saying) ? 'inserted' : 'edited', placeOf(entry))
    else if (entry.chain !== chain || endSaid(entry.n) === Infinity || entry._id !== entryId(chain, entry.n)) found('moved', placeOf(entry))
    else genuine.set(entry.n, entry)
  }
  const said = head ? endSaid(head.n) : 0
  let last = said
  for (const n of genuine.keys()) last = Math.max(last, n)
  for (const { n } of checkpoints) last = Math.max(last, endSaid(n))
  if (genuine.size === 0 && last > 0 && entries.length > 0) return [{ kind: 'begun-anew', chain, n: 1 }]
  const damaged = new Set(troubles.map(({ n }) => n))
  const places = [...new Set([...genuine.keys(), ...damaged])].filter((n) => n > 0 && n <= last).sort((one, other) => one - other)
  let end = 0
  for (const n of places) {
    for (let gone = end + 1; gone < n && gone <= end + mostOfAGap; gone += 1) found('deleted', gone)
    const before = n === 1 ? '' : genuine.get(n - 1)?.hash
    // Two branches, both sealed: a copy of the database was put back and written on.
    if (genuine.has(n) && before !== undefined && genuine.get(n)!.prev !== before) found('begun-anew', n)
    end = n
  }
  if (end < last) found('cut-off', end + 1)
  if (!head && last > 0 && end === last) found('cut-off', last)
  if (genuine.has(said) && genuine.get(said)!.hash !== head?.hash) found('begun-anew', said)
  if (head && said < end) found('cut-off', said + 1)
  for (const { n, hash } of checkpoints) {
    const entry = genuine.get(n)
    if (entry && hash !== undefined && entry.hash !== hash) found('begun-anew', n)
  }
  return troubles.sort((one, other) => one.n - other.n)
}

/** Told one by one; of more than that whoever reads it has seen enough. */
const mostOfAGap = 100

function endSaid(n: unknown): number {
  return typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 ? n : Infinity
}

function isSealed(entry: AuditEntry, keys: readonly Key[]): boolean {
  const key = keys.find(({ kid }) => kid === entry.kid)
  return key !== undefined && hashOf(entry, key) === entry.hash
}

/** Where the entry stands, whatever it says itself; 0: nowhere. */
function placeOf({ _id, n }: AuditEntry): number {
  const told = Number(String(_id).slice(String(_id).lastIndexOf(':') + 1))
  const place = Number.isSafeInteger(told) && told > 0 ? told : n
  return Number.isSafeInteger(place) ? place : 0
}

/** Beside another one in the same place, or in a place that no entry of ours can have. `saying`: how many entries say of themselves that they are the nth. */
function isExtra(entry: AuditEntry, saying: ReadonlyMap<number, number>): boolean {
  const place = placeOf(entry)
  return entry._id !== entryId(entry.chain, place) || (saying.get(place) ?? 0) > (entry.n === place ? 1 : 0)
}

function hashOf({ _id, chain, n, at, action, by, unitId, about, facts, prev, kid }: Omit<AuditEntry, 'hash'>, key: Key): string {
  const sortedFacts = Object.entries(facts ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHmac('sha256', key.bytes).update(JSON.stringify([_id, chain, n, at, action, by, unitId, about, sortedFacts, prev, kid])).digest('hex')
}
