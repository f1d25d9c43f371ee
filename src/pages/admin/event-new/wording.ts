import type { createEvent } from '#contract/events/create'
import type { publishEvent } from '#contract/events/publish'
import type { Refusals } from '../../../stores/failure-words'

export const refusals: Refusals<typeof createEvent> = {
  'unit-not-found': '没有找到主办的单位',
  'session-ends-before-it-starts': '结束要比开始晚',
  'session-too-long': '一场太长了，分成几场来办',
  'capacity-missing': '请填写名额',
  'registration-window-empty': '报名的起止时间对不上',
  'record-id-taken': '这个活动刚才存过了，回到活动里看看',
}
export const publishRefusals: Refusals<typeof publishEvent> = { 'event-not-found': '草稿没有找到，回到活动里看看', 'event-cancelled': '这个活动已经取消，不能再发布' }

export const words = {
  page: '办活动',
  host: (unit: string) => `由${unit}主办`,
  kind: '什么活动',
  title: '活动名称',
  titleHint: '例如：说说停车的事',
  place: '在哪里',
  placeHint: '例如：社区活动室 二楼',
  on: '哪一天',
  starts: '几点开始',
  ends: '几点结束',
  capacity: '多少名额',
  partyLimit: '一家最多报几人',
  who: '要不要报名',
  named: '要报名',
  countOnly: '只清点不留名',
  countOnlyNote: '不用报名，直接来。只数人数，不记名字。',
  clinic: '义诊只清点人数，不记名字，也不用报名。',
  save: '存为草稿',
  saving: '正在存…',
  savedTitle: '草稿存好了',
  savedSentence: '看一遍没有错，再发布。发布以后居民就能看到、报名。',
  publish: '发布',
  publishing: '正在发布…',
  places: (capacity: string, partyLimit: string) => `${capacity} 个名额，一家最多 ${partyLimit} 人`,
  later: '以后再发布',
  notAllowed: '办活动要管理员来办',
  fix: '有几处要改，都标出来了',
}
