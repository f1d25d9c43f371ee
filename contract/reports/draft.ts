import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Month, count } from '../values'
import { Report } from './report'
import { Days } from './scope'

/** A report of a month, of some days or of a campaign. Of a month: a draft as the facts stand now; what was handed in, or approved, word for word as it was handed in. */
export const draftReport = defineCall({
  name: 'reports/draft',
  input: v.object({
    unitId: Id,
    month: Month,
    /** An earlier snapshot, by its number. */
    n: v.optional(count('份数', 100)),
    /** Of these days and not of the month, which may be any then. A year at most. */
    days: v.optional(Days),
    /** What is a campaign's, on whatever day of the months that it touches; instead of `days`. */
    campaignId: v.optional(Id),
  }),
  output: Report,
  failures: ['unit-not-found', 'no-such-snapshot', 'days-not-in-order', 'too-many-days', 'campaign-not-found'],
})
