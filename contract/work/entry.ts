/** 工作记录 as a screen sees it: its current version. */
import * as v from 'valibot'
import { Day, Id, Instant, Softness, UnitBrief } from '../values'
import { IndicatorName } from './indicators'

export const WorkEntryView = v.object({
  id: Id,
  /** Number of the current version, from 1; named in a correction. */
  rev: v.number(),
  indicator: IndicatorName,
  /** null: 未计数, named in the text and in no sum. Money in 分. */
  quantity: v.nullable(v.number()),
  softness: Softness,
  on: Day,
  unit: UnitBrief,
  note: v.nullable(v.string()),
  withdrawn: v.boolean(),
  /** The event that it was part of. */
  event: v.nullable(v.object({ id: Id, title: v.string() })),
  loggedAt: Instant,
  /** Did the caller log it? */
  own: v.boolean(),
  photos: v.number(),
})
export type WorkEntryView = v.InferOutput<typeof WorkEntryView>
