import * as v from 'valibot'
import { defineCall } from '../call'
import { EventKind } from '../events/kinds'
import { Day, Id, Instant, Softness, UnitBrief, count } from '../values'
import { Figure, FigureName, SumSoftness } from './figure'
import { Period } from './period'

/** Opens a figure of `totals/month` or `totals/of-period`, page by page: the facts it counts; of a closed month those that were approved. What opens sums to the figure (人数 excepted: it is counted, not added). */
export const figureFacts = defineCall({
  name: 'totals/facts',
  input: v.object({
    unitId: Id,
    /** A month, or a longer time as in `totals/of-period`. */
    month: Period,
    figure: FigureName,
    /** As in `totals/of-period`; of a month too. */
    campaignId: v.optional(Id),
    /** 本级: only the unit's own facts. */
    own: v.optional(v.boolean('本级的要求不对')),
    /** From 0; a page is 100 facts. */
    page: v.optional(count('页', 1000, 0)),
  }),
  output: v.object({
    unit: UnitBrief,
    month: v.string(),
    figure: Figure,
    asOf: Instant,
    sessions: v.array(v.object({
      eventId: Id, sessionId: Id, kind: EventKind, title: v.string(), placeName: v.string(), hostUnit: UnitBrief, startsAt: Instant,
      /** What it adds to the figure: 1 场次, its 人次, or its people known by key. null: held, and nobody counted. */
      value: v.nullable(v.number()),
      /** Of its 人次; absent means exact. */
      softness: v.optional(SumSoftness),
      signedIn: v.number(), walkIns: v.number(), unregistered: v.number(),
      /** Absent means exact. */
      unregisteredSoftness: v.optional(SumSoftness), photos: v.number(),
    })),
    entries: v.array(v.object({ id: Id, on: Day, unit: UnitBrief, quantity: v.nullable(v.number()), softness: Softness, note: v.nullable(v.string()), rev: v.number(), loggedAt: Instant, photos: v.number() })),
    /** The figure in the last half year, this month the last; null where nothing was counted. Empty: of a longer time, or not known yet. */
    trend: v.array(v.object({ month: v.string(), amount: v.nullable(v.object({ value: v.number(), softness: SumSoftness })) })),
    /** Facts on the pages after this one. */
    notListed: v.number(),
  }),
  failures: ['unit-not-found', 'campaign-not-found', 'no-such-figure', 'still-counting'],
})
