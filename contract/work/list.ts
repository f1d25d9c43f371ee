import * as v from 'valibot'
import { defineCall } from '../call'
import { Day, Id } from '../values'
import { WorkEntryView } from './entry'

/** Entries of a unit and all below it whose day lies in the range (both days included, 62 days at most), newest day first; 200 at most. */
export const listWork = defineCall({
  name: 'work/list',
  input: v.object({ unitId: Id, from: Day, to: Day }),
  output: v.object({ entries: v.array(WorkEntryView), more: v.boolean() }),
  failures: ['unit-not-found', 'range-too-long'],
})
