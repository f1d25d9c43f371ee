import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'

/** The code that opens this event when it is scanned, for its poster. WeChat draws it once an event. */
export const posterCode = defineCall({
  name: 'events/poster-code',
  input: v.object({ eventId: Id }),
  /** A data: address of the picture. */
  output: v.object({ picture: v.string() }),
  failures: ['event-not-found'],
})
