import * as v from 'valibot'
import { checkInCode } from '../attendance/check-in-code'
import { checkIn } from '../attendance/check-in'
import { headcount } from '../attendance/headcount'
import { undo } from '../attendance/undo'
import { walkIn } from '../attendance/walk-in'
import { defineCall } from '../call'
import { RecordId } from '../values'
import { correctWork } from '../work/correct'
import { logWork } from '../work/log'

/** What may wait on a worker's phone, each answered with a Receipt by its own call. */
export const queuedCalls = {
  'attendance/check-in': checkIn,
  'attendance/check-in-code': checkInCode,
  'attendance/undo': undo,
  'attendance/walk-in': walkIn,
  'attendance/headcount': headcount,
  'work/log': logWork,
  'work/correct': correctWork,
} as const
export type QueuedName = keyof typeof queuedCalls

/** Records in one call, and the JSON of all of them in bytes: WeChat takes 100 KB. */
export const mostInBatch = 100
export const mostBatchBytes = 80_000

/**
 * Sends what waited on the phone, many records in one call. Each is judged by itself, as its own call would judge it, so a bad one never holds up the next.
 * Safe to repeat, in any order. With no records it only tells the time.
 */
export const sendQueue = defineCall({
  name: 'queue/send',
  input: v.object({
    records: v.pipe(
      v.array(v.object({ call: v.picklist(Object.keys(queuedCalls) as QueuedName[], '记录种类不对'), input: v.unknown() }), '记录不对'),
      v.maxLength(mostInBatch, `一次最多 ${mostInBatch} 条`),
    ),
  }),
  output: v.object({
    /** One for each record, in the order they were sent. */
    answers: v.array(v.variant('ok', [
      /** `value`: what the record's own call answers, a Receipt and what stands beside it. */
      v.object({ ok: v.literal(true), recordId: RecordId, value: v.unknown() }),
      /** `recordId`: as it was sent, null where it had none. `failure`: a refusal of the record's own call or a common one; `not-yet`: time was up before its turn. */
      v.object({ ok: v.literal(false), recordId: v.nullable(v.string()), failure: v.string(), message: v.optional(v.string()) }),
    ])),
  }),
  failures: [],
})
