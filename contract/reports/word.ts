import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, Month } from '../values'
import { Days } from './scope'

/** The report as a .docx in GB/T 9704 layout, kept in storage; the address expires after 10 minutes. */
export const wordReport = defineCall({
  name: 'reports/word',
  input: v.object({ unitId: Id, month: Month, /** As in reports/draft. */ days: v.optional(Days), campaignId: v.optional(Id) }),
  output: v.object({ fileId: v.string(), url: v.string(), name: v.string(), bytes: v.number() }),
  failures: ['unit-not-found', 'days-not-in-order', 'too-many-days', 'campaign-not-found'],
})
