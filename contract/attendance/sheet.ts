import * as v from 'valibot'
import { defineCall } from '../call'
import { EventKind } from '../events/kinds'
import { Id, Instant, RecordId } from '../values'
import { Room } from './room'
import { LiveCount } from './roster'

/**
 * The rows of a session's sign-in sheet in the order of their numbers, as printed, for typing in who signed; who has no number yet comes
 * last, by name. Up to 2,000 rows.
 */
export const sheetRows = defineCall({
  name: 'attendance/sheet',
  input: v.object({ sessionId: Id }),
  output: v.object({
    session: v.object({ id: Id, eventId: Id, kind: EventKind, title: v.string(), placeName: v.string(), startsAt: Instant, endsAt: Instant, countOnly: v.boolean() }),
    /** Until when records from paper are taken. */
    until: Instant,
    /** The caller may type in after that too (补录); absent: may not. */
    mayBackfill: v.optional(v.literal(true)),
    rows: v.array(v.object({
      /** On the printed sheet, from 1; null: registered since the last printing. */
      number: v.nullable(v.number()),
      personKey: Id,
      callName: v.string(),
      building: v.nullable(v.string()),
      /** As registered, also where that was cancelled since. */
      partySize: v.number(),
      /** Stands on the printed sheet and cancelled since: whoever signed came all the same. */
      cancelled: v.boolean(),
      /** How many of the party are in; null when not checked in. */
      present: v.nullable(v.number()),
      /** Where the record that counts came from; null when not checked in. */
      source: v.nullable(v.picklist(['tap', 'code', 'paper', 'backfill'])),
      /** Live marks, to name in an undo. */
      marks: v.array(RecordId),
    })),
    /** What was typed in of the blank rows. `recordIds`: every live record of the row, to name in undos. */
    lines: v.array(v.object({ line: v.number(), people: v.number(), callName: v.nullable(v.string()), recordIds: v.array(RecordId) })),
    /** Live headcounts, latest first, to name in an undo. */
    headcounts: v.array(LiveCount),
    room: Room,
  }),
  failures: ['session-not-found'],
})
