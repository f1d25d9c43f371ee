import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, RecordId, count, openText } from '../values'
import { SuggestionToAnswer, mostWords } from './suggestion'

/** An admin of the unit answers; with other words again, it is a new version and the earlier one is kept. Safe to repeat. */
export const answerSuggestion = defineCall({
  name: 'suggestions/answer',
  input: v.object({
    recordId: RecordId,
    suggestionId: Id,
    /** How many answers were seen: another admin may have answered meanwhile. */
    rev: count('版本', 100, 0),
    text: openText('答复', mostWords, 'lines'),
  }),
  output: v.object({ suggestion: SuggestionToAnswer }),
  /** `answered-too-often`: it has 20 versions. `words-refused`: WeChat found them 违规, nothing was kept. */
  failures: ['suggestion-not-found', 'changed-meanwhile', 'answered-too-often', 'words-refused', 'record-id-taken'],
})
