import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Offset, Receipt, RecordId } from '../values'

/** Marks that one undo takes back; who has more of them is taken back by several. */
export const mostUndone = 20

/** Takes back a check-in (naming the marks that were seen), a walk-in or a headcount. Safe to repeat and, but for `meet-face`, to arrive first. */
export const undo = defineCall({
  name: 'attendance/undo',
  input: v.object({
    recordId: RecordId,
    sessionId: Id,
    of: v.variant('what', [
      v.object({ what: v.literal('check-in'), personKey: Id, marks: v.pipe(v.array(RecordId, '签到记录不对'), v.minLength(1, '签到记录不对'), v.maxLength(mostUndone, '签到记录不对')) }),
      /** A check-in by meet-face, whose answer the phone does not have yet: the id of that record. It is sent after that one. */
      v.object({ what: v.literal('meet-face'), recordId: RecordId }),
      v.object({ what: v.literal('walk-in'), recordId: RecordId }),
      v.object({ what: v.literal('headcount'), recordId: RecordId }),
    ], '请说明要撤销什么'),
    at: Instant,
    offsetMs: Offset,
  }),
  output: Receipt,
  failures: ['session-not-found'],
})
