/** 更正: what came or changed after a month was closed. The closed figures stay; this is told beside them (product.md, invariant 6). */
import * as v from 'valibot'
import { FigureName, SumSoftness } from '../totals/figure'
import { Day, Id, Instant, Month } from '../values'

/** `value` null: there, and not counted. */
const Told = v.object({ value: v.nullable(v.number()), softness: SumSoftness })
export type Told = v.InferOutput<typeof Told>

/**
 * `late`: came afterwards; `taken-back`: undone, or called off, afterwards; `changed`: another number; `withdrawn`: an entry that did not happen;
 * `other-day`: an entry whose day was corrected into the month or out of it.
 */
export const CorrectionWhy = v.picklist(['late', 'taken-back', 'changed', 'withdrawn', 'other-day'])
export type CorrectionWhy = v.InferOutput<typeof CorrectionWhy>

/** One session (人次), work entry or 引用数. Null: it is not among the facts. */
export const CorrectionLine = v.object({
  what: v.picklist(['session', 'entry', 'imported']),
  id: Id,
  on: Day,
  /** The event's title or the indicator's name. */
  title: v.string(),
  unitName: v.string(),
  /** 人次, or the indicator's unit; money in 分. */
  measure: v.string(),
  money: v.optional(v.boolean()),
  was: v.nullable(Told),
  now: v.nullable(Told),
  why: CorrectionWhy,
  /** As the newest version of an entry gives it. */
  reason: v.nullable(v.string()),
})
export type CorrectionLine = v.InferOutput<typeof CorrectionLine>

export const Corrections = v.object({
  month: Month,
  asOf: Instant,
  /** Only figures that are now another number. */
  figures: v.array(v.object({ name: FigureName, zh: v.string(), unit: v.string(), money: v.optional(v.boolean()), was: v.nullable(Told), now: v.nullable(Told) })),
  lines: v.array(CorrectionLine),
  /** Lines beyond the first 200; their number. */
  notListed: v.number(),
})
export type Corrections = v.InferOutput<typeof Corrections>
