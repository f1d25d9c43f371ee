/**
 * Every night: are all chains whole, up to where approved reports say that they stood? What is wrong is told in the log with its place. So is where each chain ends: the log lies outside of
 * the database, and a line of it is the checkpoint that finds a tail cut off together with its head (docs/decisions, audit).
 */
import { auditChains, auditOf } from '../_shared/records/audit'
import { printedCheckpoints } from '../_shared/records/reports'
import { troublesWith } from '../_shared/rules/audit-chain'
import { daysInUse, keysOf } from '../_shared/secrets/keys'
import type { Job } from '../_shared/serve'

/** A key is changed once a year, and the other two rings with it (docs/keys.md). */
const keyDays = 365

export const verify: Job = {
  name: 'audit/verify',
  async run(now) {
    const keys = keysOf('LINLI_AUDIT_KEY')
    const days = daysInUse(keys[0]!, now)
    if (days !== null && days > keyDays) console.warn(JSON.stringify({ keyDue: 'LINLI_AUDIT_KEY', days }))
    const found: string[] = []
    const [chains, printed] = await Promise.all([auditChains(), printedCheckpoints()])
    // Who takes all of it away, heads too, leaves what reports print.
    for (const { chain } of printed) if (!chains.has(chain)) chains.set(chain, null)
    for (const [name, head] of chains) {
      const troubles = troublesWith(name, await auditOf(name), head, keys, printed.filter(({ chain }) => chain === name))
      if (head) console.log(JSON.stringify({ auditCheckpoint: { chain: name, n: head.n, hash: head.hash } }))
      found.push(...troubles.map(({ kind, chain, n }) => `${kind} at ${chain} ${n}`))
    }
    if (found.length > 0) throw new Error(`audit: ${found.slice(0, 20).join('; ')}${found.length > 20 ? `; and ${found.length - 20} more` : ''}`)
  },
}
