import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, UnitBrief } from '../values'
import { SourceKind } from '../work/source-kind'
import { Figure, SumSoftness } from './figure'
import { Period } from './period'

const Amount = v.object({ value: v.number(), softness: SumSoftness })

/** What adds up for a unit in a quarter, a year, or from one day to another; 人数 counted afresh over all of it. Closed months in it are as they were approved. */
export const periodTotals = defineCall({
  name: 'totals/of-period',
  input: v.object({
    unitId: Id,
    period: Period,
    /** Only what is tagged with this campaign, or with one that is part of it; nothing stands beside it. */
    campaignId: v.optional(Id),
    /** First count what came since the totals were kept last (as far as that goes in some seconds). */
    fresh: v.optional(v.boolean('更新的要求不对')),
  }),
  output: v.object({
    unit: UnitBrief,
    period: v.string(),
    /** 截至: facts that arrived until then are in. */
    asOf: Instant,
    /** As in `totals/month`; `previous` is the period of the same kind right before. */
    figures: v.array(Figure),
    parts: v.array(v.object({ unit: UnitBrief, own: v.boolean(), values: v.record(v.string(), Amount) })),
    lastYear: v.record(v.string(), v.object({ ...Amount.entries, kinds: v.optional(v.array(SourceKind)) })),
  }),
  failures: ['unit-not-found', 'campaign-not-found', 'still-counting'],
})
