import type { draftReport } from '#contract/reports/draft'
import type { Refusals } from '../../../stores/failure-words'

export const refusals: Refusals<typeof draftReport> = { 'unit-not-found': '没有找到这个单位，换一个单位看看', 'no-such-snapshot': '没有这一份' }

export const words = {
  draft: '草稿',
  word: '下载 Word',
  making: '正在生成…',
  made: (name: string) => `「${name}」下载好了`,
  notFetched: '文件生成了，没取下来，再点一次',
  copy: '复制全文',
  copied: '全文已复制',
  notCopied: '没复制上，长按文字也能复制',
  fixed: '跟着事实走，不能改',
  open: '打开依据',
  otherMonth: '换月',
  tableTitle: '附表1　指标',
  eventsTitle: '附表2　活动',
  failedTitle: '总结没取到',
}
