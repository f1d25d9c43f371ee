import type { Input } from '../../contract/call'
import { correctionReasons, type correctWork } from '../../contract/work/correct'
import { indicatorOf } from '../../contract/work/indicators'
import type { Caller } from '../_shared/caller'
import type { WorkEntryRecord, WorkVersion } from '../_shared/records/facts'
import { reportsAhead } from '../_shared/records/outcome-of-month'
import { findUnit } from '../_shared/records/units'
import { addVersion, findWorkEntry } from '../_shared/records/work-entries'
import { instant } from '../_shared/rules/calendar'
import { clocksOf, isSameClock } from '../_shared/rules/clocks'
import { receiptFor } from '../_shared/rules/receipt'
import { softnessOf, troubleWith, writtenAt } from '../_shared/rules/work-entry'
import type { Handler } from '../_shared/serve'

export const handleCorrect: Handler<typeof correctWork> = async (input, { caller, now, refuse }) => {
  const entry = await findWorkEntry(input.entryId)
  if (!entry || !mayCorrect(caller, entry)) return refuse('entry-not-found')
  if (isIn(entry, input, caller, now)) return receiptFor(input, 'already-there')
  // Its phone knew the time less well when it came before: it comes again as it was (src/stores/queue/settle-clock.ts).
  if (hasRecord(entry, input.recordId)) return refuse('record-id-taken')
  if (entry.rev !== input.rev) return refuse('changed-meanwhile')
  const written = writtenAt(input, now)
  const trouble = troubleWith({ ...input, indicator: entry.indicator }, written)
  if (trouble) return refuse(trouble)
  if (indicatorOf(entry.indicator).bare && !isPlain(input.reason)) return refuse('only-a-plain-reason')
  const { quantity, on, withdrawn, reason } = input
  const version: WorkVersion = { recordId: input.recordId, quantity, softness: softnessOf(input), on, withdrawn, reason, by: caller.personKey, at: instant(Math.min(written, now)), clocks: clocksOf(input, now), dayConfirmed: input.dayConfirmed }
  const unit = await findUnit(entry.unitId, on.slice(0, 7))
  const path = unit?.path ?? entry.path
  // Out of a closed month or into one: either way what was approved stays, and this is told beside it.
  const ahead = await reportsAhead('work/correct', { path, month: on.slice(0, 7) }, now, entry)
  const added = await addVersion(entry._id, input.rev, version, path, { at: instant(now), ahead })
  if (added) return receiptFor(input, added)
  // Somebody was faster: another version, or this one sent twice at once.
  const after = await findWorkEntry(entry._id)
  if (after && isIn(after, input, caller, now)) return receiptFor(input, 'already-there')
  return refuse(after && hasRecord(after, input.recordId) ? 'record-id-taken' : 'changed-meanwhile')
}

/** Who logged it, while they still work there, or an admin of its unit. */
function mayCorrect(caller: Caller, entry: WorkEntryRecord): boolean {
  const isAdmin = caller.grants.some((grant) => grant.role === 'admin' && entry.path.includes(grant.unitId))
  return caller.may('work/correct', entry.path) && (isAdmin || entry.by === caller.personKey)
}

/** A bare count takes no note; a free reason would be one. */
function isPlain(reason: string): boolean {
  return (correctionReasons as readonly string[]).includes(reason)
}

function isIn(entry: WorkEntryRecord, input: Input<typeof correctWork>, caller: Caller, now: number): boolean {
  return entry.versions.some((version) => version.recordId === input.recordId && version.by === caller.personKey
    && version.reason === input.reason && version.quantity === input.quantity && version.softness === softnessOf(input)
    && version.on === input.on && version.withdrawn === input.withdrawn && version.dayConfirmed === input.dayConfirmed && isSameClock(version.clocks, clocksOf(input, now)))
}

function hasRecord(entry: WorkEntryRecord, recordId: string): boolean {
  return entry.versions.some((version) => version.recordId === recordId)
}
