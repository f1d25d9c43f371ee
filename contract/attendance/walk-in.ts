import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Offset, Receipt, RecordId, count } from '../values'
import { CallName } from '../people/names'
import { Source } from './check-in'

/** Blank rows of a sign-in sheet have numbers of their own, 现1 …, other ones on each copy. */
export const lineMost = 5000

/** 现场登记: people who had not signed up. A mere 称呼 does not make them identified. */
export const walkIn = defineCall({
  name: 'attendance/walk-in',
  input: v.pipe(
    v.object({
      recordId: RecordId,
      sessionId: Id,
      people: count('人数', 500),
      callName: v.optional(CallName),
      /** The blank row of a printed sign-in sheet in which they signed: whoever types in that row again writes the same people, not more. */
      line: v.optional(count('空白行', lineMost)),
      source: Source,
      at: Instant,
      offsetMs: Offset,
    }),
    v.check(({ line, source }) => line === undefined || source !== 'tap', '空白行只在签到表上有'),
  ),
  output: Receipt,
  failures: ['session-not-found', 'check-in-closed', 'names-not-kept', 'record-id-taken'],
})
