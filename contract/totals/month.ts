import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Month, UnitBrief } from '../values'
import { Corrections } from '../reports/correction'
import { SourceKind } from '../work/source-kind'
import { Figure, SumSoftness } from './figure'

const Amount = v.object({ value: v.number(), softness: SumSoftness })

/** What adds up for a unit (its own facts and those of all below it) in a calendar month, Asia/Shanghai. */
export const monthTotals = defineCall({
  name: 'totals/month',
  /** `fresh`: first count what came since the totals were kept last (as far as that goes in some seconds). */
  input: v.object({ unitId: Id, month: Month, fresh: v.optional(v.boolean('更新的要求不对')) }),
  output: v.object({
    unit: UnitBrief,
    month: Month,
    /** 截至: facts that arrived until then are in. */
    asOf: Instant,
    /** Only figures with a fact, in the order of reports. Includes `attendees` (人数 of the whole scope) in group `people`. */
    figures: v.array(Figure),
    /** The unit's own facts (本级) and each child, in the tree's order: figure name → value; what was not counted is absent. */
    parts: v.array(v.object({ unit: UnitBrief, own: v.boolean(), values: v.record(v.string(), Amount) })),
    /** 去年同月, figure name → value, with `kinds` where nothing was counted and it was brought over; null: not known yet, because the kept totals are being counted anew. */
    lastYear: v.nullable(v.record(v.string(), v.object({ ...Amount.entries, kinds: v.optional(v.array(SourceKind)) }))),
    /** The unit's last half year, this month the last, the oldest first; empty: not known yet. */
    trend: v.array(v.object({ month: Month, values: v.record(v.string(), Amount) })),
    /** 已办结: these figures are as they were approved, and stay so. Null: they follow the facts. */
    closed: v.nullable(v.object({ at: Instant, n: v.number() })),
    /** What came or changed since, beside the closed figures. Null: nothing, or not closed. */
    corrections: v.nullable(Corrections),
  }),
  failures: ['unit-not-found'],
})
