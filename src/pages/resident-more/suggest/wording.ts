import type { sendSuggestion } from '#contract/suggestions/send'
import type { Refusals } from '../../../stores/failure-words'

export const sendRefusals: Refusals<typeof sendSuggestion> = {
  'unit-not-found': '没有找到这个单位，请换一个',
  'too-many-open': '您有 20 条还在等答复，等答复几条再写吧。写好的字先留在这里。',
  'words-refused': '里面有不合适的字句，改一改再发。这一条没有发出去。',
  'record-id-taken': '没发出去，请再点一次',
}

export const words = {
  page: '意见建议',
  what: '写给管理员，不公开。答复了就写在下面。',
  to: '写给',
  other: '换一个',
  toTitle: '写给哪里',
  toMissing: '请先选写给哪里',
  text: '您的意见建议',
  textHint: '最多 500 个字',
  textMissing: '请写几句',
  callName: '称呼（可以不写）',
  callNameHint: '不写，管理员看不到是谁写的',
  send: '发给管理员',
  sending: '正在发…',
  sent: '收到了。答复会写在下面。',
  mine: '我写过的',
  mineNone: '您写过的和答复会在这里。',
  mineFailed: '您写过的没取到',
  again: '再试一次',
  waiting: '还没有答复',
  answered: '答复',
  signed: (callName: string) => `署名 ${callName}`,
}
