import type { logWork } from '#contract/work/log'
import type { quietMonth } from '#contract/work/quiet-month'
import type { Refusals } from '../../stores/failure-words'

export const logRefusals: Refusals<typeof logWork> = {
  'unit-not-found': '这个网格找不到了，请换一个',
  'day-in-future': '这一天还没到',
  'day-too-old': '这一天太久了，请交给社区补录',
  'quantity-too-large': '数太大了，请核对，或分几笔记',
  'only-a-soft-number': '这一项没有准数，请选余、多、近或约',
  'no-notes-here': '这一项只记数，不写备注',
  'thousand-is-1000': '上千记作 1000，不用再填数',
  'record-id-taken': '这一笔已经记过，内容不一样。请回到今天页看看',
}

export const quietRefusals: Refusals<typeof quietMonth> = {
  'unit-not-found': '这个网格找不到了，请换一个',
  'month-in-future': '这个月还没到',
  'record-id-taken': '这一条记过了，内容不一样',
}
