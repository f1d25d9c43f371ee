import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Month, Offset, Receipt, RecordId } from '../values'

/**
 * 本月无此项: a unit had nothing to log in a month; or, taken back, that this is not said. No figure and no 0 comes of it. Of several the latest
 * by corrected time stands, in whatever order they arrive. Safe to repeat.
 */
export const quietMonth = defineCall({
  name: 'work/quiet-month',
  input: v.object({ recordId: RecordId, unitId: Id, month: Month, nothing: v.boolean('请选有没有'), at: Instant, offsetMs: Offset }),
  output: Receipt,
  failures: ['unit-not-found', 'month-in-future', 'record-id-taken'],
})
