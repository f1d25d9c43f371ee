/** What does not fit together in a unit's month, with what it is about, so that a screen can lead there. */
import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id, Instant, Month, UnitBrief } from '../values'
import { Period } from '../work/imported'
import { FigureName } from './figure'

/**
 * `settled-over-found`, `published-over-written`: since 1 January more was settled (published) than carried over and found (written).
 * `more-than-the-party`: more people of a party signed in than it has. `people-over-attendances`: more people than attendances were brought over.
 * `also-recorded`: brought over, and recorded as well; nobody has said whether it is the same. `ten-times`: above ten times what is usual there.
 */
export const FindingKind = v.picklist(['settled-over-found', 'published-over-written', 'more-than-the-party', 'people-over-attendances', 'also-recorded', 'ten-times'])
export type FindingKind = v.InferOutput<typeof FindingKind>

export const Finding = v.object({
  kind: FindingKind,
  /** A contradiction cannot be so; a question wants an answer; a hint may be all right. */
  weight: v.picklist(['contradiction', 'question', 'hint']),
  unit: UnitBrief,
  /** The figure that is too large, and its name; of `more-than-the-party` the event's title. */
  figure: v.nullable(FigureName),
  zh: v.string(),
  /** 起, 人; money in 分. */
  measure: v.string(),
  money: v.optional(v.boolean()),
  /** What is too large. */
  value: v.number(),
  /** What it is held against: found, written, the party, attendances, what is usual. Null: nothing is. */
  against: v.nullable(v.number()),
  /** Of `settled-over-found` and `published-over-written`: carried over from the year before; null: not entered. */
  carried: v.nullable(v.number()),
  /** Where to repair it. */
  entry: v.nullable(v.object({ id: Id, on: Day })),
  session: v.nullable(v.object({ eventId: Id, sessionId: Id, on: Day })),
  imported: v.nullable(v.object({ period: Period })),
})
export type Finding = v.InferOutput<typeof Finding>

/** Before anybody hands in. Contradictions first, hints last. Of a closed month there are none: what was approved stays. */
export const monthChecks = defineCall({
  name: 'totals/checks',
  input: v.object({ unitId: Id, month: Month }),
  output: v.object({
    unit: UnitBrief,
    month: Month,
    asOf: Instant,
    closed: v.boolean(),
    findings: v.array(Finding),
    /** Beyond the first 100. */
    notListed: v.number(),
  }),
  failures: ['unit-not-found'],
})
