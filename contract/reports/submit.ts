import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Month, RecordId, openText } from '../values'
import { SnapshotHash, StepsSeen } from './way-up'

/** Hands a month's report in: a numbered snapshot of figures, text and all that they count. Safe to repeat; once more after a change. */
export const submitReport = defineCall({
  name: 'reports/submit',
  input: v.object({
    recordId: RecordId,
    unitId: Id,
    month: Month,
    steps: StepsSeen,
    /** Units right below that have not closed the month and are not waited for, each with its reason. */
    missing: v.pipe(v.array(v.object({ unitId: Id, reason: openText('原因', 100) }), '未办结的单位不对'), v.maxLength(300, '未办结的单位太多')),
  }),
  output: v.object({ n: v.number(), hash: SnapshotHash }),
  failures: ['unit-not-found', 'no-report-of-a-grid', 'month-not-over', 'parts-not-closed', 'changed-meanwhile', 'already-closed', 'too-many-rounds'],
})
