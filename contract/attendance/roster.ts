import * as v from 'valibot'
import { defineCall } from '../call'
import { EventKind } from '../events/kinds'
import { Id, Instant, RecordId } from '../values'
import { Room } from './room'

/** The session at whose door somebody stands. */
export const AtDoor = v.object({ id: Id, eventId: Id, kind: EventKind, title: v.string(), placeName: v.string(), startsAt: Instant, endsAt: Instant, countOnly: v.boolean(), held: v.boolean() })

/** A count of the room that stands, to name in an undo. */
export const LiveCount = v.object({ recordId: RecordId, people: v.number(), source: v.picklist(['tap', 'code', 'paper', 'backfill']) })

/** Who is expected at a session and who is in: 称呼, building and party only. Up to 2,000 rows. */
export const roster = defineCall({
  name: 'attendance/roster',
  input: v.object({ sessionId: Id }),
  output: v.object({
    session: AtDoor,
    /** Server time of the reading. */
    asOf: Instant,
    rows: v.array(v.object({
      personKey: Id,
      callName: v.string(),
      building: v.nullable(v.string()),
      /** Masked; null: none given. The number itself: registrations/reveal-phone. */
      phone: v.nullable(v.string()),
      /** 0 for one who came without having registered (or whose registration was cancelled). */
      partySize: v.number(),
      /** How many of the party are in; null when not checked in. */
      present: v.nullable(v.number()),
      /** null also where that stands on paper only: a sheet does not say when. */
      checkedInAt: v.nullable(Instant),
      /** Live marks, to name in an undo. */
      marks: v.array(RecordId),
    })),
    walkIns: v.array(v.object({ recordId: RecordId, people: v.number(), callName: v.nullable(v.string()), at: Instant })),
    /** Live headcounts, latest first. */
    headcounts: v.array(LiveCount),
    room: Room,
  }),
  failures: ['session-not-found'],
})
