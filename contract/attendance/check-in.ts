import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Offset, Receipt, RecordId, count } from '../values'

/** Where a record came from: a tap at the door, a paper sheet afterwards (7 days), or an admin's 补录. */
export const Source = v.picklist(['tap', 'paper', 'backfill'], '来源不对')

/** A grid worker marks one party present at one session. Safe to repeat, in any order with its undo. */
export const checkIn = defineCall({
  name: 'attendance/check-in',
  input: v.object({
    recordId: RecordId,
    sessionId: Id,
    personKey: Id,
    /** How many of the party are here: 1 … partySize. */
    present: count('到场人数', 20),
    source: Source,
    /** Device time of the tap. */
    at: Instant,
    offsetMs: Offset,
  }),
  output: Receipt,
  failures: ['session-not-found', 'person-not-found', 'check-in-closed', 'more-than-the-party', 'no-registration-needed', 'record-id-taken'],
})
