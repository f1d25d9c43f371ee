import type { cancelEvent } from '#contract/events/cancel'
import type { listDrafts } from '#contract/events/drafts'
import type { listEvents } from '#contract/events/list'
import type { publishEvent } from '#contract/events/publish'
import type { Refusals } from '../../../stores/failure-words'

export const listRefusals: Refusals<typeof listEvents> & Refusals<typeof listDrafts> = { 'range-too-long': '日子太长了，缩短一些再看', 'unit-not-found': '没有找到这个单位，换一个单位看看' }
export const publishRefusals: Refusals<typeof publishEvent> = { 'event-not-found': '这个活动不在了，更新一下再看', 'event-cancelled': '这个活动已经取消，不能再发布' }
export const cancelRefusals: Refusals<typeof cancelEvent> = { 'event-not-found': '这个活动不在了，更新一下再看', 'already-started': '活动已经开始，不能取消了', 'words-refused': '里面有不合适的字句，请换个说法' }

export const words = {
  newEvent: '办活动',
  campaigns: '主题月、宣传周',
  drafts: '草稿',
  coming: '要办的',
  past: '近一个月办过的',
  publish: '发布',
  publishing: '正在发布…',
  open: '通知、名单',
  openOf: (title: string) => `${title}：通知、名单`,
  answers: '看回答',
  answersOf: (title: string) => `${title}：看回答`,
  photos: '照片',
  photosOf: (title: string) => `${title}：照片`,
  cancel: '取消活动',
  cancelTitle: (title: string) => `取消「${title}」`,
  cancelNote: '居民会看到活动取消了。名单和原因都留着。',
  reason: '为什么取消',
  reasonHint: '例如：下雨，场地借不到了',
  reasonMissing: '请写一句原因，留在记录里',
  cancelNow: '就这样取消',
  cancelling: '正在取消…',
  keep: '先不取消',
  cancelled: '已取消',
  emptyTitle: '还没有活动',
  emptySentence: '办一个活动，居民就能看到、报名。',
  failedTitle: '活动没取到',
  more: '还有更多活动，这里只列出前面的。',
}
