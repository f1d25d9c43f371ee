import * as v from 'valibot'
import { defineCall } from '../call'
import { MyRegistration } from '../events/event'
import { Id, Instant } from '../values'

/**
 * Gives the places back, until the first named session starts. Safe to repeat; the record stays. Where another registration
 * stands than the one that was seen, nothing changes and the answer is that one.
 */
export const cancelRegistration = defineCall({
  name: 'registrations/cancel',
  input: v.object({
    eventId: Id,
    /** Of the registration that the screen showed. */
    registeredAt: Instant,
  }),
  output: MyRegistration,
  failures: ['not-registered', 'already-started'],
})
