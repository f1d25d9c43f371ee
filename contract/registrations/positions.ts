import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'

/** Where the caller's own registrations and those for neighbours stand that wait at these events. Others are absent. */
export const myPositions = defineCall({
  name: 'registrations/positions',
  input: v.object({ eventIds: v.pipe(v.array(Id, '活动编号不对'), v.minLength(1, '活动编号不对'), v.maxLength(60, '一次最多问 60 个活动')) }),
  output: v.object({
    positions: v.array(v.object({
      eventId: Id,
      personKey: Id,
      /** 候补第几位, from 1. */
      position: v.number(),
      /** A place is free for it, to be taken by a tap (the last 12 hours). */
      offered: v.boolean(),
    })),
  }),
  failures: [],
})
