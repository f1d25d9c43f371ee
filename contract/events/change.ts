import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, RecordId, count, openText } from '../values'
import { Changed, MapPoint } from './event'
import { Seen } from './plan'

/**
 * Another plan for a published event: only what is named becomes another one, null takes it away. Safe to repeat. Whoever registered or waits
 * is told of another time or place. Fewer places throw nobody out. `seen`: the version that was looked at (EventDetail.version); where somebody
 * else changed the event since, nothing is written (`changed-since`).
 */
export const changeEvent = defineCall({
  name: 'events/change',
  input: v.object({
    recordId: RecordId,
    eventId: Id,
    seen: Seen,
    placeName: v.optional(openText('地点', 40)),
    placeNote: v.optional(v.nullable(openText('怎么走', 60))),
    point: v.optional(v.nullable(MapPoint)),
    bring: v.optional(v.nullable(openText('要带什么', 80))),
    closesAt: v.optional(v.nullable(Instant)),
    cancelUntil: v.optional(v.nullable(Instant)),
    /** Sessions that have not started. */
    sessions: v.optional(v.pipe(
      v.array(v.object({ id: Id, startsAt: v.optional(Instant), endsAt: v.optional(Instant), capacity: v.optional(count('名额', 2000)) }), '请填写场次'),
      v.maxLength(60, '一个活动最多 60 场'),
      v.check((sessions) => new Set(sessions.map(({ id }) => id)).size === sessions.length, '同一场写了两次'),
    ), []),
  }),
  output: v.object({
    eventId: Id,
    /** What became another one by this; empty: all was so already. */
    what: v.array(Changed),
  }),
  failures: [
    'event-not-found', 'event-cancelled', 'changed-since', 'session-not-found', 'already-started', 'starts-in-the-past', 'has-records',
    'session-ends-before-it-starts', 'session-too-long', 'capacity-missing', 'registration-window-empty', 'words-refused', 'record-id-taken',
  ],
})
