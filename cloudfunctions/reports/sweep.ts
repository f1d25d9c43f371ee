/**
 * Keeps the files of reports that were taken along and broke off before the file was in its place, takes away pieces of submissions that
 * broke off, and the names at the door of a month whose closing broke off before they went. Then, early in a month, the drafts of the one before.
 */
import { dropWhatGoes, keepWhatBrokeOff } from '../_shared/records/exports'
import { sweepLoosePieces } from '../_shared/records/snapshots'
import { instant } from '../_shared/rules/calendar'
import type { Job } from '../_shared/serve'
import { draftAhead } from './draft-ahead'
import { settleNamesThatBrokeOff } from './settle-names'

/** A run stays far below the function's time limit; the rest waits for the next one. */
const filesPerRun = 20
const piecesPerRun = 100
const monthsPerRun = 20

export const sweep: Job = {
  name: 'reports/sweep',
  async run(now) {
    await settleNamesThatBrokeOff(monthsPerRun)
    await sweepLoosePieces(now, piecesPerRun)
    await keepWhatBrokeOff(filesPerRun)
    await dropWhatGoes(instant(now), filesPerRun)
    await draftAhead(now)
  },
}
