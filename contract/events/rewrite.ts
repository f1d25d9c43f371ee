import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'
import { eventPlan, Seen } from './plan'

/**
 * Another plan for a draft, whole. Safe to repeat. `seen`: the version that was looked at; where somebody else wrote it since, nothing is
 * written (`changed-since`), so that nobody overwrites what they have not read.
 */
export const rewriteDraft = defineCall({
  name: 'events/rewrite',
  input: v.object({ eventId: Id, seen: Seen, ...eventPlan }),
  output: v.object({ eventId: Id, version: v.number() }),
  failures: [
    'event-not-found', 'event-published', 'event-cancelled', 'changed-since', 'campaign-not-found',
    'session-ends-before-it-starts', 'session-too-long', 'capacity-missing', 'registration-window-empty', 'words-refused',
  ],
})
