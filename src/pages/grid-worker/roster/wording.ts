import type { checkIn } from '#contract/attendance/check-in'
import type { headcount } from '#contract/attendance/headcount'
import type { roster } from '#contract/attendance/roster'
import type { undo } from '#contract/attendance/undo'
import type { walkIn } from '#contract/attendance/walk-in'
import type { revealPhone } from '#contract/registrations/reveal-phone'
import type { Refusals } from '../../../stores/failure-words'

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

export const phoneRefusals: Refusals<typeof revealPhone> = {
  'event-not-found': '这个活动找不到了，或不归您管',
  'phone-not-found': '号码已经删了，或报名取消了',
  'record-id-taken': '没有取到，请关上再试一次',
}
