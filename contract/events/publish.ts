import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'

/** Safe to repeat. From here on residents see the event and register. */
export const publishEvent = defineCall({
  name: 'events/publish',
  input: v.object({ eventId: Id }),
  output: v.object({ eventId: Id, status: v.literal('published') }),
  failures: ['event-not-found', 'event-cancelled'],
})
