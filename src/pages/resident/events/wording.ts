import type { chooseCommunity } from '#contract/people/choose-community'
import type { listEvents } from '#contract/events/list'
import type { Refusals } from '../../../stores/failure-words'

export const listRefusals: Refusals<typeof listEvents> = {
  'range-too-long': '一次看不了这么长的时间',
  'unit-not-found': '这个社区找不到了，请重新选一个',
}

export const chooseRefusals: Refusals<typeof chooseCommunity> = {
  'unit-not-found': '这个社区找不到了，请选别的',
}

export const ranges = { week: '本周', month: '本月', later: '往后' } as const
export type Range = keyof typeof ranges

const nothing = { week: '这周没有', month: '这个月没有', later: '往后还没有' } as const

/** 这周没有座谈会. */
export function nothingOn(range: Range, kind: string | null): string {
  return `${nothing[range]}${kind ?? '活动'}`
}
