/**
 * What counts for a unit's month: where it, or a part of it, is closed, what was approved; everywhere else the facts as they are now. The
 * month before by the same rule. Whatever shows a figure of a month reads it here.
 */
import { previousMonth } from '../rules/calendar'
import { countedHash, linesOf, monthOfLines, withClosed, type EntryShown, type Snapshot } from '../rules/closing/frozen-month'
import { approvalOf, submissionOf } from '../rules/closing/way-up'
import { monthOfCounted, type Month } from '../rules/figures'
import type { EntryFacts, Scope } from '../rules/held-sessions'
import { importedWithin } from '../rules/imported/imported-figures'
import { importedLines } from './imported'
import { monthFacts, type MonthFacts } from './month-facts'
import { reportsBelow, type ReportRecord } from './reports'
import { readSnapshots } from './snapshots'

export interface ClosedMonth { report: ReportRecord; snapshot: Snapshot; month: Month }

export interface CountedMonth {
  month: Month
  before: Month
  /** The facts of both months as they are now, closed or not. */
  facts: MonthFacts
  /** Those counted from nothing but facts, for what came after the closing. */
  live: { month: Month; before: Month }
  /** The unit's own closing of the month; and of the month before, where anything came or changed since. */
  closed: { month: ClosedMonth | null; before: ClosedMonth | null }
}

/** `known`: the unit's reports of both months and those below it, where they were read already. */
export async function countedMonth(unitId: string, scope: Scope, known?: readonly ReportRecord[]): Promise<CountedMonth> {
  const { month } = scope
  const earlier = previousMonth(month)
  const [facts, reports, imported] = await Promise.all([monthFacts(unitId, month), known ?? reportsBelow(unitId, [earlier, month]), importedLines(unitId, { from: earlier, to: month })])
  const importedOf = (asked: string) => ({ imported: importedWithin(imported, { from: asked, to: asked }) })
  const live = { month: { ...monthOfCounted(facts, scope), ...importedOf(month) }, before: { ...monthOfCounted(facts, { ...scope, month: earlier }), ...importedOf(earlier) } }
  const toRead = topmost(reports.filter((report) => report.closed)).filter((report) => !(report.unitId === unitId && report.month === earlier && isAsApproved(report, live.before)))
  const closed = await readClosed(toRead)
  const of = (asked: string) => closed.filter(({ report }) => report.month === asked)
  const parts = (asked: string) => of(asked).map((one) => ({ unitId: one.report.unitId, month: one.month }))
  const own = (asked: string) => of(asked).find(({ report }) => report.unitId === unitId) ?? null
  return {
    month: withClosed(live.month, parts(month)), before: withClosed(live.before, parts(earlier)),
    facts, live, closed: { month: own(month), before: own(earlier) },
  }
}

/** Then its snapshot says nothing else than the facts, and needs no reading. */
function isAsApproved({ steps }: ReportRecord, live: Month): boolean {
  return submissionOf(steps, approvalOf(steps)?.n)?.counted === countedHash(linesOf(live, shownOf))
}

/** Of a unit that is closed nothing below it is read: its own snapshot holds it all. */
export function topmost(reports: readonly ReportRecord[]): ReportRecord[] {
  return reports.filter((one) => !reports.some((above) => above !== one && above.month === one.month && above.unitId !== one.unitId && one.path.includes(above.unitId)))
}

export async function readClosed(reports: readonly ReportRecord[]): Promise<ClosedMonth[]> {
  const approved = reports.flatMap((report) => {
    const approval = approvalOf(report.steps)
    const submission = approval && submissionOf(report.steps, approval.n)
    return submission ? [{ report, wanted: { unitId: report.unitId, month: report.month, hash: submission.hash, pieces: submission.pieces } }] : []
  })
  const snapshots = await readSnapshots(approved.map(({ wanted }) => wanted))
  return approved.flatMap(({ report }, index) => {
    const snapshot = snapshots[index]
    return snapshot ? [{ report, snapshot, month: monthOfLines(snapshot.lines) }] : []
  })
}

/** A record has it, and so has a line of a snapshot. */
export function shownOf(entry: EntryFacts): EntryShown {
  const { unitId, note, rev, loggedAt } = entry as EntryFacts & EntryShown
  return { unitId, note, rev, loggedAt }
}
