import * as v from 'valibot'
import { defineCall } from '../call'
import { EventBrief, MyRegistration } from '../events/event'

const MyRow = v.object({
  event: EventBrief,
  registration: MyRegistration,
  /** The number given with it, masked; null: none, or it is gone. */
  phone: v.nullable(v.string()),
})

/** The caller's registrations, cancelled ones included: those to come first, then past ones, newest first; 200 at most. */
export const myRegistrations = defineCall({
  name: 'registrations/mine',
  input: v.object({}),
  output: v.object({
    coming: v.array(MyRow),
    past: v.array(MyRow),
  }),
  failures: [],
})
