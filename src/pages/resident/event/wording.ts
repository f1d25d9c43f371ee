import type { getEvent } from '#contract/events/get'
import type { posterCode } from '#contract/events/poster-code'
import type { addFace } from '#contract/people/add-face'
import type { phoneFromWechat } from '#contract/people/phone-from-wechat'
import type { cancelRegistration } from '#contract/registrations/cancel'
import type { changeParty } from '#contract/registrations/change'
import type { register } from '#contract/registrations/register'
import type { takeOffer } from '#contract/registrations/take-offer'
import type { undoCancel } from '#contract/registrations/undo-cancel'
import type { Refusals } from '../../../stores/failure-words'

export const getRefusals: Refusals<typeof getEvent> = {
  'event-not-found': '这个活动找不到了',
}

export const registerRefusals: Refusals<typeof register> = {
  'event-not-found': '这个活动找不到了，可能已经撤下',
  'event-cancelled': '活动取消了，不用报名了',
  'no-registration-needed': '不用报名，直接来',
  'session-not-found': '这一场有变动，请重新选一场',
  'registration-not-open': '还没开始报名',
  'registration-closed': '报名已经结束',
  'party-too-large': '一起来的人太多了，请减少人数',
  'person-not-found': '这位邻居找不到了，请重新添加',
  'answer-missing': '还有问题没有回答',
  'answer-wrong': '有一个回答不对，请看一看',
  'words-refused': '填写的内容没有通过检查，请换个说法',
  'already-registered': '已经报过名了。要改人数，请在报名单下面点“改人数”',
}

export const cancelRefusals: Refusals<typeof cancelRegistration> = {
  'not-registered': '您没有报名，不用取消',
  'too-late': '已经过了能取消的时间。来不了，请告诉社区',
}

export const changeRefusals: Refusals<typeof changeParty> = {
  'not-registered': '报名有变动，请看看现在的情况',
  'no-room': '名额不够，加不了这么多人',
  'party-too-large': '一起来的人太多了，请减少人数',
  'too-late': '活动已经开始，改不了了',
}

export const undoRefusals: Refusals<typeof undoCancel> = {
  'not-registered': '报名有变动，请看看现在的情况',
  'no-room': '名额已经给了别人，撤回不了了。可以再报名排候补',
  'too-late': '过了半分钟，撤回不了了。可以再报名',
}

export const offerRefusals: Refusals<typeof takeOffer> = {
  'not-registered': '您已经不在候补名单上了',
  'no-room': '这个名额刚被别人要走了，您还在候补名单上',
  'too-late': '活动已经开始，来不及了',
}

const fieldNames: Record<string, string> = { callName: '称呼', building: '楼号', face: '哪位邻居', faceName: '邻居的称呼', faceBuilding: '邻居的楼号', phone: '电话' }

/** The field itself may be out of sight, so it is named at the button too; its sentence stands under it. Short: in 特大 a line has seven letters. */
export function toLookAt(fields: readonly string[]): string {
  return `${[...new Set(fields.map((field) => fieldNames[field] ?? '回答'))].join('、')}要看一看，标出来了`
}

export const neighbourRefusals: Refusals<typeof register> = { ...registerRefusals, 'already-registered': '这位邻居已经有人替报过名了。如果是另一位，添一位，把楼号也写上' }
export const faceRefusals: Refusals<typeof addFace> = {
  'choose-community-first': '请先在活动首页选好您的社区，再替邻居报名',
  'too-many': '您添加的邻居太多了，请从名单里选一位',
  'words-refused': '邻居的称呼没有通过检查，请换个说法',
}

export const wechatPhoneRefusals: Refusals<typeof phoneFromWechat> = {
  'code-over': '号码没有取到，请再点一次，或者自己填',
  'number-from-abroad': '这不是国内的号码，请填一个国内的',
}

/** Nothing was typed; whether the tap arrived, nobody knows here. It may be made again. */
export const notHeard = '没连上网，不知道办成了没有。连上以后看一看，没办成就再点一次。'

export const posterRefusals: Refusals<typeof posterCode> = {
  'event-not-found': '这个活动没有海报',
}
