/** A unit's month as a report and as what it would be handed in as: figures and text as the facts stand now, where they are not closed. */
import type { Report } from '../../contract/reports/report'
import type * as v from 'valibot'
import { campaignsOf } from '../_shared/records/campaigns'
import { correctionsSince } from '../_shared/records/corrections-since'
import { countedMonth, type CountedMonth } from '../_shared/records/counted-month'
import { readyTemplate } from '../_shared/records/report-templates'
import { isEdited, wordsFor, type TextRecord } from '../_shared/records/report-texts'
import type { ReportRecord } from '../_shared/records/reports'
import { findUnits, type UnitRecord } from '../_shared/records/units'
import { instant } from '../_shared/rules/calendar'
import { withText } from '../_shared/rules/editing/blocks'
import { figureCatalogue } from '../_shared/rules/figure-catalogue'
import type { Scope } from '../_shared/rules/held-sessions'
import { partOf, unitOf } from '../_shared/rules/report/material'
import { reportOfCounted } from '../_shared/rules/report/report-of'

type Whole = v.InferOutput<typeof Report>
export interface DraftOfMonth {
  /** With the words that somebody gave it. */
  report: Whole
  /** As the template would write it now. */
  fresh: Whole
  /** As it is laid down; null: nobody has begun to edit. */
  text: TextRecord | null
  counted: CountedMonth
}

export async function draftOfMonth(unit: UnitRecord, scope: Scope, known?: readonly ReportRecord[]): Promise<DraftOfMonth> {
  const { month, now } = scope
  const [counted, campaigns, { text, template }] = await Promise.all([
    countedMonth(unit._id, scope, known), campaignsOf(unit, { from: `${month}-01`, to: `${month}-31` }), wordsFor(unit.path, month),
  ])
  const { facts, live, closed } = counted
  const paths = [...counted.month.held.map((one) => one.event), ...counted.month.entries, ...facts.events, ...campaigns].map((one) => one.path)
  const [unitNames, corrections] = await Promise.all([
    namesFor(unit, paths),
    closed.before && correctionsSince(closed.before, { month: live.before, entries: facts.entries }, instant(now)),
  ])
  const drafted = reportOfCounted({
    unit: { id: unit._id, name: unit.name, level: unit.level }, scope, campaigns, template: readyTemplate(template),
    month: counted.month, before: counted.before, events: facts.events, unitNames,
  })
  const fresh = { ...drafted, corrections }
  return { report: isEdited(text) ? { ...withText(fresh, text.blocks), editing: editingOf(text, fresh) } : fresh, fresh, text, counted }
}

/** Names of the units of these paths and of their parts of the unit, in the tree's order. */
export async function namesFor(unit: UnitRecord, paths: readonly (readonly string[])[]): Promise<Map<string, string>> {
  const named = await findUnits(paths.flatMap((path) => [unitOf(path), partOf(path, unit._id)]))
  return new Map([...named.values()].sort((a, b) => a.path.length - b.path.length || a.order - b.order).map((one) => [one._id, one.name]))
}

/** What an editor should know: which tokens have no number any more, and which figures came after it was drafted and stand nowhere in the words. */
function editingOf(text: TextRecord, { table }: Whole): Whole['editing'] {
  const last = text.blocks.reduce((newest, one) => (one.rev > newest.rev ? one : newest))
  const named = new Set(text.blocks.flatMap(({ runs }) => runs.flatMap((run) => ('figure' in run ? [run.figure] : []))))
  const zh = new Map(table.map((figure) => [figure.name, figure]))
  return {
    by: last.name ?? '', at: text.blocks.reduce((newest, one) => (one.at > newest ? one.at : newest), ''), rev: text.rev,
    withoutNumber: [...named].filter((name) => (zh.get(name)?.value ?? null) === null).map((name) => zh.get(name)?.zh ?? zhOf(name)),
    unsaid: table.filter(({ name, value, group }) => value !== null && group !== 'people' && !name.endsWith('_attendees') && !named.has(name) && !text.drafted.includes(name)).map((figure) => figure.zh),
  }
}

function zhOf(name: string): string {
  return figureCatalogue.find((figure) => figure.name === name)?.zh ?? ''
}
