import type { sheetRows } from '#contract/attendance/sheet'
import type { signInSheet } from '#contract/reports/sign-in-sheet'
import type { Refusals } from '../../../stores/failure-words'
import type { Queued } from '../../../stores/queue/queue'

export const sheetRefusals: Refusals<typeof sheetRows> = { 'session-not-found': '这一场找不到了，或不归您签到' }
export const printRefusals: Refusals<typeof signInSheet> = { 'session-not-found': '这一场找不到了，或已经取消' }

const kept: Record<Extract<Queued, { ok: false }>['failure'], string> = {
  'no-room': '手机空间满了，没全记下。清一些空间再点记下，记过的不会重复',
  'no-seal': '这部手机存不住称呼，去掉称呼再点记下',
  'bad-input': '有一处填得不对，请看看',
  'record-id-taken': '这一条记过了',
}

export function keptWords(queued: Queued): string | null {
  return queued.ok ? null : queued.message ?? kept[queued.failure]
}
