import * as v from 'valibot'
import { checkInCode } from '../attendance/check-in-code'
import { checkIn } from '../attendance/check-in'
import { meetFace } from '../attendance/faces'
import { headcount } from '../attendance/headcount'
import { undo } from '../attendance/undo'
import { walkIn } from '../attendance/walk-in'
import { defineCall } from '../call'
import { RecordId } from '../values'
import { correctWork } from '../work/correct'
import { logWork } from '../work/log'
import { quietMonth } from '../work/quiet-month'

/** What may wait on a worker's phone. The own call of each answers with a Receipt. */
export const queuedCalls = {
  'attendance/check-in': checkIn,
  'attendance/check-in-code': checkInCode,
  'attendance/meet-face': meetFace,
  'attendance/undo': undo,
  'attendance/walk-in': walkIn,
  'attendance/headcount': headcount,
  'work/log': logWork,
  'work/correct': correctWork,
  'work/quiet-month': quietMonth,
} as const
export type QueuedName = keyof typeof queuedCalls

/** Records in one call, and how many bytes a phone lets the JSON of all of them have: WeChat takes 100 KB with what is around it. */
export const mostInBatch = 100
export const mostBatchBytes = 80_000

/**
 * What waited on the phone goes out, many records in one call. Each is judged by itself, as its own call would judge it, so a bad one never
 * holds up the next. Safe to repeat, in any order, cut in any way. With no records it only tells the time.
 *
 * A receipt's hash is of what was sent as its call's schema reads it (trimmed), without the fields that it filled in: a phone keeps a record as
 * `v.parse(queuedCalls[call].input, input)` gives it, and hashes `canonicalJson` of that. So an app that is older than the server has its receipts,
 * and one that is newer keeps what the server does not know to keep.
 */
export const sendQueue = defineCall({
  name: 'queue/send',
  input: v.object({
    records: v.pipe(
      v.array(v.object({ call: v.pipe(v.string('记录种类不对'), v.maxLength(40, '记录种类不对')), input: v.unknown() }), '记录不对'),
      v.maxLength(mostInBatch, `一次最多 ${mostInBatch} 条`),
    ),
  }),
  output: v.object({
    /** One for each record, in the order in which they were sent. */
    answers: v.array(v.variant('ok', [
      /** `value`: what the record's own call answers: a Receipt, and what stands beside it. */
      v.object({ ok: v.literal(true), recordId: RecordId, value: v.unknown() }),
      v.object({
        ok: v.literal(false),
        /** As it was sent; null where it had none. */
        recordId: v.nullable(RecordId),
        /**
         * A refusal of the record's own call, or a common one. `internal` and `not-yet` (time was up before its turn) are no verdict: the
         * record keeps waiting and comes again. `not-allowed` also for a call that does not wait in queues.
         */
        failure: v.string(),
        message: v.optional(v.string()),
      }),
    ])),
  }),
  failures: [],
})
