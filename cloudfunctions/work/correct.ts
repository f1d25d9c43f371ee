import type { Input } from '../../contract/call'
import type { correctWork } from '../../contract/work/correct'
import type { Caller } from '../_shared/caller'
import { command } from '../_shared/cloud'
import { workEntries, type WorkEntryRecord, type WorkVersion } from '../_shared/records/facts'
import { instant, monthOf, recordedAt } from '../_shared/rules/calendar'
import { receiptFor } from '../_shared/rules/receipt'
import { softnessOf, troubleWith } from '../_shared/rules/work-entry'
import type { Handler } from '../_shared/serve'

export const handleCorrect: Handler<typeof correctWork> = async (input, { caller, now, refuse }) => {
  const entry = await workEntries.find(input.entryId)
  if (!entry || !mayCorrect(caller, entry)) return refuse('entry-not-found')
  if (isIn(entry, input, caller)) return receiptFor(input, 'already-there')
  if (entry.rev !== input.rev) return refuse('changed-meanwhile')
  const trouble = troubleWith({ ...input, indicator: entry.indicator }, now)
  if (trouble) return refuse(trouble)
  const { quantity, on, withdrawn, reason } = input
  const softness = softnessOf(input)
  const version: WorkVersion = { recordId: input.recordId, quantity, softness, on, withdrawn, reason, by: caller.personKey, at: instant(recordedAt(input, now)) }
  const changed = await workEntries.update({ _id: entry._id, rev: input.rev }, {
    quantity, softness, on, month: monthOf(on), withdrawn, rev: input.rev + 1, versions: command.push([version]),
  })
  if (changed > 0) return receiptFor(input, 'counted')
  // Somebody was faster: another version, or this one sent twice at once.
  const after = await workEntries.find(entry._id)
  return after && isIn(after, input, caller) ? receiptFor(input, 'already-there') : refuse('changed-meanwhile')
}

/** Who logged it, while they still work there, or an admin of its unit. */
function mayCorrect(caller: Caller, entry: WorkEntryRecord): boolean {
  const isAdmin = caller.grants.some((grant) => grant.role === 'admin' && entry.path.includes(grant.unitId))
  return caller.may('work/correct', entry.path) && (isAdmin || entry.by === caller.personKey)
}

function isIn(entry: WorkEntryRecord, input: Input<typeof correctWork>, caller: Caller): boolean {
  return entry.versions.some((version) => version.recordId === input.recordId && version.by === caller.personKey
    && version.reason === input.reason && version.quantity === input.quantity && version.softness === softnessOf(input)
    && version.on === input.on && version.withdrawn === input.withdrawn)
}
