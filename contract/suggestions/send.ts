import * as v from 'valibot'
import { defineCall } from '../call'
import { Id, RecordId, openText } from '../values'
import { CallName } from '../people/names'
import { mostWords } from './suggestion'

/** Anybody writes to the admins of a unit. Safe to repeat: the record id becomes the suggestion's id. */
export const sendSuggestion = defineCall({
  name: 'suggestions/send',
  input: v.object({
    recordId: RecordId,
    /** A community, street or district. */
    unitId: Id,
    text: openText('意见建议', mostWords, 'lines'),
    /** 称呼, of who wants to sign; without it nobody learns who wrote. */
    callName: v.optional(CallName),
  }),
  output: v.object({ suggestionId: Id }),
  /** `too-many-open`: 20 of the caller's wait for an answer. `words-refused`: WeChat found them 违规, nothing was kept. */
  failures: ['unit-not-found', 'too-many-open', 'words-refused', 'record-id-taken'],
})
