import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'
import { EventBrief } from './event'

/** What a unit has planned and not published, for its admins: by their first day, without those that were over more than 31 days ago; 60 at most. */
export const listDrafts = defineCall({
  name: 'events/drafts',
  input: v.object({ unitId: Id }),
  output: v.object({ events: v.array(EventBrief), more: v.boolean() }),
  failures: ['unit-not-found'],
})
