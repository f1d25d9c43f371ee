import type { card } from '#contract/people/card'
import type { Kept } from '../../../platform/picture'
import type { Refusals } from '../../../stores/failure-words'

export const cardRefusals: Refusals<typeof card> = { 'person-not-found': '没有找到这位邻居' }

export const words = {
  title: '码卡',
  lines: ['到活动门口，请网格员扫一扫。', '扫不出来，说称呼就行。'],
  foot: (number: number) => `第 ${number} 张 · 丢了在邻里里换一张，旧的就不能用了`,
  what: '打印出来，或存在家里人的手机上。不带手机，也能签到。报没报名都能用。',
  saving: '正在画…',
  lost: '卡丢了，换一张新的',
  question: '换一张新的码卡？',
  questionWords: '旧卡就不能用了，新卡要重新打印。',
  unnamed: '居民',
} as const

export const keptWords: Record<Kept, string | null> = {
  kept: '码卡存好了', 'not-wanted': null, 'not-allowed': '要在微信的设置里允许邻里存到相册；也可以截图', failed: '没有存成，可以截图',
}
