import type { answerSuggestion } from '#contract/suggestions/answer'
import type { listSuggestions } from '#contract/suggestions/list'
import { clockOf, dayOf } from '../../../stores/calendar'
import type { Refusals } from '../../../stores/failure-words'
import { dayWords } from '../figures/months'

export const listRefusals: Refusals<typeof listSuggestions> = { 'unit-not-found': '没有找到这个单位，换一个单位看看' }
export const answerRefusals: Refusals<typeof answerSuggestion> = {
  'suggestion-not-found': '这一条不在了',
  'changed-meanwhile': '刚刚有人答复过，先看看那一条。您写的还在。',
  'answered-too-often': '改过 20 次了，不能再改',
  'words-refused': '里面有不合适的字句，改一改再发。这一条没有发出去。',
  'record-id-taken': '没发出去，请再点一次',
}

export const words = {
  open: '等着答复的',
  answered: '答复过的',
  unsigned: '没有署名',
  answer: '答复',
  change: '改答复',
  by: '答复',
  title: '答复',
  text: '怎么答复',
  textMissing: '请写几句',
  note: '写的人看得到这些字，别人看不到。',
  send: '发出',
  sending: '正在发…',
  more: '再看后面的',
  fetching: '正在取来…',
  emptyTitle: '还没有人写来',
  emptySentence: (unit: string) => `写给${unit}的意见建议会在这里。`,
  failedTitle: '没取到',
  /** What is heard of a button: 答复，东门的路灯晚上不亮. */
  about: (act: string, text: string) => `${act}，${text.replace(/\s+/g, ' ').slice(0, 20)}`,
}

/** 11月27日 18:20; another year is named. */
export function whenWords(at: string, today: string): string {
  const day = dayOf(at)
  return `${day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)}年`}${dayWords(day)} ${clockOf(at)}`
}
