import type { listPhotos } from '#contract/evidence/list'
import type { Refusals } from '../../../stores/failure-words'

export const listRefusals: Refusals<typeof listPhotos> = { 'event-not-found': '这个活动不在了', 'entry-not-found': '这一笔不在了', 'session-not-found': '这一场不在了' }

export const words = {
  title: '活动照片',
  note: '照片可拍可不拍。存好以后只有社区工作人员看得到，公开不公开由社区决定。',
  save: '存到这个活动',
  saved: '已保存到社区的',
  none: '还没有。',
  what: '这些照片',
  large: (number: number, taken: string) => `第 ${number} 张照片，${taken}，点开看大图`,
  toGroup: (number: number) => `第 ${number} 张照片发到群里`,
  noSignal: '没有信号，社区已有的照片这会儿看不到。照样可以拍，照片先存在这部手机里，联网后自动上传。',
  unknownWithoutSignal: '这一场的名称还没取到。可以先用手机相机拍，有信号了再从相册选进来。',
  theDay: '今天的活动',
  unknown: '没找到这一场，请回今天页再点一次。',
}
