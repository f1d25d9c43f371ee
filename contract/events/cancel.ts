import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, openText } from '../values'

/** Safe to repeat. Registrations stay as they are; no figure counts a cancelled event. */
export const cancelEvent = defineCall({
  name: 'events/cancel',
  input: v.object({ eventId: Id, reason: openText('取消原因', 100, 'lines') }),
  output: v.object({ eventId: Id, status: v.literal('cancelled') }),
  failures: ['event-not-found', 'already-started', 'words-refused'],
})
