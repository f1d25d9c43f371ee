/** 意见建议: written, answered, answered anew. */
import { answerSuggestion } from '../../contract/suggestions/answer'
import { sendSuggestion } from '../../contract/suggestions/send'
import { newRecordId, valueOf, type Evening } from '../functions/community-evening'
import type { WritingCall } from './writing-call'

const wish = () => ({ recordId: newRecordId(), unitId: 'yuyin', text: '东门的路灯晚上不亮', callName: '张阿姨' })

async function sent(evening: Evening): Promise<string> {
  return valueOf(await evening.call('zhang', sendSuggestion, wish())).suggestionId
}

export const suggestionCalls: readonly WritingCall[] = [
  {
    call: 'suggestions/send', when: 'signed',
    async stage(evening) {
      const input = wish()
      return () => evening.call('zhang', sendSuggestion, input)
    },
  },
  {
    call: 'suggestions/answer', when: 'for the first time',
    async stage(evening) {
      const input = { recordId: newRecordId(), suggestionId: await sent(evening), rev: 0, text: '已经报修，周五修好' }
      return () => evening.call('lin', answerSuggestion, input)
    },
  },
  {
    call: 'suggestions/answer', when: 'anew, by the street',
    async stage(evening) {
      const suggestionId = await sent(evening)
      valueOf(await evening.call('lin', answerSuggestion, { recordId: newRecordId(), suggestionId, rev: 0, text: '已经报修' }))
      const input = { recordId: newRecordId(), suggestionId, rev: 1, text: '修好了' }
      return () => evening.call('he', answerSuggestion, input)
    },
  },
]
