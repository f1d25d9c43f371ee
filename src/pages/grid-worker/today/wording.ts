import type { sessionsOfDay } from '#contract/attendance/sessions-of-day'
import type { listWork } from '#contract/work/list'
import type { Refusals } from '../../../stores/failure-words'

export const sessionsRefusals: Refusals<typeof sessionsOfDay> = {}

export const listRefusals: Refusals<typeof listWork> = {
  'unit-not-found': '这个网格找不到了，请换一个',
  'range-too-long': '一次看不了这么长的时间',
}
