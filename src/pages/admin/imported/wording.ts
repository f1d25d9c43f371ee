import type { importFigure, listImported } from '#contract/work/imported'
import type { SourceKind } from '#contract/work/source-kind'
import type { Refusals } from '../../../stores/failure-words'

export const listRefusals: Refusals<typeof listImported> = { 'unit-not-found': '没有找到这个单位，换一个单位看看' }

export const refusals: Refusals<typeof importFigure> = {
  'unit-not-found': '没有找到这个单位，换一个单位看看',
  'no-such-figure': '没有这个指标，请重新选一个',
  'period-does-not-fit': '这个指标记的是年底那一天的数，请选年份',
  'period-in-future': '这个期间还没到',
  'nothing-of-it': '没有就不用填；没有计数的也不写 0',
  'thousand-is-1000': '上千就是 1000，请填 1000',
  'reason-missing': '请写明为什么改',
  'also-recorded': '同一个期间已经有记录，请先回答是不是同一批',
  'there-already': '这个期间的这个数已经录过了。要改，请在列表里点「更正」。',
  'period-overlaps': '这个指标在同一段时间已经录过月、季或年的数，同一件事只录一次。要改，请在列表里点「更正」。',
  'changed-meanwhile': '刚刚有人改过这个数，请回到列表看看。您填的还在。',
  'changed-too-often': '这个数改过 30 次了，不能再改',
  'upload-not-found': '文件没有传上去，请再点一次',
  'file-too-large': '文件最大 5 MB，请换一个小一点的',
  'file-not-known': '只收 PDF、Excel（.xlsx）和 Word（.docx）文件',
  'record-id-taken': '没存上，请再点一次',
}

export const sources: Record<SourceKind, string> = { system: '别的系统', office: '别的单位', paper: '纸质' }

export const words = {
  page: '引用数',
  what: '别的系统、别的单位已经有的数，或纸上的数，在这里录一次。到哪里都注明是引用的，不和现场记的数混在一起。',
  add: '录入一个数',
  earlier: '上一年',
  later: '下一年',
  yearOf: (year: string) => `${year}年`,
  emptyTitle: (year: string) => `${year}年没有引用数`,
  emptySentence: '不用特地去补。别处已经有、报告里又用得着的，才录。',
  more: '这里先列 200 条。',
  longer: (quarter: boolean) => (quarter ? '在这个季度和这一年的汇总里，不在月份里' : '在这一年的汇总里，不在月份里'),
  withdrawn: '已撤回',
  same: '和记录是同一批，只作对照，不另外算',
  apart: '和记录不是同一批',
  file: '看文件',
  fileOf: (name: string) => `看文件，${name}`,
  fileComing: '文件正在存',
  fileFailed: '文件没取到，请再点一次',
  change: '更正',
  changeOf: (what: string) => `更正，${what}`,
  again: '重新录入',
  versions: (rev: number) => `改过 ${rev - 1} 次`,
  failedTitle: '没取到',
}
