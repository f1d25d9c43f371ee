import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Month, UnitBrief } from '../values'
import { Corrections } from '../reports/correction'
import { Figure } from './figure'

/** What adds up for a unit (its own facts and those of all below it) in a calendar month, Asia/Shanghai. */
export const monthTotals = defineCall({
  name: 'totals/month',
  input: v.object({ unitId: Id, month: Month }),
  output: v.object({
    unit: UnitBrief,
    month: Month,
    /** 截至: facts that arrived until then are in. */
    asOf: Instant,
    /** Only figures with a fact, in the order of reports. Includes `attendees` (人数 of the whole scope) in group `people`. */
    figures: v.array(Figure),
    /** The unit's own facts (本级) and each child, in the tree's order: figure name → value; what was not counted is absent. */
    parts: v.array(v.object({ unit: UnitBrief, own: v.boolean(), values: v.record(v.string(), v.object({ value: v.number(), softness: v.picklist(['exact', 'over', 'about']) })) })),
    /** 已办结: these figures are as they were approved, and stay so. Null: they follow the facts. */
    closed: v.nullable(v.object({ at: Instant, n: v.number() })),
    /** What came or changed since, beside the closed figures. Null: nothing, or not closed. */
    corrections: v.nullable(Corrections),
  }),
  failures: ['unit-not-found'],
})
