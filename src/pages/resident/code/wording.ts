import type { Receipt } from '#contract/values'
import type { checkInSelf } from '#contract/attendance/check-in-self'
import type { claimFace } from '#contract/people/claim-face'
import type { entryKey } from '#contract/registrations/entry-key'
import type { Refusals } from '../../../stores/failure-words'

export const keyRefusals: Refusals<typeof entryKey> = {
  'event-not-found': '这个活动找不到了',
  'event-cancelled': '这个活动取消了，不用去了',
  'not-registered': '还没有报上名，没有入场码。到了门口可以扫门口的码签到',
}

export const selfRefusals: Refusals<typeof checkInSelf> = {
  'session-not-found': '这个活动找不到了，请跟网格员说一声',
  'no-registration-needed': '这个活动不用签到，直接进就行',
  'check-in-closed': '现在不是这一场签到的时间',
  'record-id-taken': '没记上，请再扫一次',
  'code-unreadable': '这不是邻里的门口码，请扫网格员手机上的那个',
  'code-forged': '这个码核对不上，不能用。请跟网格员说您的称呼',
  'code-stale': '这个码过期了，可能是照片。请扫网格员手机上现在的码',
  'code-of-another-day': '这是别的日子的码，请扫今天门口的码',
  'code-of-a-resident': '这是一位居民自己的码，请扫网格员手机上的门口码',
}

export const takeOverRefusals: Refusals<typeof claimFace> = {
  'code-not-valid': '这个码过期了，或者用过了。请网格员再出一个',
  'has-own-records': '这个微信已经有自己的记录了，两个人的记录不能合成一个。以后用这个微信报名就行',
}

export const takeOverWords = {
  question: '以后用自己的微信报名？',
  what: '以前按称呼签的到还算您的，邻居替您报的名归您自己管。',
  yes: '用自己的微信',
  no: '先不',
  busy: '正在换…',
  done: (callName: string) => `换好了，${callName}。以后您自己报名，也可以看这里的入场码。`,
}

export const words = {
  title: '入场码',
  callName: (callName: string) => `扫不出来，就跟网格员说“${callName}”。`,
  forwarded: '这是您自己的码，别转给别人：一分钟里谁拿着都能用。',
  notFetched: '入场码没取到。没有码也能进：到门口说您的称呼就行。',
  none: '还没有要去的活动',
  noneWords: '报了名，这里就有入场码。没报名也能去的活动，到门口扫网格员手机上的码。',
  scan: '扫门口的码签到',
  noCamera: '相机没打开，请跟网格员说您的称呼',
  scanning: '正在签到…',
  again: '再试一次',
  copy: '复制码的文字',
  copied: '复制好了',
} as const

/** 签到好了, and what of the party. */
export function inWords({ partySize, present, outcome }: { partySize: number; present: number; outcome: Receipt['outcome'] }, inSince: string): string {
  if (outcome === 'already-there') return `${inSince}已经签过到了，直接进就行。`
  if (partySize === 0) return '您没报名，记您 1 位。一起来的人请跟网格员说一声。'
  return present === 1 ? '1 位，都记上了。' : `一行 ${present} 位，都记上了。`
}
