import * as v from 'valibot'
import { defineCall } from '../call'
import { EventKind } from '../events/kinds'
import { ReportState } from '../reports/way-up'
import { Id, Instant, Month, UnitBrief } from '../values'

/** Counts end here: 100 stands for that many or more. */
export const countedTo = 100

/** What an admin's first page says of a unit and all below it: what happens today, what waits for them, who was not told, what got stuck. Nothing is compared. */
export const adminToday = defineCall({
  name: 'totals/today',
  input: v.object({ unitId: Id }),
  output: v.object({
    unit: UnitBrief,
    asOf: Instant,
    /** Of today, by start; 30 at most. */
    sessions: v.array(v.object({
      eventId: Id, sessionId: Id, kind: EventKind, title: v.string(), placeName: v.string(), hostName: v.string(), startsAt: Instant, endsAt: Instant, countOnly: v.boolean(),
      /** Places given; of `countOnly` 0. */
      expected: v.number(),
      signedIn: v.number(),
    })),
    moreSessions: v.number(),
    /** Of last month: the unit's own report, where it is not approved (`draft`, `returned`; `submitted`: others have it). Null: approved, or a grid. */
    own: v.nullable(v.object({ month: Month, state: ReportState })),
    /** Handed in, and this admin may approve: right below the unit, and the root's own. In the tree's order of paths. */
    toApprove: v.array(v.object({ unit: UnitBrief, month: Month })),
    /** Written to this unit and not answered. */
    suggestions: v.number(),
    /** New photos of events in the last 14 days, which residents do not see: whether they may is for the admin to say, or to leave. */
    photos: v.number(),
    /** Coming or called-off events with people who are not known to have seen the last change. */
    untold: v.array(v.object({ eventId: Id, title: v.string(), people: v.number() })),
    stuck: v.object({
      /** Jobs of the timer that fail, have not run for long, or never began, by name. */
      jobs: v.array(v.string()),
      /** Messages that WeChat did not carry in the last three days, not seen in the app either. */
      messages: v.number(),
      /** Photos and files whose bytes are not in their place an hour after they came, or that WeChat has not answered about. */
      photos: v.number(),
    }),
  }),
  failures: ['unit-not-found'],
})
