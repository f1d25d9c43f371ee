import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Month, count } from '../values'
import { Report } from './report'

/** The month's report: a draft as the facts stand now; what was handed in, or approved, word for word as it was handed in. */
export const draftReport = defineCall({
  name: 'reports/draft',
  input: v.object({
    unitId: Id,
    month: Month,
    /** An earlier snapshot, by its number. */
    n: v.optional(count('份数', 100)),
  }),
  output: Report,
  failures: ['unit-not-found', 'no-such-snapshot'],
})
