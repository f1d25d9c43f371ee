import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Month } from '../values'
import { Report } from './report'

/** The month's report as the facts stand now. */
export const draftReport = defineCall({
  name: 'reports/draft',
  input: v.object({ unitId: Id, month: Month }),
  output: Report,
  failures: ['unit-not-found'],
})
