import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant } from '../values'

/** Who is not known to have seen the last change of time or place, or the calling off; without those who have left since. */
export const unseenChange = defineCall({
  name: 'notices/unseen',
  input: v.object({ eventId: Id }),
  output: v.object({
    /** null: nothing that people are told of. */
    change: v.nullable(v.object({ at: Instant, what: v.array(v.picklist(['time', 'place', 'cancelled'])) })),
    /** Not everybody has a notice of it yet. */
    telling: v.boolean(),
    people: v.array(v.object({
      personKey: Id,
      callName: v.string(),
      building: v.nullable(v.string()),
      /** Masked; null: none was given. */
      phone: v.nullable(v.string()),
      /** WeChat took it: it may have been read there. */
      carried: v.boolean(),
    })),
    /** These are not all: there are more than anybody rings up. */
    more: v.boolean(),
  }),
  failures: ['event-not-found'],
})

/** How many they are, by event; events that the caller has nothing to do with, or that never changed, are absent. */
export const unseenCounts = defineCall({
  name: 'notices/unseen-counts',
  input: v.object({ eventIds: v.optional(v.pipe(v.array(Id, '活动编号不对'), v.maxLength(60, '一次最多 60 个活动')), []) }),
  output: v.object({ counts: v.array(v.object({ eventId: Id, people: v.number() })) }),
  failures: [],
})
