import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id, Instant, Offset, Receipt, RecordId, Softness, count, openText } from '../values'
import { IndicatorName } from './indicators'

/** 记一笔. Safe to repeat: the record id becomes the entry's id. */
export const logWork = defineCall({
  name: 'work/log',
  input: v.object({
    recordId: RecordId,
    indicator: IndicatorName,
    /** null = 没有数 (未计数). Money in 分. */
    quantity: v.nullable(count('数量', 10000000000)),
    softness: Softness,
    /** The day that the entry is about. */
    on: Day,
    /** The grid, or the unit itself for what no grid did. */
    unitId: Id,
    note: v.optional(openText('备注', 200, 'lines')),
    /** The worker was asked for the day and said it: the phone's clock had jumped, or nobody knew how far it was off. It is then judged by the server's clock. */
    dayConfirmed: v.optional(v.boolean('选项不对'), false),
    /** The event that it was part of. Kept where that was held near the unit on that day, and never of a bare count; the entry is kept either way. */
    eventId: v.optional(Id),
    at: Instant,
    offsetMs: Offset,
  }),
  output: Receipt,
  failures: ['unit-not-found', 'day-in-future', 'day-too-old', 'quantity-too-large', 'only-a-soft-number', 'no-notes-here', 'thousand-is-1000', 'record-id-taken'],
})
