import type { figureFacts } from '#contract/totals/facts'
import type { Refusals } from '../../../stores/failure-words'

export const refusals: Refusals<typeof figureFacts> = {
  'unit-not-found': '没有找到这个单位，回到汇总再看看',
  'campaign-not-found': '没有找到这个主题月，回到汇总再看看',
  'no-such-figure': '这段时间没有这一项了，回到汇总再看看',
  'still-counting': '数正在重新统计，过几分钟再看',
}
export const words = { title: '依据', failedTitle: '依据没取到', brokenAddress: '回到汇总，再点一次那个数。' }
