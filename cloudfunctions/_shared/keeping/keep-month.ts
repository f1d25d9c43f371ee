/** Brings the kept totals of one tree's month up to date: of every unit whose ground is another one than when it was counted last. */
import { correctionsSince } from '../records/corrections-since'
import { readClosed, topmost, type ClosedMonth } from '../records/counted-month'
import type { MonthMarkRecord } from '../records/month-marks'
import { reportsBelow, type ReportRecord } from '../records/reports'
import { treeMonth } from '../records/tree-month'
import { keepMonths, keptInputs, unitMonthId, type KeptMonth, type UnitMonthRecord } from '../records/unit-months'
import { instant } from '../rules/calendar'
import { withClosed } from '../rules/closing/frozen-month'
import { approvalOf, submissionOf } from '../rules/closing/way-up'
import { figuresOfMonth, type Month } from '../rules/figures'
import { inputsOf } from '../rules/kept-inputs'
import { monthBelow, ownMonth, unitsBelow, valuesOf } from '../rules/unit-parts'

/** How many units were counted again. `now` in ms. */
export async function keepMonth({ root, month, asked }: MonthMarkRecord, now: number): Promise<number> {
  const [tree, reports, kept] = await Promise.all([treeMonth(root, { month, now }), reportsBelow(root, [month]), keptInputs(root, month)])
  const closed = reports.filter((report) => report.closed)
  const inputs = inputsOf(tree, closed.map((report) => ({ ...report, hash: hashOfClosing(report) })))
  const known = new Map(kept.map((one) => [one.unitId, one]))
  const changed = [...new Set([...inputs.keys(), ...known.keys()])].filter((unitId) => known.get(unitId)?.input !== (inputs.get(unitId) ?? nothing))
  if (changed.length === 0) return 0

  const needed = new Map(changed.map((unitId) => [unitId, topmost(closed.filter((report) => report.path.includes(unitId)))]))
  const snapshots = new Map((await readClosed([...new Set([...needed.values()].flat())])).map((one) => [one.report.unitId, one]))
  const records: UnitMonthRecord[] = []
  for (const unitId of changed) {
    const below = (needed.get(unitId) ?? []).flatMap((report) => snapshots.get(report.unitId) ?? [])
    const content = await keptMonthOf(unitId, { tree, below, now })
    records.push({ _id: unitMonthId(unitId, month), unitId, month, root, asked, input: inputs.get(unitId) ?? nothing, text: JSON.stringify(content) })
  }
  await keepMonths(records, new Set(kept.map(({ _id }) => _id)))
  return records.length
}

/** Of a unit that no fact names any more. */
const nothing = '-'

function hashOfClosing(report: ReportRecord): string {
  const approval = approvalOf(report.steps)
  return approval ? `${approval.at} ${approval.n} ${approval.hash}` : ''
}

interface Ground { tree: Month; /** Closed months of the unit itself, or of the topmost units below it. */ below: readonly ClosedMonth[]; now: number }

async function keptMonthOf(unitId: string, { tree, below, now }: Ground): Promise<KeptMonth> {
  const live = { ...monthBelow(tree, unitId), imported: (tree.imported ?? []).filter(({ path }) => path.includes(unitId)) }
  const own = below.find(({ report }) => report.unitId === unitId)
  if (own) return approvedMonth(own, { live, now })
  const counted = withClosed(live, below.map(({ report, month }) => ({ unitId: report.unitId, month })))
  return { figures: figuresOfMonth(counted), parts: partsOf(unitId, counted), closed: null, corrections: null }
}

function partsOf(unitId: string, counted: Month): KeptMonth['parts'] {
  return [
    { unitId, values: valuesOf(ownMonth(counted, unitId)), unit: null },
    ...unitsBelow(counted, unitId).map((child) => ({ unitId: child, values: valuesOf(monthBelow(counted, child)), unit: null })),
  ]
}

async function approvedMonth(closed: ClosedMonth, { live, now }: { live: Month; now: number }): Promise<KeptMonth> {
  const { report: { table }, parts } = closed.snapshot
  const approval = approvalOf(closed.report.steps)
  const submission = approval && submissionOf(closed.report.steps, approval.n)
  return {
    figures: table, parts: parts.map(({ unit, values }) => ({ unitId: unit.id, values, unit })),
    closed: approval && submission && { at: approval.at, n: approval.n, hash: submission.hash },
    corrections: await correctionsSince(closed, { month: live, entries: [] }, instant(now)),
  }
}
