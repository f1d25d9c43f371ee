import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Offset, Receipt, RecordId } from '../values'
import { ScannedText } from './door-code'

/** Who had them in before this scan. */
const Earlier = v.object({
  at: Instant,
  by: v.picklist(['you', 'themselves', 'colleague']),
  /** The colleague's name on the unit; null: not known, or it was no colleague. */
  name: v.nullable(v.string()),
})

/**
 * A grid worker scans a resident's entry code or card: the whole party is in. Who is not registered for this session (any more) comes in as one.
 * Judged by when it was scanned, so it may arrive days later; safe to repeat.
 */
export const checkInCode = defineCall({
  name: 'attendance/check-in-code',
  input: v.object({
    recordId: RecordId,
    sessionId: Id,
    code: ScannedText,
    /** Device time of the scan. */
    at: Instant,
    offsetMs: Offset,
  }),
  output: v.object({
    ...Receipt.entries,
    personKey: Id,
    callName: v.string(),
    building: v.nullable(v.string()),
    /** As registered for this session; 0: not registered for it. */
    partySize: v.number(),
    /** How many this scan recorded. */
    present: v.number(),
    /** null: they were not in yet. */
    earlier: v.nullable(Earlier),
  }),
  failures: [
    'session-not-found', 'no-registration-needed', 'check-in-closed', 'person-not-found', 'record-id-taken',
    'code-unreadable', 'code-forged', 'code-stale', 'code-of-another-event', 'code-of-another-session', 'code-of-another-day', 'code-of-the-venue', 'card-replaced',
  ],
})
