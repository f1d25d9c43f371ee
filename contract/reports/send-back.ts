import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Month, RecordId } from '../values'
import { Remark, SnapshotHash } from './way-up'

/** Returns what was handed in, with remarks. By who may approve it. Safe to repeat. */
export const sendBackReport = defineCall({
  name: 'reports/send-back',
  input: v.object({
    recordId: RecordId, unitId: Id, month: Month, hash: SnapshotHash,
    remarks: v.pipe(v.array(Remark, '请写修改意见'), v.minLength(1, '请写修改意见'), v.maxLength(10, '修改意见最多 10 条')),
  }),
  output: v.object({ steps: v.number() }),
  failures: ['unit-not-found', 'not-submitted', 'another-snapshot', 'own-submission', 'approved-from-above', 'already-closed'],
})
