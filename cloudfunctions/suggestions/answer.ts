import { answerSuggestion } from '../../contract/suggestions/answer'
import { mayNow } from '../_shared/records/grants'
import { addAnswer, findSuggestion, toAnswer, type SuggestionRecord } from '../_shared/records/suggestions'
import { inTransaction } from '../_shared/records/transaction'
import { findUnit } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

const mostVersions = 20

export const handleAnswer: Handler<typeof answerSuggestion> = async ({ recordId, suggestionId, rev, text }, { caller, now, refuse }) => {
  const seen = await findSuggestion(suggestionId)
  const unit = seen && (await findUnit(seen.unitId, monthOf(now)))
  if (!seen || !unit || !caller.may(answerSuggestion.name, unit.path)) return refuse('suggestion-not-found')
  if (whatNow(seen) === null && !(await caller.mayWrite([text], 'comment'))) return refuse('words-refused')
  return inTransaction(async (transaction) => {
    if (!(await mayNow(transaction, caller.personKey, answerSuggestion.name, unit.path))) return refuse('suggestion-not-found')
    const current = await transaction.find<SuggestionRecord>('suggestions', suggestionId)
    if (!current) return refuse('suggestion-not-found')
    const outcome = whatNow(current)
    if (outcome === 'stands') return { suggestion: toAnswer(current) }
    if (outcome !== null) return refuse(outcome)
    return { suggestion: toAnswer(await addAnswer(transaction, current, { recordId, text, by: caller.personKey, at: instant(now) }, unit.path)) }
  })

  /** Null: it is new and may be added. */
  function whatNow({ answers }: SuggestionRecord) {
    const same = answers.find((one) => one.recordId === recordId)
    if (same) return same.by === caller.personKey && same.text === text ? 'stands' as const : 'record-id-taken' as const
    if (answers.at(-1)?.text === text) return 'stands' as const
    if (answers.length !== rev) return 'changed-meanwhile' as const
    return answers.length >= mostVersions ? 'answered-too-often' as const : null
  }
}
