/**
 * Every night: are all chains whole, up to where approved reports, the seals of rights and the night before say that they stood? What is wrong is told in the log with its place.
 * Where each chain ends is kept apart from the database, in storage for the next night and as a line in the log (docs/decisions, audit): that finds a tail cut off together with its head.
 */
import { auditChains, auditOf, findAuditHead } from '../_shared/records/audit'
import { keepEnds, keptEnds } from '../_shared/records/audit-ends'
import { allGrants } from '../_shared/records/grants'
import { printedCheckpoints } from '../_shared/records/reports'
import { rootUnits } from '../_shared/records/units'
import { troublesWith, type Checkpoint } from '../_shared/rules/audit-chain'
import { notAsTold, saidByRights } from '../_shared/rules/sealed-rights'
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
    const [chains, printed, kept, grants, roots] = await Promise.all([auditChains(), printedCheckpoints(), keptEnds(), allGrants(), rootUnits()])
    const { checkpoints, unsealed } = saidByRights(grants, roots, keys)
    const found: string[] = []
    const otherRights = new Set(unsealed)
    const known = [...printed, ...kept, ...checkpoints]
    const ends = new Map<string, Checkpoint>(kept.map((end) => [end.chain, end]))
    // Who takes all of it away, heads too, leaves what is kept apart, what reports print, and the rights that it told of.
    for (const { chain } of known) if (!chains.has(chain)) chains.set(chain, null)
    for (const [name, first] of chains) {
      const look = async (head: typeof first) => {
        const entries = await auditOf(name)
        return { head, entries, troubles: troublesWith(name, entries, head, keys, known.filter(({ chain }) => chain === name)) }
      }
      let seen = await look(first)
      // Something may have been noted between the head and the entries, or between the rights and them; what is wrong stays so.
      if (seen.troubles.length > 0) seen = await look(await findAuditHead(name))
      const { head, entries, troubles } = seen
      if (notAsTold(grants, entries).length > 0) for (const unitId of notAsTold(await allGrants(), entries)) otherRights.add(unitId)
      if (head) console.log(JSON.stringify({ auditCheckpoint: { chain: name, n: head.n, hash: head.hash } }))
      // What was found once is found again until it is looked into.
      if (head && troubles.length === 0) ends.set(name, { chain: name, n: head.n, hash: head.hash })
      found.push(...troubles.map(({ kind, chain, n }) => `${kind} at ${chain} ${n}`))
    }
    await keepEnds([...ends.values()])
    found.unshift(...[...otherRights].map((unitId) => `rights without their seal on ${unitId}`))
    if (found.length > 0) throw new Error(`audit: ${found.slice(0, 20).join('; ')}${found.length > 20 ? `; and ${found.length - 20} more` : ''}`)
  },
}
