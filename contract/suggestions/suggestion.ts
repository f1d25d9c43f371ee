/** 意见建议 as screens see it: the words, and the newest answer. Who wrote it is known to nobody but the writer. */
import * as v from 'valibot'
import { Id, Instant } from '../values'

/** Longest text, and longest answer. */
export const mostWords = 500

const shown = {
  id: Id,
  text: v.string(),
  /** 称呼, where the writer chose to sign. */
  callName: v.nullable(v.string()),
  sentAt: Instant,
  answer: v.nullable(v.object({ text: v.string(), at: Instant })),
}

export const MySuggestion = v.object({ ...shown, unitName: v.string() })
export type MySuggestion = v.InferOutput<typeof MySuggestion>

export const SuggestionToAnswer = v.object({
  ...shown,
  /** How many answers it has had, named in the next one. */
  rev: v.number(),
})
export type SuggestionToAnswer = v.InferOutput<typeof SuggestionToAnswer>
