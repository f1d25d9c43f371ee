import type { monthTotals } from '#contract/totals/month'
import type { periodTotals } from '#contract/totals/of-period'
import type { Refusals } from '../../../stores/failure-words'

export const refusals: Refusals<typeof monthTotals> & Refusals<typeof periodTotals> = { 'unit-not-found': '没有找到这个单位，换一个单位看看', 'campaign-not-found': '没有找到这个主题月，换个时段看看', 'still-counting': '数正在重新统计，过几分钟再看' }

export const words = {
  refresh: '更新',
  refreshing: '正在更新…',
  otherPeriod: '换时段',
  kinds: [{ key: 'month', text: '按月' }, { key: 'quarter', text: '按季' }, { key: 'year', text: '按年' }, { key: 'days', text: '日期' }] as const,
  campaigns: '主题月、宣传周',
  ofCampaign: '只数计入这个主题月的活动和记录，起止日期以内的。引用数不在里面。',
  tags: '看计入了哪些',
  emptyCampaign: '计入它的活动办过、工作记过，这里自己加起来。',
  from: '从哪一天',
  to: '到哪一天',
  look: '看这段时间',
  whyTitle: '人数为什么不能相加',
  whyOnce: '人数数的是人：同一位居民来过几次、去过几个社区、参加过几类活动，在这里都只算一位。人次数的是来了多少回，可以相加。',
  whySum: (sum: number, value: number) => (sum === value ? `各单位的人数加起来正好也是 ${sum}：没有人去过两处。` : `各单位的人数加起来是 ${sum}，按人重新数是 ${value}：有人去过不止一处。`),
  whyUnnamed: '没有报上名字的人算在人次里，不算在人数里。',
  whyHowMany: (unnamed: string) => `这里${unnamed}。`,
  emptyTitle: (month: string) => `${month}还没有记录`,
  emptySentence: '活动签到和工作记录一来，这里自己加起来。',
  unnamedWhy: '没有报上名字的人算在人次里，不算在人数里。',
  tableNote: '空着的是没有计数的，不是 0。实名人数按人重新数，不等于各单位相加。',
  closed: (day: string) => `${day}办结`,
  closedNote: '数字是批准时的，不再变。后来的记作更正。',
  failedTitle: '数没取到',
  back: (period: string) => `看${period}`,
}
