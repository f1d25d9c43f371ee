import type { albumVolume } from '#contract/reports/album'
import type { approveReport } from '#contract/reports/approve'
import type { draftReport } from '#contract/reports/draft'
import type { sendBackReport } from '#contract/reports/send-back'
import type { submitReport } from '#contract/reports/submit'
import type { SectionKind } from '#contract/reports/section-kind'
import type { ReportState } from '#contract/reports/way-up'
import type { Refusals } from '../../../stores/failure-words'

const noUnit = { 'unit-not-found': '没有找到这个单位，换一个单位看看' } as const
const closed = { 'already-closed': '这个月已经办结了' } as const
const handed = { ...noUnit, ...closed, 'not-submitted': '还没有提交，或者已经退回了', 'another-snapshot': '又提交了新的一份，先看看那一份', 'own-submission': '自己提交的，要请另一位管理员来办', 'approved-from-above': '这里由上级单位的管理员来办' } as const

export const refusals: Refusals<typeof draftReport> = { ...noUnit, 'no-such-snapshot': '没有这一份', 'days-not-in-order': '开始的日期要在结束的前面', 'too-many-days': '一次最多一年', 'campaign-not-found': '没有找到这个主题月，换一个看看' }
export const submitRefusals: Refusals<typeof submitReport> = {
  ...noUnit, ...closed,
  'no-report-of-a-grid': '网格不单独写总结，由社区一起提交',
  'month-not-over': '这个月还没过完，下月 1 日起提交',
  'parts-not-closed': '下面还有没办结的单位，请写明原因',
  'changed-meanwhile': '刚刚有人办过，先看看',
  'too-many-rounds': '来回的次数太多了，当面商量一下',
}
export const approveRefusals: Refusals<typeof approveReport> = {
  ...handed,
  'changed-since': '提交以后数字有变化，请社区重新提交',
  'parts-not-closed': '下面又有没办结的单位，请重新提交',
  'not-alone': '有别的管理员，请另一位来批准',
}
export const sendBackRefusals: Refusals<typeof sendBackReport> = handed

export const albumRefusals: Refusals<typeof albumVolume> = { ...noUnit, 'no-photos': '这个月的活动和工作还没有照片', 'no-such-volume': '照片变少了，没有这一册，从第 1 册重新下载' }

const ofVolumes = (n: number, volumes: number) => (volumes > 1 ? `第 ${n} 册，共 ${volumes} 册` : `第 ${n} 册`)
export const albumWords = {
  open: '佐证照片册',
  title: '佐证照片册',
  note: '这个月的活动和工作的照片，按日期排，每册最多 50 张，一册一册下载。做好的文件只留一天。',
  take: (n: number, volumes: number) => `下载${ofVolumes(n, volumes)}`,
  making: (n: number, volumes: number) => `正在做${ofVolumes(n, volumes)}…`,
}

export const sectionNames: Record<SectionKind, string> = {
  opening: '开头', organisation: '组织', publicity: '宣传', activities: '活动', achievements: '成效', shortcomings: '不足', next_steps: '打算',
}

export const stateWords: Record<ReportState, string> = { draft: '草稿', submitted: '已提交', returned: '已退回', approved: '已办结' }
/** Of a part below: what it waits for, never a rank. */
export const partWords: Record<ReportState, string> = { draft: '还没提交', submitted: '已提交，等批准', returned: '已退回', approved: '已办结' }

export const words = {
  word: '下载 Word',
  excel: '下载 Excel',
  template: '看模板',
  tables: '填上级的表',
  wordShort: 'Word',
  making: '正在生成…',
  copy: '复制全文',
  copied: '全文已复制',
  notCopied: '没复制上，长按文字也能复制',
  copyTitle: '复制',
  copyOne: '只要一段，点那一段',
  copyThis: (start: string) => `复制这一段：${start}`,
  edit: '改文字',
  editedBy: (name: string, when: string) => `文字由${name}改过，${when}`,
  without: (names: string) => `文字里的${names}现在没有数了`,
  withoutNote: '那里不印数字，请改一改那一句。',
  unsaid: (names: string) => `后来记的${names}还没写进文字`,
  unsaidNote: '附表里已经有。要写进文字，点“改文字”。',
  days: '按日期、主题月',
  daysTitle: '按日期、主题月写',
  daysNote: '比如截至 25 日先交一份。不办结这个月，也不影响月报。',
  campaigns: '写一个主题月、宣传周的，归到它名下的都算',
  daysFrom: '从',
  daysTo: '到',
  daysWrite: '写这几天的',
  daysWrong: '开始的日期要在结束的前面',
  daysOff: '回到整个月',
  fixed: '跟着事实走，不能改',
  fixedClosed: '办结时的数，不再变',
  open: '打开依据',
  otherMonth: '换月',
  tableTitle: '附表1　指标',
  eventsTitle: '附表2　活动',
  failedTitle: '总结没取到',

  submit: '提交',
  submitAgain: '重新提交',
  submitting: '正在提交…',
  submitQuestion: (month: string) => `提交${month}总结？`,
  submitNote: '按现在的数字和文字存一份，交上去等批准。批准以前还可以重新提交。',
  submitParts: '下面这些单位还没有办结。写明原因就可以先提交，它们的数字按现在的记录计入。',
  reasonOf: (name: string) => `${name}没办结的原因`,
  reasonMissing: '请写原因',
  submitted: '提交好了',
  approve: '批准',
  approving: '正在批准…',
  approveQuestion: (month: string) => `批准${month}总结并办结？`,
  approveNote: '办结以后，这个月的数字和文字不再变。以后来的、改的，记作更正，写在旁边。',
  aloneNote: '本单位只有您一位管理员，总结和审计记录里会注明“单人办理”。',
  approved: '批准了，这个月办结了',
  no: '再看看',
  sendBack: '退回',
  sendBackTitle: '退回修改',
  sending: '正在退回…',
  sentBack: '退回去了',
  remarkAt: '说的是哪一部分',
  whole: '全文',
  remark: '修改意见',
  remarkHint: '写清楚要改哪里、怎么改。',
  remarkMissing: '请写修改意见',
  addRemark: '再写一条',
  dropRemark: '去掉',

  way: '经过',
  did: { submit: '提交', approve: '批准', 'send-back': '退回' } as const,
  nth: (n: number) => `第 ${n} 份`,
  alone: '单人办理',
  seeNth: (n: number) => `看第 ${n} 份`,
  seeNow: '看现在的',
  showing: (n: number) => `正在看第 ${n} 份`,
  waits: '等批准',
  see: '看',
  openPart: (name: string) => `看${name}的总结`,
  mayAlone: '本单位只有您一位管理员，看过以后可以单人办理',
  mayApprove: '请您看过以后批准，或者退回',
  changedSince: '提交以后数字有变化',
  changedNote: '批准以前要重新提交一次，让交上去的和事实一致。',
  returned: '退回来了，改好再提交',
  closedTitle: '已办结',
  closedNote: '数字和文字是批准时的，不再变。',
  parts: '下面各单位',
  missing: (name: string, reason: string) => `${name}本月未办结：${reason}`,
  proof: '校验',
  proofNote: (n: number) => `第 ${n} 份，总结校验码`,
  auditAt: (chain: string, n: number) => `审计记录 ${chain} 第 ${n} 条`,
}
