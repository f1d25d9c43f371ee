/** Keeps the files of reports that were taken along and broke off before the file was in its place. */
import { keepWhatBrokeOff } from '../_shared/records/exports'
import type { Job } from '../_shared/serve'

/** A run stays far below the function's time limit; the rest waits for the next one. */
const filesPerRun = 20

export const sweep: Job = { name: 'reports/sweep', run: () => keepWhatBrokeOff(filesPerRun) }
