/** What a worker reads of a record that did not reach the community: why, and what to do. */
import { dayUnsure, wordsLost, type Queued } from '../../stores/queue/queue'
import type { InQueue, QueuedRecord, Trouble } from '../../stores/queue/queued-record'
import { wordsOf } from '../../stores/failure-words'
import { logRefusals, quietRefusals } from './log-wording'
import { doorRefusals, faceRefusals, scanRefusals } from './roster/wording'
import { correctRefusals } from './today/wording'

/** Beside 待上传, wherever it stands. */
export const mayBeLost = '删除小程序或清理微信缓存会丢失未上传的记录。'

const refusals: Record<QueuedRecord['call'], Record<string, string>> = {
  'attendance/check-in': doorRefusals,
  'attendance/meet-face': faceRefusals,
  'attendance/undo': doorRefusals,
  'attendance/walk-in': doorRefusals,
  'attendance/headcount': doorRefusals,
  'attendance/check-in-code': scanRefusals,
  'work/log': logRefusals,
  'work/correct': correctRefusals,
  'work/quiet-month': quietRefusals,
}

export function whyRefused({ call, refused }: InQueue): string {
  if (refused?.failure === dayUnsure) return '手机时间可能不准，这笔是哪一天的？'
  if (refused?.failure === wordsLost) return '当时写的称呼，这部手机读不出来了'
  return refused ? wordsOf(refused as never, refusals[call] as never) : ''
}

const toDo: Record<string, string> = {
  'check-in-closed': '当时人真的来了的，请在 7 天内按纸质签到补记，或请管理员补录。',
  'session-not-found': '活动可能取消了，或换了单位。请问问管理员。',
  'person-not-found': '在这一场用现场登记再记一次。',
  'more-than-the-party': '回名单改人数，多来的人用现场登记。',
  'no-registration-needed': '在这一场点清点，记现场有多少人。',
  'names-not-kept': '不写称呼，再登记一次。',
  'community-unclear': '在活动首页选好您的社区，再点再试一次。',
  'words-refused': '换个说法再登记一次，或者只记人数。',
  [wordsLost]: '看看名单上有没有这一位；没有的，再记一次。',
  'record-id-taken': '看看社区现在记的对不对；少了的，再记一次。',
  'not-allowed': '请管理员看看您的权限，开好了再点再试一次。',
  'unit-not-found': '换一个网格，再记一笔。',
  'month-in-future': '看看手机的日期，到了那个月再说。',
  'day-in-future': '看看手机的日期，再记一笔。',
  'day-too-old': '请交给社区补录。',
  'quantity-too-large': '核对一下数，再记一笔。',
  'entry-not-found': '在今天页看看这一笔还在不在。',
  'changed-meanwhile': '在今天页看看现在的数；还不对的，再更正一次。',
}

export function whatToDo({ call, refused }: InQueue): string {
  if (refused?.failure === dayUnsure) return '选好日子就上传。'
  const known = toDo[refused?.failure ?? '']
  if (known) return known
  return call === 'attendance/check-in-code' ? '请问称呼，在名单上签到。' : '可以再试一次；还是不行，请告诉管理员。'
}

/** What the phone could not even keep. */
const unkept: Record<Extract<Queued, { ok: false }>['failure'], string> = {
  'no-room': '手机里没有空间了，这一次没记下。请先连上网，等待上传的传完，或清理手机后再记',
  'no-seal': '这部手机不能把写的字加密保存，这一次没记下。不写称呼、备注就能记',
  'bad-input': '填写的内容不对，请检查后再记',
  'record-id-taken': '这一条记过了，内容不一样',
}

export function whyUnkept({ failure, message }: Extract<Queued, { ok: false }>): string {
  return failure === 'bad-input' && message ? message : unkept[failure]
}

/** Why what waits is still here; null: it is only just being sent. */
export function whyWaiting(failed: Trouble | null): string | null {
  if (failed === null) return null
  if (failed.failure === 'offline') return '没连上网，有信号就自己上传。'
  if (failed.failure === 'no-receipt') return '还没收到社区的回执，过一会儿自己再传。'
  return failed.failure === 'locked' ? '手机暂时读不出写的字，过一会儿自己再试。' : '社区那边忙，过一会儿自己再试。'
}
