import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id } from '../values'
import { EventBrief } from './event'
import { EventKind } from './kinds'

/** Units whose events are asked for: a community and those above it. Events are public: no right hangs on it. */
export const Hosts = v.pipe(v.array(Id, '社区不对'), v.minLength(1, '社区不对'), v.maxLength(6, '社区最多 6 个'))

/** Day and id of the last event of the page before. */
export const Mark = v.pipe(v.string('翻页标记不对'), v.maxLength(80, '翻页标记不对'), v.regex(/^\d{4}-\d{2}-\d{2}\|[A-Za-z0-9._:-]+$/, '翻页标记不对'))

/**
 * Published events with a session from day to day (both included, at most 400 days), by the first day of all their sessions. 60 a
 * page. With an `after` in the answer the days before its day are complete: on that day and later, more may stand on the next page.
 */
export const listEvents = defineCall({
  name: 'events/list',
  input: v.object({
    from: Day,
    to: Day,
    kind: v.optional(EventKind),
    /** Absent: everybody's. */
    hosts: v.optional(Hosts),
    /** From the previous page. */
    after: v.optional(Mark),
  }),
  output: v.object({ events: v.array(EventBrief), after: v.nullable(v.string()) }),
  failures: ['range-too-long'],
})
