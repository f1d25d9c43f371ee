import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Offset, Receipt, RecordId, count, text } from '../values'
import { Source } from './check-in'

/** 现场登记: people who had not signed up. A mere 称呼 does not make them identified. */
export const walkIn = defineCall({
  name: 'attendance/walk-in',
  input: v.object({ recordId: RecordId, sessionId: Id, people: count('人数', 500), callName: v.optional(text('称呼', 12)), source: Source, at: Instant, offsetMs: Offset }),
  output: Receipt,
  failures: ['session-not-found', 'check-in-closed', 'names-not-kept', 'record-id-taken'],
})
