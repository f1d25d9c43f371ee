/** What a grid worker says about a mistake, and the correction it becomes. A reason says what may change: the number, the day, or all of it. Pure. */
import { correctionReasons } from '#contract/work/correct'
import { indicatorOf } from '#contract/work/indicators'
import { dayNumber, monthNumber } from '../../../stores/calendar'
import type { RecordStamp } from '../../../stores/record'
import type { CorrectionInput, LoggedEntry } from '../../../stores/work'
import { quantityOf, sentenceOf, type EntryForm } from '../entry/entry-form'

export type Reason = (typeof correctionReasons)[number]

export interface CorrectionForm { reason: Reason | null; entry: EntryForm }

const changes: Record<Reason, 'number' | 'day' | 'withdrawn'> = { 数错了: 'number', 重复记录: 'withdrawn', 日期不对: 'day', 没有发生: 'withdrawn' }

export const reasons = correctionReasons.map((reason) => ({ key: reason, text: reason }))

/** Before a reason is chosen it is the number that stands there: the usual mistake. */
export function changedBy(reason: Reason | null): 'number' | 'day' | 'withdrawn' {
  return reason === null ? 'number' : changes[reason]
}

/** The entry as the form of 记一笔 would have it. */
export function formOf({ indicator, quantity, softness, on, unit }: LoggedEntry): CorrectionForm {
  const typed = quantity === null ? '' : indicatorOf(indicator).money ? String(quantity / 100) : String(quantity)
  const counting = quantity === null ? 'none' : softness === 'exact' ? 'exact' : 'soft'
  return { reason: null, entry: { indicator, typed, counting, softWord: softness === 'exact' ? 'over' : softness, on, unit, note: '' } }
}

/** The record, or the words for what is missing. Only what the reason is about differs from the entry. */
export function correctionOf(entry: LoggedEntry, form: CorrectionForm, stamp: RecordStamp): CorrectionInput | { missing: string } {
  const { reason } = form
  if (reason === null) return { missing: '先选为什么改' }
  const { id, rev, indicator, quantity, softness, on } = entry
  const same = { ...stamp, entryId: id, rev, quantity, softness, on, reason }
  const change = changes[reason]
  if (change === 'withdrawn') return { ...same, withdrawn: true }
  if (change === 'day') return form.entry.on === on ? { missing: '选对的那一天' } : { ...same, on: form.entry.on }
  const counted = quantityOf(form.entry, indicator)
  if ('missing' in counted) return counted
  if (counted.quantity === quantity && counted.softness === softness) return { missing: '数还和原来一样' }
  return { ...same, ...counted }
}

/** 11月27日，第3网格，入户走访 6 户次; of a withdrawn one, that it counts no longer. */
export function correctedSentence(entry: LoggedEntry, to: Pick<CorrectionInput, 'quantity' | 'softness' | 'on' | 'withdrawn'>): string {
  const { before, number, after } = sentenceOf({ indicator: entry.indicator, quantity: to.quantity, softness: to.softness, on: to.on }, entry.unit.name)
  return `${before}${number}${after}${to.withdrawn ? '，不再计入任何合计' : ''}`
}

/** For a correction that takes the entry out of today; a new number stands in its row and needs no words. */
export function goneWords(entry: LoggedEntry, { withdrawn, on }: CorrectionInput): string | null {
  const { act } = indicatorOf(entry.indicator)
  if (withdrawn) return `更正记下了：${act}这一笔不再计入任何合计`
  return on === entry.on ? null : `更正记下了：${act}这一笔改到${monthNumber(on)}月${dayNumber(on)}日`
}
