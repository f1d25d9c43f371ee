/** Counted, or a 更正 because its month is closed? Asked after the record is written, and only of an earlier month: the one that runs is never closed. */
import type { Receipt } from '../../../contract/values'
import { monthOf } from '../rules/calendar'
import { isClosed } from './reports'

/** `of`: the fact's path and month. */
export async function outcomeOfMonth(outcome: Receipt['outcome'], of: { path: readonly string[]; month: string }, now: number): Promise<Receipt['outcome']> {
  if (outcome !== 'counted') return outcome
  return (await isLate(of, now)) ? 'correction' : outcome
}

export async function isLate({ path, month }: { path: readonly string[]; month: string }, now: number): Promise<boolean> {
  return month < monthOf(now) && (await isClosed(path, month))
}
