/** A figure of a unit and a period, with what tells its kinds apart. */
import * as v from 'valibot'
import type { Softness } from '../values'
import { SourceKind } from '../work/source-kind'

/** `seminar_held`, `seminar_attendances`, `seminar_attendees`, `training_class_sessions`, or an entered indicator's name. */
export const FigureName = v.pipe(v.string('指标不对'), v.regex(/^[a-z_]{3,40}$/, '指标不对'))

/** Sum of soft and exact parts: 余 when all soft parts are 余, 多 or 上千, otherwise 约 (product.md, Soft numbers). */
export const SumSoftness = v.picklist(['exact', 'over', 'about'])

export const Figure = v.object({
  name: FigureName,
  zh: v.string(),
  /** 条, 场次, 人次 …; money figures are in 元 with the value in 分. */
  unit: v.string(),
  money: v.optional(v.boolean()),
  group: v.picklist(['events', 'publicity', 'work', 'people']),
  /** null: nothing of it was counted (then it prints nowhere as a number). */
  value: v.nullable(v.number()),
  softness: SumSoftness,
  /** Entries without a quantity: named, in no sum. */
  uncounted: v.number(),
  /** For 人次 of events: 签到 + 现场登记 + 未登记 = value. Only 未登记 is as soft as the figure. */
  split: v.optional(v.object({ signedIn: v.number(), walkIns: v.number(), unregistered: v.number() })),
  /** For 人数: 人次 in the same scope beyond the pairs of person and session. */
  unnamed: v.optional(v.number()),
  /** Of `unnamed`: where a soft 人次 is in the scope, what is left of it is soft too. Absent means exact. */
  unnamedSoftness: v.optional(SumSoftness),
  /** The month before, by the same rules; null when that month has no such figure. */
  previous: v.nullable(v.object({ value: v.number(), softness: SumSoftness, /** Brought over: nothing of it was counted in that month. */ kinds: v.optional(v.array(SourceKind)) })),
  /** 引用数 of the same scope, beside `value` and not in it; where from. */
  imported: v.optional(v.object({ value: v.number(), softness: SumSoftness, kinds: v.array(SourceKind) })),
})
export type Figure = v.InferOutput<typeof Figure>
export type SumSoftness = v.InferOutput<typeof SumSoftness>

const overWords: readonly Softness[] = ['over', 'many', 'thousand']

/** 余 when all soft parts are 余, 多 or 上千, otherwise 约. */
export function softnessOfSum(parts: readonly Softness[]): SumSoftness {
  const soft = parts.filter((one) => one !== 'exact')
  if (soft.length === 0) return 'exact'
  return soft.every((one) => overWords.includes(one)) ? 'over' : 'about'
}
