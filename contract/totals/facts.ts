import * as v from 'valibot'
import { defineCall } from '../call'
import { EventKind } from '../events/kinds'
import { Day, Id, Instant, Month, Softness, UnitBrief } from '../values'
import { Figure, FigureName, SumSoftness } from './figure'

/** Opens a figure of `totals/month`: the facts it counts; of a closed month those that were approved. What opens sums to the figure (人数 excepted: it is counted, not added). */
export const figureFacts = defineCall({
  name: 'totals/facts',
  input: v.object({ unitId: Id, month: Month, figure: FigureName }),
  output: v.object({
    unit: UnitBrief,
    month: Month,
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
    /** Facts beyond the first 500 are not listed; their number. */
    notListed: v.number(),
  }),
  failures: ['unit-not-found', 'no-such-figure'],
})
