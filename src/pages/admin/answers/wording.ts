import type { answersToQuestions } from '#contract/registrations/answers'
import type { Refusals } from '../../../stores/failure-words'

export const answersRefusals: Refusals<typeof answersToQuestions> = { 'event-not-found': '这个活动不在了，更新一下再看' }

export const words = {
  title: '回答',
  sum: (parties: number) => `${parties} 份回答，一起报名的算一份`,
  parties: (parties: number) => `${parties} 份`,
  everybody: '谁怎么答的',
  people: (partySize: number) => `${partySize}\u00A0人`,
  note: '只用来办好这次活动，活动结束 90 天后删除。',
  emptyTitle: '还没有人回答',
  emptySentence: '有人报名并回答了，就看得到。',
  failedTitle: '回答没取到',
}
