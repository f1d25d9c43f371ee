import * as v from 'valibot'
import { defineCall } from '../call'
import { Id } from '../values'
import { SuggestionToAnswer } from './suggestion'

/** What was written to this unit (not to those below it): first what waits for an answer, then the rest, newest first each. 50 a page. */
export const listSuggestions = defineCall({
  name: 'suggestions/list',
  input: v.object({
    unitId: Id,
    /** From the previous page. */
    after: v.optional(v.pipe(v.string('翻页标记不对'), v.regex(/^[01]\|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\|[A-Za-z0-9-]{16,40}$/, '翻页标记不对'))),
  }),
  output: v.object({ suggestions: v.array(SuggestionToAnswer), after: v.nullable(v.string()) }),
  failures: ['unit-not-found'],
})
