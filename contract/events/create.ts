import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, RecordId } from '../values'
import { eventPlan } from './plan'

/** A draft of an event. Safe to repeat: the record id becomes the event's id. */
export const createEvent = defineCall({
  name: 'events/create',
  input: v.object({
    /** Becomes the event's id, which the code on its poster has to hold: 32 characters (WeChat's scene). */
    recordId: v.pipe(RecordId, v.maxLength(32, '记录编号不对')),
    hostUnitId: Id,
    ...eventPlan,
  }),
  output: v.object({ eventId: Id }),
  failures: ['unit-not-found', 'campaign-not-found', 'session-ends-before-it-starts', 'session-too-long', 'capacity-missing', 'registration-window-empty', 'words-refused', 'record-id-taken'],
})
