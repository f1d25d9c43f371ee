import * as v from 'valibot'
import { defineCall } from '../call'
import { EventStatus, MyRegistration } from '../events/event'
import { EventKind } from '../events/kinds'
import { Day, Id, Instant } from '../values'

const MyRow = v.object({
  event: v.object({
    id: Id, kind: EventKind, title: v.string(), placeName: v.string(), placeNote: v.nullable(v.string()), status: EventStatus,
    cancelReason: v.nullable(v.string()),
    sessions: v.array(v.object({ id: Id, on: Day, startsAt: Instant, endsAt: Instant })),
  }),
  registration: MyRegistration,
  /** Of a neighbour whom the caller registered. */
  neighbour: v.boolean(),
})

/** What the caller registered, for themselves and for neighbours, cancelled ones included: those to come first, then past ones, newest first; 200 at most. */
export const myRegistrations = defineCall({
  name: 'registrations/mine',
  input: v.object({}),
  output: v.object({
    coming: v.array(MyRow),
    past: v.array(MyRow),
  }),
  failures: [],
})
