import type { checkIn } from '#contract/attendance/check-in'
import type { checkInCode } from '#contract/attendance/check-in-code'
import type { facesAtDoor, meetFace } from '#contract/attendance/faces'
import type { headcount } from '#contract/attendance/headcount'
import type { roster } from '#contract/attendance/roster'
import type { undo } from '#contract/attendance/undo'
import type { walkIn } from '#contract/attendance/walk-in'
import type { faceCode } from '#contract/attendance/face-code'
import type { revealPhone } from '#contract/registrations/reveal-phone'
import type { Refusals } from '../../../stores/failure-words'

export const words = {
  clockAhead: '手机时间已经过了这一场的签到时间。要是时间不对，照常签到，联网后会核对。',
}

export const rosterRefusals: Refusals<typeof roster> = {
  'session-not-found': '这一场找不到了，或不归您签到',
}

/** Of every record made at the door. */
export const doorRefusals: Refusals<typeof checkIn | typeof undo | typeof walkIn | typeof headcount> = {
  'session-not-found': '这一场找不到了，或不归您签到',
  'person-not-found': '名单上没有这个人，请用现场登记',
  'check-in-closed': '现在不是这一场的签到时间',
  'more-than-the-party': '超过了报名的人数，多的人请用现场登记',
  'no-registration-needed': '这一场只清点人数，不签到',
  'names-not-kept': '这一场不记称呼，只记人数',
  'record-id-taken': '这一条记过了，内容不一样。请看看名单上现在的样子',
}

export const faceRefusals: Refusals<typeof facesAtDoor | typeof meetFace> = {
  'session-not-found': '这一场找不到了，或不归您签到',
  'names-not-kept': '这一场不记称呼，只记人数',
  'community-unclear': '不知道是哪个社区的邻居',
  'words-refused': '称呼没有通过检查',
  'check-in-closed': doorRefusals['check-in-closed'],
  'record-id-taken': doorRefusals['record-id-taken'],
}

export const faceCodeRefusals: Refusals<typeof faceCode> = {
  'session-not-found': '这一场找不到了，或不归您签到',
  'names-not-kept': '这一场不记称呼，只记人数',
  'person-not-found': '这位熟面孔找不到了，可能已经换成自己的微信',
}

export const handOverWords = {
  link: '熟面孔有微信了，换成本人的',
  title: '换成本人的微信',
  what: '本人在面前，手机也带着，再换。换好以后，以前的签到还算这一位，报名由本人自己来。',
  show: '出码',
  scan: (callName: string) => `请${callName}打开邻里：我的 → 入场码 → 扫门口的码，扫这个。`,
  lasts: '十分钟里有用，只能用一次。',
  label: (callName: string) => `${callName}换成本人微信的码`,
}

export const phoneRefusals: Refusals<typeof revealPhone> = {
  'event-not-found': '这个活动找不到了，或不归您管',
  'phone-not-found': '号码已经删了，或报名取消了',
  'record-id-taken': '没有取到，请关上再试一次',
}

export const scanRefusals: Refusals<typeof checkInCode> = {
  'session-not-found': '这一场找不到了，或不归您签到',
  'no-registration-needed': '这一场只清点人数，不签到',
  'check-in-closed': '现在不是这一场的签到时间',
  'person-not-found': '这张码的主人已经不在邻里了，请用现场登记',
  'record-id-taken': '这一次没记上，请再扫一遍',
  'code-unreadable': '这不是邻里的码。请对方打开 我的，再点入场码',
  'code-forged': '这个码核对不上，不能用。请问称呼，在名单上签到',
  'code-stale': '这个码过期了，可能是截图。请对方打开手机上现在的入场码',
  'code-of-another-event': '这是别的活动的入场码，不是这一场的',
  'code-of-another-session': '这是这个活动另一场的入场码，不是这一场的',
  'code-of-another-day': '这是别的日子的入场码，请对方打开今天的',
  'code-of-the-venue': '这是门口码，是给居民扫的。请扫居民自己的入场码',
  'card-replaced': '这张码卡换过新的了，旧卡不能用。请问称呼，在名单上签到',
}
