/** Units right below one that hand in a report of their own for the month, in the tree's order, and how far each has come. */
import { findReports, reportId, type ReportRecord } from '../_shared/records/reports'
import { childrenOf, type UnitRecord } from '../_shared/records/units'
import { stateOf } from '../_shared/rules/closing/way-up'

export interface PartBelow { unit: UnitRecord; report: ReportRecord | null }

export async function partsBelow(unit: UnitRecord, month: string): Promise<PartBelow[]> {
  if (unit.level === 'community' || unit.level === 'grid') return []
  const children = (await childrenOf(unit._id, month)).filter(({ level }) => level !== 'grid')
  const reports = await findReports(children.map(({ _id }) => reportId(_id, month)))
  return children.map((child) => ({ unit: child, report: reports.get(reportId(child._id, month)) ?? null }))
}

/** Those that have not closed it. */
export function openOf(parts: readonly PartBelow[]): PartBelow[] {
  return parts.filter(({ report }) => stateOf(report?.steps ?? []) !== 'approved')
}
