import * as v from 'valibot'
import { CodeKey } from '../attendance/door-code'
import { defineCall } from '../call'
import { Id, Instant } from '../values'

/** What the caller's phone needs to show its entry codes for one event, from then on without signal. Own confirmed registration only. */
export const entryKey = defineCall({
  name: 'registrations/entry-key',
  input: v.object({ eventId: Id }),
  output: v.object({
    eventId: Id,
    title: v.string(),
    placeName: v.string(),
    callName: v.string(),
    partySize: v.number(),
    /** The sessions that the registration names, by start. */
    sessions: v.array(v.object({ id: Id, startsAt: Instant, endsAt: Instant, code: CodeKey })),
  }),
  failures: ['event-not-found', 'event-cancelled', 'not-registered'],
})
