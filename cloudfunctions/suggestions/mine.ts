import type { mySuggestions } from '../../contract/suggestions/mine'
import { newestAnswer, suggestionsBy } from '../_shared/records/suggestions'
import { findUnits } from '../_shared/records/units'
import type { Handler } from '../_shared/serve'

const mostShown = 50

export const handleMine: Handler<typeof mySuggestions> = async (_, { caller }) => {
  const found = await suggestionsBy(caller.personKey, mostShown)
  const units = await findUnits(found.map(({ unitId }) => unitId))
  return {
    suggestions: found.map(({ _id, unitId, text, callName, sentAt, answers }) => ({ id: _id, unitName: units.get(unitId)?.name ?? '', text, callName, sentAt, answer: newestAnswer(answers) })),
  }
}
