import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Month, RecordId } from '../values'
import { AuditCheckpoint, SnapshotHash } from './way-up'

/**
 * Approves what was handed in, by the hash of the snapshot that was read, and closes the month for good. By an admin of a unit above; for the
 * root by another admin of it, or by its only one as 单人办理. Safe to repeat.
 */
export const approveReport = defineCall({
  name: 'reports/approve',
  input: v.object({ recordId: RecordId, unitId: Id, month: Month, hash: SnapshotHash, alone: v.optional(v.boolean('选项不对'), false) }),
  output: v.object({ checkpoint: AuditCheckpoint }),
  failures: ['unit-not-found', 'not-submitted', 'another-snapshot', 'changed-since', 'parts-not-closed', 'own-submission', 'approved-from-above', 'not-alone', 'already-closed'],
})
