/**
 * A fact whose month is closed when it comes is a 更正: told so in its receipt, and written with its entry in the audit. Before it is written
 * it is asked, and only of an earlier month, whether a report of its path is closed or waits for its approval: the month that runs is neither. If so,
 * the transaction that writes the fact decides. It writes to each report that waits, as the approval does: one of the two sees the other.
 */
import type { Receipt } from '../../../contract/values'
import { command } from '../cloud'
import { instant, monthOf } from '../rules/calendar'
import type { CallName } from '../rules/matrix'
import { audited } from './audit'
import { closedOrHandedIn, type ReportRecord } from './reports'
import { inTransaction, type Transaction } from './transaction'

interface OfMonth { path: readonly string[]; month: string }

/** The reports that decide, and what the audit is told where one of them is closed. null: none does, and the fact is written plainly. */
export type Ahead = { reports: readonly string[]; call: CallName; month: string; at: string } | null

/** `of`: the fact's path and month; `or`: those that it had before. One operation, and none for the month that runs. */
export async function reportsAhead(call: CallName, of: OfMonth, now: number, or?: OfMonth): Promise<Ahead> {
  const earlier = [of, ...(or ? [or] : [])].filter(({ month }) => month < monthOf(now))
  const reports = earlier.length > 0 ? await closedOrHandedIn(earlier) : []
  return reports.length > 0 ? { reports, call, month: of.month, at: instant(now) } : null
}

/** In the transaction of the fact: has its month been closed? If not, whoever approves it at this moment counts again. */
export async function isLate(transaction: Transaction, ahead: Ahead): Promise<boolean> {
  const reports: ReportRecord[] = []
  for (const id of ahead?.reports ?? []) {
    const report = await transaction.find<ReportRecord>('reports', id)
    if (report?.closed) return true
    if (report) reports.push(report)
  }
  for (const { _id } of reports) await transaction.update('reports', _id, { arrivals: command.inc(1) })
  return false
}

/** The same for what leaves no entry otherwise: late, it leaves one. */
export async function isNotedLate(transaction: Transaction, { _id, path }: { _id: string; path: readonly string[] }, by: string, ahead: NonNullable<Ahead>): Promise<boolean> {
  if (!(await isLate(transaction, ahead))) return false
  await audited(transaction, path, { action: ahead.call, by, about: _id, facts: { correction: ahead.month } }, ahead.at)
  return true
}

export function countedOr(late: boolean): Extract<Receipt['outcome'], 'counted' | 'correction'> {
  return late ? 'correction' : 'counted'
}

interface Fact { _id: string; path: readonly string[]; by: string }
interface Added<R> { added: ReturnType<typeof countedOr> | null; record: R }

/** Under its natural id, once; `added` null: it was there. `whenLate`: what is written instead where it comes late. */
export async function addFactOnce<R extends Fact>(facts: { name: string; addOnce(record: R): Promise<{ added: boolean; record: R }> }, made: R, ahead: Ahead, whenLate = made): Promise<Added<R>> {
  if (!ahead) {
    const { added, record } = await facts.addOnce(made)
    return { added: added ? 'counted' : null, record }
  }
  return inTransaction(async (transaction): Promise<Added<R>> => {
    const known = await transaction.find<R>(facts.name, made._id)
    if (known) return { added: null, record: known }
    const late = await isNotedLate(transaction, made, made.by, ahead)
    const record = late ? whenLate : made
    await transaction.add(facts.name, record)
    return { added: countedOr(late), record }
  })
}
