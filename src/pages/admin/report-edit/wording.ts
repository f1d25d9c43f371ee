import type { beginText, eventsToTell, restoreText, saveText } from '#contract/reports/text'
import type { Refusals } from '../../../stores/failure-words'

const closed = { 'unit-not-found': '没有找到这个单位，换一个单位看看', 'no-report-of-a-grid': '网格不单独写总结', 'handed-in': '已经提交了，退回来以后才能再改', 'already-closed': '这个月已经办结了，文字不再变' } as const
export const beginRefusals: Refusals<typeof beginText> = closed
export const saveRefusals: Refusals<typeof saveText> = { ...closed, 'not-begun': '请退出去重新打开', 'too-long': '总结太长了，请删去一些再添' }
export const restoreRefusals: Refusals<typeof restoreText> = { ...closed, 'not-begun': '请退出去重新打开', 'no-such-version': '没有这一版', 'changed-meanwhile': '刚刚有人又改了，看过再恢复' }

export const eventsRefusals: Refusals<typeof eventsToTell> = { 'unit-not-found': closed['unit-not-found'] }

export const words = {
  title: '改总结',
  failedTitle: '没打开',
  brokenAddress: '地址不对，请从总结里打开',
  saved: '已保存',
  saving: '正在保存…',
  waiting: '正在改，稍后自动保存',
  offline: '没连上网，先存在这台手机上，连上了自动保存',
  how: '点一段就能改。〔〕里的数跟着事实走，不用改，也改不了；删掉了可以撤销。',
  warned: '这些话微信不让公开发布。总结不公开，已经照样保存，请再看看。',
  undo: '撤销',
  done: '改好了',
  changedBy: (name: string, when: string) => `${name} ${when}改过`,
  mine: '您',
  open: (start: string) => `改这一段：${start}`,
  editing: { title: '标题', heading: '小标题', paragraph: '这一段' },
  close: '收起',
  copy: '复制本段',
  copied: '本段已复制',
  notCopied: '没复制上，长按文字也能复制',
  add: '下面加一段',
  tell: '加一个活动',
  tellThis: (title: string) => `加上${title}`,
  eventsOf: (name: string) => `${name}的活动`,
  otherPart: '换一个单位',
  loadingEvents: '正在取这个月的活动…',
  noEvents: '这个月还没有办过的活动',
  askAgain: '再试一次',
  remove: '删掉这段',
  removed: '删掉了一段，可以撤销',
  newText: '',
  empty: '（空着，不会印出来）',
  figures: '放一个数到光标处',
  figureLabel: (zh: string, print: string) => `放${zh}${print}`,
  more: '全部的数',
  conflict: (name: string) => `${name}也改了这一段：`,
  gone: '别人把这一段删掉了',
  takeMine: '用我的',
  takeTheirs: '用对方的',
  somebody: '别人',

  versions: '历次改动',
  drafted: '系统起草',
  seeing: (who: string) => `${who}的一版`,
  restore: '恢复成这一版',
  restoring: '正在恢复…',
  restored: '恢复好了，原来的也还在历次改动里',
  redraft: '按现在的事实重新起草',
  redraftQuestion: '重新起草？',
  redraftWords: '改过的文字换成系统现在会写的。原来的留在历次改动里，随时可以恢复。',
  no: '再想想',
  back: '回到各版',
} as const
