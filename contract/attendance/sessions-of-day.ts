import * as v from 'valibot'
import { defineCall } from '../call'
import { EventKind } from '../events/kinds'
import { Day, Id, Instant, UnitBrief } from '../values'
import { Room } from './room'

/** The published sessions of one day that the caller works at: hosted by a unit they serve or one below it. */
export const sessionsOfDay = defineCall({
  name: 'attendance/sessions-of-day',
  input: v.object({ on: Day }),
  output: v.object({
    sessions: v.array(v.object({
      id: Id, eventId: Id, kind: EventKind, title: v.string(), placeName: v.string(), hostUnit: UnitBrief, countOnly: v.boolean(),
      startsAt: Instant, endsAt: Instant,
      /** 第几场 of how many. */
      number: v.number(), of: v.number(),
      /** People registered, companions included. */
      expected: v.number(),
      room: Room,
    })),
  }),
  failures: [],
})
