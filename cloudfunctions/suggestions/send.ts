import type { sendSuggestion } from '../../contract/suggestions/send'
import { addSuggestionOnce, findSuggestion, openSuggestionsBy, suggestionRecord, type SuggestionRecord } from '../_shared/records/suggestions'
import { findUnit } from '../_shared/records/units'
import { instant, monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

/** A brake for who is angry and for scripts, no promise: two sent at the same instant may make it one more. */
const mostOpen = 20

export const handleSend: Handler<typeof sendSuggestion> = async ({ recordId, unitId, text, callName = null }, { caller, now, refuse }) => {
  const isThis = (one: SuggestionRecord) => one.personKey === caller.personKey && one.unitId === unitId && one.text === text && one.callName === callName
  const known = await findSuggestion(recordId)
  if (known) return isThis(known) ? { suggestionId: recordId } : refuse('record-id-taken')
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || unit.level === 'grid') return refuse('unit-not-found')
  if ((await openSuggestionsBy(caller.personKey, mostOpen)) === mostOpen) return refuse('too-many-open')
  if (!(await caller.mayWrite([text, callName ?? ''], 'comment'))) return refuse('words-refused')
  const { record } = await addSuggestionOnce(suggestionRecord(recordId, { unitId, personKey: caller.personKey, text, callName, sentAt: instant(now) }))
  return isThis(record) ? { suggestionId: recordId } : refuse('record-id-taken')
}
