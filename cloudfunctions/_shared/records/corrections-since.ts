/** 更正 of a closed month, with the names of units and the reasons of entries; also of entries that a correction took to another month. */
import type { Corrections } from '../../../contract/reports/correction'
import { correctionsOf, type EntryNow } from '../rules/closing/corrections'
import type { Month } from '../rules/figures'
import type { ClosedMonth } from './counted-month'
import { workEntries, type WorkEntryRecord } from './facts'
import { findUnits } from './units'

/** Null: nothing came or changed. `live`: the same month from facts alone; `entries`: those that were read for it, where they were read whole. */
export async function correctionsSince({ report, month }: ClosedMonth, live: { month: Month; entries: readonly WorkEntryRecord[] }, asOf: string): Promise<Corrections | null> {
  const asked = differing(month, live.month)
  const known = new Map(live.entries.flatMap((entry) => (asked.has(entry._id) ? [[entry._id, entry] as const] : [])))
  const elsewhere = await workEntries.findMany([...asked].filter((id) => !known.has(id)))
  const told = correctionsOf({ month: report.month, asOf }, month, live.month, {
    unitName: (path) => path[path.length - 1] ?? '',
    entryNow: (id) => nowOf(known.get(id) ?? elsewhere.get(id)),
  })
  if (!told) return null
  const units = await findUnits(told.lines.map((line) => line.unitName))
  return { ...told, lines: told.lines.map((line) => ({ ...line, unitName: units.get(line.unitName)?.name ?? '' })) }
}

/** Entries that stand on one side only, or otherwise. */
function differing(approved: Month, now: Month): Set<string> {
  const saysOf = ({ _id, quantity, softness, on, path }: Month['entries'][number]) => JSON.stringify([_id, quantity, softness, on, path])
  const [was, is] = [approved, now].map(({ entries }) => new Map(entries.map((entry) => [saysOf(entry), entry._id]))) as [Map<string, string>, Map<string, string>]
  return new Set([...[...was].filter(([says]) => !is.has(says)), ...[...is].filter(([says]) => !was.has(says))].map(([, id]) => id))
}

function nowOf(entry: WorkEntryRecord | undefined): EntryNow | null {
  return entry ? { withdrawn: entry.withdrawn, rev: entry.rev, reason: entry.versions.at(-1)?.reason ?? null, firstOn: entry.versions[0]?.on ?? entry.on } : null
}
