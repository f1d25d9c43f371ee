/** The month's report as the facts stand now; null when there is no such unit or it is not the caller's to see. */
import type { Report } from '../../contract/reports/report'
import type * as v from 'valibot'
import type { Caller } from '../_shared/caller'
import { campaignsOf } from '../_shared/records/campaigns'
import { monthFacts } from '../_shared/records/month-facts'
import { findUnit, findUnits } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import { partOf, unitOf } from '../_shared/rules/report/material'
import { reportOf } from '../_shared/rules/report/report-of'

export async function reportNow(call: string, { unitId, month }: { unitId: string; month: string }, { caller, now }: { caller: Caller; now: number }): Promise<v.InferOutput<typeof Report> | null> {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(call, unit.path)) return null
  const [facts, campaigns] = await Promise.all([monthFacts(unitId, month), campaignsOf(unit, month)])
  const paths = [...facts.events, ...facts.entries, ...campaigns].map((one) => one.path)
  const named = await findUnits(paths.flatMap((path) => [unitOf(path), partOf(path, unitId)]))
  const inOrder = [...named.values()].sort((a, b) => a.path.length - b.path.length || a.order - b.order)
  const unitNames = new Map(inOrder.map((one) => [one._id, one.name]))
  return reportOf({ unit: { id: unit._id, name: unit.name, level: unit.level }, scope: { month, now }, facts, campaigns, unitNames })
}
