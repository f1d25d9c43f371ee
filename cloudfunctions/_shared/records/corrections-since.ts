/** 更正 of a closed month, with the names of units and the reasons of entries; also of entries that a correction took to another month. */
import type { Corrections } from '../../../contract/reports/correction'
import { correctionsOf, type EntryNow } from '../rules/closing/corrections'
import type { Month } from '../rules/figures'
import type { ClosedMonth } from './counted-month'
import { workEntries, type WorkEntryRecord } from './facts'
import { findUnits } from './units'

/** Null: nothing came or changed. `live`: the same month from facts alone; `entries`: those that were read for it. */
export async function correctionsSince({ report, month }: ClosedMonth, live: { month: Month; entries: readonly WorkEntryRecord[] }, asOf: string): Promise<Corrections | null> {
  const known = new Map(live.entries.map((entry) => [entry._id, entry]))
  const elsewhere = await workEntries.findMany(month.entries.map((entry) => entry._id).filter((id) => !known.has(id)))
  const told = correctionsOf({ month: report.month, asOf }, month, live.month, {
    unitName: (path) => path[path.length - 1] ?? '',
    entryNow: (id) => nowOf(known.get(id) ?? elsewhere.get(id)),
  })
  if (!told) return null
  const units = await findUnits(told.lines.map((line) => line.unitName))
  return { ...told, lines: told.lines.map((line) => ({ ...line, unitName: units.get(line.unitName)?.name ?? '' })) }
}

function nowOf(entry: WorkEntryRecord | undefined): EntryNow | null {
  return entry ? { withdrawn: entry.withdrawn, rev: entry.rev, reason: entry.versions.at(-1)?.reason ?? null, firstOn: entry.versions[0]?.on ?? entry.on } : null
}
