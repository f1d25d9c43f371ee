import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id, Instant, Offset, Receipt, RecordId, Softness, count, openText } from '../values'

/** What a correction of a bare count may say for itself, and what screens offer for any entry. */
export const correctionReasons = ['数错了', '重复记录', '日期不对', '没有发生'] as const

/** A new version of an entry with its reason; the old one stays. Safe to repeat. By who logged it, or an admin of its unit. */
export const correctWork = defineCall({
  name: 'work/correct',
  input: v.object({
    recordId: RecordId,
    entryId: Id,
    /** The version that was seen. */
    rev: count('版本', 100000),
    quantity: v.nullable(count('数量', 10000000000)),
    softness: Softness,
    on: Day,
    /** true: it did not happen or was logged twice; it leaves every sum. */
    withdrawn: v.optional(v.boolean('选项不对'), false),
    /** Of a bare count one of `correctionReasons`: it takes no note, under another name either. */
    reason: openText('更正原因', 100),
    /** The worker was asked for the day and said it: the phone's clock had jumped, or nobody knew how far it was off. It is then judged by the server's clock. */
    dayConfirmed: v.optional(v.boolean('选项不对'), false),
    at: Instant,
    offsetMs: Offset,
  }),
  output: Receipt,
  failures: ['entry-not-found', 'changed-meanwhile', 'day-in-future', 'day-too-old', 'quantity-too-large', 'only-a-soft-number', 'thousand-is-1000', 'only-a-plain-reason', 'record-id-taken'],
})
