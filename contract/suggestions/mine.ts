import * as v from 'valibot'
import { defineCall } from '../call'
import { MySuggestion } from './suggestion'

/** What the caller wrote, with its answers, newest first, 50 at most. */
export const mySuggestions = defineCall({
  name: 'suggestions/mine',
  input: v.object({}),
  output: v.object({ suggestions: v.array(MySuggestion) }),
  failures: [],
})
