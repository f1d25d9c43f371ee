/** A unit's month as a report and as what it would be handed in as: figures and text as the facts stand now, where they are not closed. */
import type { Report } from '../../contract/reports/report'
import type * as v from 'valibot'
import { campaignsOf } from '../_shared/records/campaigns'
import { correctionsSince } from '../_shared/records/corrections-since'
import { countedMonth, type CountedMonth } from '../_shared/records/counted-month'
import type { ReportRecord } from '../_shared/records/reports'
import { findUnits, type UnitRecord } from '../_shared/records/units'
import { instant } from '../_shared/rules/calendar'
import type { Scope } from '../_shared/rules/held-sessions'
import { partOf, unitOf } from '../_shared/rules/report/material'
import { reportOfCounted } from '../_shared/rules/report/report-of'

export interface DraftOfMonth { report: v.InferOutput<typeof Report>; counted: CountedMonth }

export async function draftOfMonth(unit: UnitRecord, scope: Scope, known?: readonly ReportRecord[]): Promise<DraftOfMonth> {
  const { month, now } = scope
  const [counted, campaigns] = await Promise.all([countedMonth(unit._id, scope, known), campaignsOf(unit, month)])
  const { facts, live, closed } = counted
  const paths = [...counted.month.held.map((one) => one.event), ...counted.month.entries, ...facts.events, ...campaigns].map((one) => one.path)
  const [named, corrections] = await Promise.all([
    findUnits(paths.flatMap((path) => [unitOf(path), partOf(path, unit._id)])),
    closed.before && correctionsSince(closed.before, { month: live.before, entries: facts.entries }, instant(now)),
  ])
  const inOrder = [...named.values()].sort((a, b) => a.path.length - b.path.length || a.order - b.order)
  const report = reportOfCounted({
    unit: { id: unit._id, name: unit.name, level: unit.level }, scope, campaigns,
    month: counted.month, before: counted.before, events: facts.events, unitNames: new Map(inOrder.map((one) => [one._id, one.name])),
  })
  return { report: { ...report, corrections }, counted }
}

