import * as v from 'valibot'
import { defineCall } from '../call'
import { EventBrief, MyRegistration } from '../events/event'

/** The caller's registrations, cancelled ones included: those to come first, then past ones, newest first; 200 at most. */
export const myRegistrations = defineCall({
  name: 'registrations/mine',
  input: v.object({}),
  output: v.object({
    coming: v.array(v.object({ event: EventBrief, registration: MyRegistration })),
    past: v.array(v.object({ event: EventBrief, registration: MyRegistration })),
  }),
  failures: [],
})
