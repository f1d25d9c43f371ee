import type { addTable, fillTable, listTables, mapTable } from '#contract/reports/tables'
import type { Refusals } from '../../../stores/failure-words'

const noUnit = { 'unit-not-found': '没有找到这个单位，换一个单位看看' } as const
const gone = { 'no-such-table': '这张表已经拿掉了' } as const

export const listRefusals: Refusals<typeof listTables> = noUnit
export const addRefusals: Refusals<typeof addTable> = {
  ...noUnit, 'upload-not-found': '表没有传上来，再试一次', 'file-too-large': '表太大了，最多 300 KB', 'not-a-spreadsheet': '不是 .xlsx 表格，或者打不开。用 WPS 另存为 .xlsx 再传',
  'no-heads': '在第一张工作表里没找到表头', 'too-many-tables': '最多放 20 张表，先拿掉用不着的', 'record-id-taken': '再选一次这张表',
}
export const mapRefusals: Refusals<typeof mapTable> = { ...noUnit, ...gone, 'no-heads': '那里没有表头', 'no-such-figure': '没有这个指标', 'changed-meanwhile': '刚刚有人改过，退出去重新打开再改' }
export const fillRefusals: Refusals<typeof fillTable> = { ...noUnit, ...gone, 'days-not-in-order': '开始的日期要在结束的前面', 'too-many-days': '一次最多一年', 'campaign-not-found': '没有找到这个主题月，换一个看看' }

export const words = {
  title: '上级的表',
  failedTitle: '没取到',
  brokenAddress: '地址不对，请从总结里打开',
  what: '上级发来的空表，传一次，对好表头，每个月照着填。数字和总结里的一样，不用再抄。',
  emptyTitle: '还没有表',
  emptySentence: '把上级发来的空表传上来，要 .xlsx 的。',
  add: '传一张空表',
  adding: '正在看表头…',
  unreadable: '没读到文件，再选一次',
  added: '传好了，看看表头对得对不对',
  of: (name: string) => `${name}传的`,
  mapped: (some: number, all: number) => `${all} 个表头，对上 ${some} 个`,
  fill: (when: string) => `填${when}的`,
  filling: '正在填…',
  filled: (name: string, cells: number) => `「${name}」填了 ${cells} 格，下载好了`,
  notFetched: '表填好了，没取下来，再点一次',
  leftEmpty: '这些空着，要您自己看：',
  whys: { 'not-mapped': '没有对应的指标', nothing: '这段时间没有', uncounted: '没有计数', 'imported-only': '只有引用数', taken: '格子里已经有字', 'no-row': '表里没有它的行' } as const,
  look: '对表头',
  fold: '收起',
  place: '表头在哪里',
  across: (line: string) => `第 ${line} 行`,
  down: (line: string, into: string) => `${line} 列，数填在 ${into} 列`,
  head: (text: string, means: string) => `${text}，${means}`,
  none: '空着',
  plain: { unit: '单位名称', ordinal: '序号', period: '时间' } as const,
  choose: (text: string) => `“${text}”填什么`,
  find: '找指标',
  saved: '存好了',
  takeAway: '拿掉这张表',
  takeAwayQuestion: (name: string) => `拿掉“${name}”？`,
  takeAwayNote: '下面的单位也不能再用它填。已经下载的不受影响。',
  no: '再想想',
} as const
