import type { venueCode } from '#contract/attendance/venue-code'
import type { Refusals } from '../../../stores/failure-words'

export const venueRefusals: Refusals<typeof venueCode> = {
  'session-not-found': '这一场找不到了，或不归您签到',
  'no-registration-needed': '这一场只清点人数，不签到',
}

export const words = {
  title: '门口码',
  how: '请居民打开邻里，点 我的、入场码、扫门口的码签到。微信自带的扫一扫打不开它。',
  forwarded: '码每 30 秒换一次。有人拍照转发，一分钟里别处也能用，请看着点。',
  noSignal: '没连上网，码照样换，居民照样能扫。',
  clockDoubt: '手机时间可能不准，居民可能扫不上。连一下网就好；连不上，就在名单上签到。',
  print: '打印一张，挂在门口',
} as const
