import type { getEvent } from '#contract/events/get'
import type { cancelRegistration } from '#contract/registrations/cancel'
import type { register } from '#contract/registrations/register'
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
  'already-registered': '您已经报过名了。要改人数，先取消，再报一次',
}

export const cancelRefusals: Refusals<typeof cancelRegistration> = {
  'not-registered': '您没有报名，不用取消',
  'too-late': '已经过了能取消的时间',
}
