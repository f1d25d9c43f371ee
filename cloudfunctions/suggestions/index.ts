import { answerSuggestion } from '../../contract/suggestions/answer'
import { listSuggestions } from '../../contract/suggestions/list'
import { mySuggestions } from '../../contract/suggestions/mine'
import { sendSuggestion } from '../../contract/suggestions/send'
import { bind, serve } from '../_shared/serve'
import { handleAnswer } from './answer'
import { handleList } from './list'
import { handleMine } from './mine'
import { handleSend } from './send'

export const main = serve('suggestions', [
  bind(sendSuggestion, handleSend),
  bind(mySuggestions, handleMine),
  bind(listSuggestions, handleList),
  bind(answerSuggestion, handleAnswer),
])
