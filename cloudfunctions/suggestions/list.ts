import { listSuggestions } from '../../contract/suggestions/list'
import { suggestionsTo, toAnswer, type SuggestionMark } from '../_shared/records/suggestions'
import { findUnit } from '../_shared/records/units'
import { monthOf } from '../_shared/rules/calendar'
import type { Handler } from '../_shared/serve'

const perPage = 50

export const handleList: Handler<typeof listSuggestions> = async ({ unitId, after }, { caller, now, refuse }) => {
  const unit = await findUnit(unitId, monthOf(now))
  if (!unit || !caller.may(listSuggestions.name, unit.path)) return refuse('unit-not-found')
  const found = await suggestionsTo(unitId, after === undefined ? null : markOf(after), perPage + 1)
  const page = found.slice(0, perPage)
  const last = page.at(-1)
  return { suggestions: page.map(toAnswer), after: last && found.length > perPage ? `${last.open ? 1 : 0}|${last.sentAt}|${last._id}` : null }
}

function markOf(after: string): SuggestionMark {
  const [open = '', sentAt = '', id = ''] = after.split('|')
  return { open: open === '1', sentAt, _id: id }
}
