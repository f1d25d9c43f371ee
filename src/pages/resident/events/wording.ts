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
/** In the sheet of large type, said whole. */
export const rangesInFull: Record<keyof typeof ranges, string> = { later: '往后都看', week: '只看本周', month: '只看本月' }
export type Range = keyof typeof ranges

export const pickWords = { button: '挑一挑', days: '哪几天', kinds: '哪一类', all: '全部', done: '看活动' }

/** 本周 讲座; null: nothing is picked. */
export function pickedWords(range: Range, kind: string | null): string | null {
  const picked = [range === 'later' ? null : ranges[range], kind].filter((one) => one !== null)
  return picked.length === 0 ? null : picked.join(' ')
}

const nothing = { week: '这周没有', month: '这个月没有', later: '往后还没有' } as const

/** 这周没有座谈会. */
export function nothingOn(range: Range, kind: string | null): string {
  return `${nothing[range]}${kind ?? '活动'}`
}
