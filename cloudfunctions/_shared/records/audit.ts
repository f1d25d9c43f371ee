/**
 * `audit/<root unit>:<n>`: who changed what, chained (rules/audit-chain.ts). An entry is written in the transaction of the change
 * that it tells of: both are there or neither. Writers meet at the head of their root's chain, so there is no fork and no gap.
 */
import { command } from '../cloud'
import { currentKey } from '../secrets/keys'
import { emptyHead, nextEntry, type AuditEntry, type AuditHead, type AuditNews, type Checkpoint } from '../rules/audit-chain'
import { collection } from './collection'
import type { Transaction } from './transaction'

const entries = collection<AuditEntry>('audit')
const heads = collection<AuditHead>('audit-heads')

/** `path`: root … unit of what is changed. Where the chain ends with it. Throws NoKeys before anything is written. */
export async function audited(transaction: Transaction, path: readonly string[], news: Omit<AuditNews, 'unitId'>, at: string): Promise<Checkpoint> {
  const chain = path[0]
  const unitId = path[path.length - 1]
  if (chain === undefined || unitId === undefined) throw new Error('an audit entry needs a unit')
  const key = currentKey('LINLI_AUDIT_KEY')
  const known = await transaction.find<AuditHead>('audit-heads', chain)
  const entry = nextEntry(known ?? emptyHead(chain), { ...news, unitId }, at, key)
  // The head first: of two writers the second one fails here, before it has written anything else.
  if (known) await transaction.update('audit-heads', chain, { n: entry.n, hash: entry.hash })
  else await transaction.add('audit-heads', { _id: chain, n: entry.n, hash: entry.hash } satisfies AuditHead)
  await transaction.add('audit', entry)
  return { chain, n: entry.n, hash: entry.hash }
}

/** An undo at a session, whatever it takes back. `at`: the server's time; the device's stands with the fact. */
export async function auditUndo(transaction: Transaction, event: { path: readonly string[] }, session: { id: string }, what: { of: string; about: string; marks: number }, undone: { by: string }, at: string): Promise<void> {
  const { of, about, marks } = what
  await audited(transaction, event.path, { action: 'attendance/undo', by: undone.by, about, facts: { of, marks, sessionId: session.id } }, at)
}

export const findAuditHead = heads.find

/** Every chain with its head, found by the head or by any of its entries, in hops from name to name: who deletes a head hides no chain. null: it has none. */
export async function auditChains(): Promise<Map<string, AuditHead | null>> {
  const chains = new Map<string, AuditHead | null>((await heads.all({})).map((head) => [head._id, head]))
  for (let last = ''; ;) {
    const [next] = await entries.list({ chain: command.gt(last) }, { fields: ['chain'], orderBy: [['chain', 'asc']], limit: 1 })
    if (!next) return chains
    last = next.chain
    if (!chains.has(last)) chains.set(last, null)
  }
}

/** All entries of a chain, in order. */
export function auditOf(chain: string): Promise<AuditEntry[]> {
  return entries.all({ chain })
}
