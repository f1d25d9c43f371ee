import * as v from 'valibot'
import { defineCall } from '../call'
import { MyRegistration } from '../events/event'
import { Id } from '../values'

/** Gives the places back, until the first named session starts. Safe to repeat; the record stays. */
export const cancelRegistration = defineCall({
  name: 'registrations/cancel',
  input: v.object({ eventId: Id }),
  output: MyRegistration,
  failures: ['not-registered', 'already-started'],
})
