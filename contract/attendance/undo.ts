import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Offset, Receipt, RecordId } from '../values'

/** Takes back a check-in (naming the marks that were seen), a walk-in or a headcount. Safe to repeat and to arrive first. */
export const undo = defineCall({
  name: 'attendance/undo',
  input: v.object({
    recordId: RecordId,
    sessionId: Id,
    of: v.variant('what', [
      v.object({ what: v.literal('check-in'), personKey: Id, marks: v.pipe(v.array(RecordId, '签到记录不对'), v.minLength(1, '签到记录不对'), v.maxLength(20, '签到记录不对')) }),
      v.object({ what: v.literal('walk-in'), recordId: RecordId }),
      v.object({ what: v.literal('headcount'), recordId: RecordId }),
    ], '请说明要撤销什么'),
    at: Instant,
    offsetMs: Offset,
  }),
  output: Receipt,
  failures: ['session-not-found'],
})
