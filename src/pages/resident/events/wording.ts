import type { chooseCommunity } from '#contract/people/choose-community'
import type { listEvents } from '#contract/events/list'
import type { Refusals } from '../../../stores/failure-words'

export const listRefusals: Refusals<typeof listEvents> = {
  'range-too-long': '一次看不了这么长的时间',
}

export const chooseRefusals: Refusals<typeof chooseCommunity> = {
  'unit-not-found': '这个社区找不到了，请选别的',
}

export const words = {
  choose: '选我的社区',
  everywhere: '这里是各社区的活动，选好社区只看身边的',
  more: '再看后面的',
  loading: '正在取来…',
  past: '看看办过的活动',
  noCommunities: '社区还没取到',
}

export const ranges = { week: '本周', month: '本月', later: '往后' } as const
export type Range = keyof typeof ranges

const nothing = { week: '这周没有', month: '这个月没有', later: '往后还没有' } as const

/** 这周没有座谈会. */
export function nothingOn(range: Range, kind: string | null): string {
  return `${nothing[range]}${kind ?? '活动'}`
}
