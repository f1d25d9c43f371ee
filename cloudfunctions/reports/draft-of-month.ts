/** A unit's month as a report and as what it would be handed in as: figures and text as the facts stand now, where they are not closed. */
import type { Report } from '../../contract/reports/report'
import type * as v from 'valibot'
import { campaignsOf, type CampaignRecord } from '../_shared/records/campaigns'
import { correctionsSince } from '../_shared/records/corrections-since'
import { countedMonth, type CountedMonth } from '../_shared/records/counted-month'
import { templateFor } from '../_shared/records/report-templates'
import { findText, isEdited, type TextRecord } from '../_shared/records/report-texts'
import { reportId, reportsBelow, type ReportRecord } from '../_shared/records/reports'
import { findUnits, type UnitRecord } from '../_shared/records/units'
import { instant, monthOf, previousMonth } from '../_shared/rules/calendar'
import { tokensIn, withText } from '../_shared/rules/editing/blocks'
import type { Scope } from '../_shared/rules/held-sessions'
import { partOf, unitOf, type CountedSource } from '../_shared/rules/report/material'
import { reportOfCounted } from '../_shared/rules/report/report-of'
import { unique } from '../_shared/rules/report/sentence'
import { tokensOf, zhOfToken } from '../_shared/rules/report/tokens'
import { placedIn } from '../_shared/rules/unit-place'

type Whole = v.InferOutput<typeof Report>
export interface DraftOfMonth {
  report: Whole
  counted: CountedMonth
  /** Its words, where somebody has edited them; null: they are as they would be drafted now. */
  text: TextRecord | null
  /** What it is written from. */
  source: CountedSource
}

/** A unit that was read; or its id alone: then it is read with the names of the others. */
export type Reported = UnitRecord | Pick<UnitRecord, '_id'>

/** `known`: the unit's reports of the month and the one before and those below it, where they were read already. */
export async function draftOfMonth(unit: Reported, scope: Scope, known?: readonly ReportRecord[]): Promise<DraftOfMonth> {
  const reports = known ?? (await reportsBelow(unit._id, [previousMonth(scope.month), scope.month]))
  if (!reports.some((one) => one._id === reportId(unit._id, scope.month) && one.written)) return draftAfresh(unit, scope, reports)
  // Whose words they are neither campaign nor template matter to.
  const [{ report, ...of }, text] = await Promise.all([drafted(unit, scope, reports, async () => []), findText(unit._id, scope.month)])
  return { report: isEdited(text) ? { ...withText(report, text.blocks), editing: editingOf(text, report) } : report, ...of, text }
}

/** As the template would write it now, whatever somebody has made of it. */
export async function draftAfresh(unit: Reported, scope: Scope, known?: readonly ReportRecord[]): Promise<DraftOfMonth> {
  const { month } = scope
  return { ...(await drafted(unit, scope, known, (of) => campaignsOf(of, { from: `${month}-01`, to: `${month}-31` }))), text: null }
}

async function drafted(reported: Reported, scope: Scope, known: readonly ReportRecord[] | undefined, called: (unit: UnitRecord) => Promise<readonly CampaignRecord[]>): Promise<Omit<DraftOfMonth, 'text'>> {
  const counted = await countedMonth(reported._id, scope, known)
  const { facts, live, closed } = counted
  const { unit, units } = await unitsFor(reported, [...counted.month.held.map((one) => one.event), ...counted.month.entries, ...facts.events].map((one) => one.path), scope.now)
  const [campaigns, corrections] = await Promise.all([
    called(unit),
    closed.before && correctionsSince(closed.before, { month: live.before, entries: facts.entries }, instant(scope.now)),
  ])
  const source: CountedSource = {
    unit: { id: unit._id, name: unit.name, level: unit.level }, scope, campaigns, template: templateFor(unit.path, units),
    month: counted.month, before: counted.before, events: facts.events, unitNames: namesOf(units),
  }
  return { report: { ...reportOfCounted(source), corrections }, counted, source }
}

/** The unit, those above it, who is named in these paths and the parts of the unit that they are in. */
export async function unitsFor(reported: Reported, paths: readonly (readonly string[])[], now: number): Promise<{ unit: UnitRecord; units: Map<string, UnitRecord> }> {
  const above = 'path' in reported ? reported.path : unique(paths.flatMap((path) => path.slice(0, path.indexOf(reported._id))))
  const units = await findUnits([...above, reported._id, ...paths.flatMap((path) => [unitOf(path), partOf(path, reported._id)])])
  const found = units.get(reported._id)
  if (!found) throw new Error(`no unit ${reported._id}`)
  const unit = placedIn(found, monthOf(now))
  // Those above are on the path of every fact; where there is none, or the unit has hung elsewhere, they are not known yet.
  const unknown = unit.path.filter((id) => !units.has(id))
  if (unknown.length > 0) for (const [id, one] of await findUnits(unknown)) units.set(id, one)
  return { unit, units }
}

/** In the tree's order. */
export function namesOf(units: ReadonlyMap<string, UnitRecord>): Map<string, string> {
  return new Map([...units.values()].sort((a, b) => a.path.length - b.path.length || a.order - b.order).map((one) => [one._id, one.name]))
}

/** What an editor should know: which tokens have no number any more, and which figures came after it was drafted and stand nowhere in the words. */
function editingOf(text: TextRecord, report: Whole): Whole['editing'] {
  const last = text.blocks.reduce((newest, one) => (one.rev > newest.rev ? one : newest))
  const named = tokensIn(text.blocks)
  const tokens = tokensOf(report)
  const printed = new Set(tokens.map(({ name }) => name))
  const isTold = (name: string) => named.has(name) || text.drafted.includes(name)
  return {
    by: last.name ?? '', at: last.at, rev: text.rev,
    withoutNumber: [...named].filter((name) => !printed.has(name)).map(zhOfToken),
    unsaid: tokens.filter(({ name, of }) => of !== 'event' && !name.endsWith('attendees') && !isTold(name)).map(({ zh }) => zh),
  }
}
