/**
 * A fact whose month is closed when it comes is a 更正: told so in its receipt, and written with its entry in the audit. Asked before the record is
 * written, and only of an earlier month: the one that runs is never closed.
 */
import type { Receipt } from '../../../contract/values'
import { instant, monthOf } from '../rules/calendar'
import type { CallName } from '../rules/matrix'
import { audited } from './audit'
import { isClosed } from './reports'
import { inTransaction, type Transaction } from './transaction'

interface OfMonth { path: readonly string[]; month: string }

/** What the audit is told of it; null: its month is open. */
export type Late = { call: CallName; month: string; at: string } | null

/** `of`: the fact's path and month. */
export async function lateness(call: CallName, of: OfMonth, now: number): Promise<Late> {
  return (await isLate(of, now)) ? { call, month: of.month, at: instant(now) } : null
}

export async function isLate({ path, month }: OfMonth, now: number): Promise<boolean> {
  return month < monthOf(now) && (await isClosed(path, month))
}

export function toldOf(outcome: Receipt['outcome'], late: unknown): Receipt['outcome'] {
  return outcome === 'counted' && late ? 'correction' : outcome
}

/** In the transaction that writes it. */
export async function auditLate(transaction: Transaction, { _id, path }: { _id: string; path: readonly string[] }, by: string, { call, month, at }: NonNullable<Late>): Promise<void> {
  await audited(transaction, path, { action: call, by, about: _id, facts: { correction: month } }, at)
}

interface Fact { _id: string; path: readonly string[]; by: string }

/** Under its natural id, once; late, together with its entry. */
export function addFactOnce<R extends Fact>(facts: { name: string; addOnce(record: R): Promise<{ added: boolean; record: R }> }, made: R, late: Late): Promise<{ added: boolean; record: R }> {
  if (!late) return facts.addOnce(made)
  return inTransaction(async (transaction) => {
    const record = await transaction.find<R>(facts.name, made._id)
    if (record) return { added: false, record }
    await auditLate(transaction, made, made.by, late)
    await transaction.add(facts.name, made)
    return { added: true, record: made }
  })
}
