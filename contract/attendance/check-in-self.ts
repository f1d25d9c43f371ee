import * as v from 'valibot'
import { defineCall } from '../call'
import { Instant, Offset, Receipt, RecordId } from '../values'
import { ScannedText } from './door-code'

/**
 * A resident at the door scans the venue's code, the one that a worker shows or the one that hangs there: their whole party is in, or, unregistered for this session,
 * they alone. Online only: the scan must be of now. Safe to repeat.
 */
export const checkInSelf = defineCall({
  name: 'attendance/check-in-self',
  input: v.object({
    recordId: RecordId,
    code: ScannedText,
    /** Device time of the scan. */
    at: Instant,
    offsetMs: Offset,
  }),
  output: v.object({
    ...Receipt.entries,
    title: v.string(),
    startsAt: Instant,
    /** As registered for this session; 0: not registered for it. */
    partySize: v.number(),
    present: v.number(),
    /** Since when they are in. */
    inSince: Instant,
  }),
  failures: [
    'session-not-found', 'no-registration-needed', 'check-in-closed', 'record-id-taken',
    'code-unreadable', 'code-forged', 'code-stale', 'code-of-another-day', 'code-of-a-resident',
  ],
})
