import type { monthTotals } from '#contract/totals/month'
import type { Refusals } from '../../../stores/failure-words'

export const refusals: Refusals<typeof monthTotals> = { 'unit-not-found': '没有找到这个单位，换一个单位看看' }

export const words = {
  refresh: '更新',
  refreshing: '正在更新…',
  otherMonth: '换月',
  emptyTitle: (month: string) => `${month}还没有记录`,
  emptySentence: '活动签到和工作记录一来，这里自己加起来。',
  unnamedWhy: '没有报上名字的人算在人次里，不算在人数里。',
  tableNote: '空着的是没有计数的，不是 0。实名人数按人重新数，不等于各单位相加。',
  closed: (day: string) => `${day}办结`,
  closedNote: '数字是批准时的，不再变。后来的记作更正。',
  failedTitle: '数没取到',
}
