import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Instant, Offset, Receipt, RecordId, Softness, count, openText } from '../values'
import { Source } from './check-in'

/** 现场清点: everybody in the room (or in a named area of it), those checked in included. The latest counts. */
export const headcount = defineCall({
  name: 'attendance/headcount',
  input: v.pipe(
    v.object({ recordId: RecordId, sessionId: Id, people: count('现场人数', 100000), softness: Softness, area: v.optional(openText('区域', 20)), source: Source, at: Instant, offsetMs: Offset }),
    v.check(({ people, softness }) => softness !== 'thousand' || people === 1000, '上千记作 1000，不用再填数'),
  ),
  output: Receipt,
  failures: ['session-not-found', 'check-in-closed', 'record-id-taken'],
})
