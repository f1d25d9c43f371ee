import type { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import type { correctWork } from '#contract/work/correct'
import type { listWork } from '#contract/work/list'
import type { Refusals } from '../../../stores/failure-words'

export const words = {
  clockAhead: '没有信号，不知道这些活动结束了没有。要是手机时间不对，照常签到，联网后会核对。',
}

export const sessionsRefusals: Refusals<typeof sessionsOfDay> = {}

export const listRefusals: Refusals<typeof listWork> = {
  'unit-not-found': '这个网格找不到了，请换一个',
  'range-too-long': '一次看不了这么长的时间',
}

export const correctRefusals: Refusals<typeof correctWork> = {
  'entry-not-found': '这一笔找不到了，或者不归您改',
  'changed-meanwhile': '这一笔刚才被改过，已换成最新的，请再看一眼',
  'day-in-future': '这一天还没到',
  'day-too-old': '这一天太久了，请交给社区更正',
  'quantity-too-large': '数太大了，请核对',
  'only-a-soft-number': '这一项没有准数，请选余、多、近或约',
  'thousand-is-1000': '上千记作 1000，不用再填数',
  'record-id-taken': '这一次更正记过了，内容不一样。请看看现在的数',
  'only-a-plain-reason': '这一项只记数，原因请从列出的里选一个',
}
