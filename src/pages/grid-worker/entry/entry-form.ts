/** What a grid worker picks and types for one entry, and the entry it becomes. What was typed is never changed by itself. Pure. */
import { indicatorNames, indicatorOf, type IndicatorName } from '#contract/work/indicators'
import type { Softness, UnitBrief } from '#contract/values'
import { dayNumber, monthNumber } from '../../../stores/calendar'
import type { RecordStamp } from '../../../stores/record'
import type { EntryInput } from '../../../stores/work'
import { type SoftWord, written } from '../../../stores/written'

/** Nothing is picked beforehand: a picked one gets logged by mistake. */
export interface EntryForm {
  indicator: IndicatorName | null
  typed: string
  counting: 'exact' | 'soft' | 'none'
  softWord: SoftWord
  /** `2026-11-27`; empty: not chosen yet, where the phone cannot tell which day it is. */
  on: string
  unit: UnitBrief | null
  note: string
  /** The event of that day that it was part of. */
  eventId?: string | null
}

export const sections = [
  { title: '宣传', names: indicatorNames.filter((name) => indicatorOf(name).section === 'publicity') },
  { title: '工作', names: indicatorNames.filter((name) => indicatorOf(name).section === 'work') },
] as const

export function emptyEntry(on: string, unit: UnitBrief | null): EntryForm {
  return { indicator: null, typed: '', counting: 'exact', softWord: 'over', on, unit, note: '' }
}

/** Another indicator keeps the number, and takes along only what it allows. */
export function picked(form: EntryForm, indicator: IndicatorName): EntryForm {
  const { alwaysSoft, bare } = indicatorOf(indicator)
  return {
    ...form,
    indicator,
    ...(alwaysSoft && form.counting === 'exact' ? { counting: 'soft' as const, softWord: 'about' as const } : {}),
    ...(bare ? { note: '', eventId: null } : {}),
  }
}

/** One more or less; never below 1, and from nothing to 1. */
export function stepped(typed: string, by: number): string {
  const now = Number.parseInt(typed, 10)
  return String(Number.isNaN(now) ? 1 : Math.max(1, now + by))
}

/** The quantity in the indicator's unit (money in 分), null for 没有数, or words for what is missing. */
export function quantityOf(form: EntryForm, indicator: IndicatorName): { quantity: number | null; softness: Softness } | { missing: string } {
  if (form.counting === 'none') return { quantity: null, softness: 'exact' }
  const softness = form.counting === 'soft' ? form.softWord : 'exact'
  const { money, unit, max } = indicatorOf(indicator)
  if (softness === 'thousand') return money ? { missing: '捐款请填数' } : { quantity: 1000, softness }
  const text = form.typed.trim()
  if (text === '') return { missing: `填上多少${unit}` }
  if (/^[-−－]/.test(text)) return { missing: '数不会是负的；从前记多了，用更正' }
  if (!(money ? /^\d+(\.\d{1,2})?$/ : /^\d+$/).test(text)) return { missing: money ? '填元，最多两位小数' : '只填整数' }
  const quantity = money ? Math.round(Number(text) * 100) : Number(text)
  if (quantity < 1) return { missing: '没做就不用记；做了没数过，选没有数' }
  if (quantity > max) return { missing: `一笔最多 ${money ? max / 100 : max} ${unit}，请核对或分几笔记` }
  return { quantity, softness }
}

/** The record, or the words for what is missing. */
export function entryOf(form: EntryForm, stamp: RecordStamp): EntryInput | { missing: string } {
  if (form.indicator === null) return { missing: '先选做了什么' }
  if (form.unit === null) return { missing: '先选哪个网格' }
  const counted = quantityOf(form, form.indicator)
  if ('missing' in counted) return counted
  if (form.on === '') return { missing: '先选是哪一天的' }
  const note = form.note.trim()
  return { ...stamp, indicator: form.indicator, ...counted, on: form.on, unitId: form.unit.id, ...(note ? { note } : {}), ...(form.eventId ? { eventId: form.eventId } : {}) }
}

/** 11月23日，第3网格，入户走访 6 户次, as parts so that the number can stand out. */
export function sentenceOf(input: Pick<EntryInput, 'indicator' | 'quantity' | 'softness' | 'on'>, unitName: string): { before: string; number: string; after: string } {
  const { act, unit } = indicatorOf(input.indicator)
  const before = `${monthNumber(input.on)}月${dayNumber(input.on)}日，${unitName}，${act}`
  if (input.quantity === null) return { before, number: '', after: '，没有数' }
  return { before: `${before} `, number: written(input.indicator, input.quantity, input.softness), after: ` ${unit}` }
}
