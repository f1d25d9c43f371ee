/**
 * Every night: are all chains whole, up to where approved reports and the seals of rights say that they stood? What is wrong is told in the log with its place. So is where each chain ends: the log lies outside of
 * the database, and a line of it is the checkpoint that finds a tail cut off together with its head (docs/decisions, audit).
 */
import { auditChains, auditOf, findAuditHead } from '../_shared/records/audit'
import { allGrants } from '../_shared/records/grants'
import { printedCheckpoints } from '../_shared/records/reports'
import { rootUnits } from '../_shared/records/units'
import { troublesWith } from '../_shared/rules/audit-chain'
import { saidByRights } from '../_shared/rules/sealed-rights'
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
    const [chains, printed, grants, roots] = await Promise.all([auditChains(), printedCheckpoints(), allGrants(), rootUnits()])
    const { checkpoints, unsealed } = saidByRights(grants, roots, keys)
    const found = unsealed.map((unitId) => `rights without their seal on ${unitId}`)
    const known = [...printed, ...checkpoints]
    // Who takes all of it away, heads too, leaves what reports print, and the rights that it told of.
    for (const { chain } of known) if (!chains.has(chain)) chains.set(chain, null)
    for (const [name, head] of chains) {
      const look = async (end: typeof head) => troublesWith(name, await auditOf(name), end, keys, known.filter(({ chain }) => chain === name))
      // Something may have been noted between the head and the entries; what is wrong stays so.
      const troubles = (await look(head)).length > 0 ? await look(await findAuditHead(name)) : []
      if (head) console.log(JSON.stringify({ auditCheckpoint: { chain: name, n: head.n, hash: head.hash } }))
      found.push(...troubles.map(({ kind, chain, n }) => `${kind} at ${chain} ${n}`))
    }
    if (found.length > 0) throw new Error(`audit: ${found.slice(0, 20).join('; ')}${found.length > 20 ? `; and ${found.length - 20} more` : ''}`)
  },
}
