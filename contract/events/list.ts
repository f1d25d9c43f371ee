import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id } from '../values'
import { EventBrief } from './event'
import { EventKind } from './kinds'

/** Events with a session from day to day (both included, at most 400 days), by the start of their first session in that range. 60 a page. */
export const listEvents = defineCall({
  name: 'events/list',
  input: v.object({
    from: Day,
    to: Day,
    kind: v.optional(EventKind),
    /** A community, street or district: its own events and those of the units above it. Absent: the caller's community, else all. */
    unitId: v.optional(Id),
    /** Drafts of the units the caller administers, instead of what is published. */
    drafts: v.optional(v.boolean('选项不对')),
    /** From the previous page. */
    after: v.optional(v.pipe(v.string('翻页标记不对'), v.maxLength(120, '翻页标记不对'))),
  }),
  output: v.object({ events: v.array(EventBrief), after: v.nullable(v.string()) }),
  failures: ['range-too-long', 'unit-not-found'],
})
