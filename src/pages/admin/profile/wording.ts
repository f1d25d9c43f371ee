import type { setProfileLine, unitProfile } from '#contract/units/profile'
import type { LineKind } from '#contract/units/profile-lines'
import type { Refusals } from '../../../stores/failure-words'

export const refusals: Refusals<typeof unitProfile> = { 'unit-not-found': '没有找到这个单位，换一个单位看看' }
export const setRefusals: Refusals<typeof setProfileLine> = {
  'unit-not-found': '没有找到这个单位，或者它没有概况',
  'no-such-line': '没有这一行，请重新选',
  'kind-does-not-fit': '这一行填的不是这一类内容',
  'name-missing': '请填写名称',
  'name-taken': '已经有叫这个的一行了',
  'day-in-future': '日期还没到',
  'changed-meanwhile': '刚刚有人改过这一行，请关上再看。您填的先记一下。',
  'changed-too-often': '这一行改过 40 次了，不能再改',
  'too-many-lines': '最多 60 行',
  'record-id-taken': '没存上，请再点一次',
}

export const kinds: Record<LineKind, string> = { number: '一个数', percent: '占比', date: '日期', text: '一段话', list: '几条' }

export const words = {
  what: '每一行都有截至日期，以前的值留着。不到 10 人、10 户的，谁看都是“不足10”。占比自己算，不用填。',
  add: '添一行',
  emptyTitle: '还没有概况',
  emptySentence: '人口、楼栋、活动场所，填过一次，改的时候再填。',
  asOf: (day: string) => `截至 ${day}`,
  few: '不足10',
  why: { missing: '还缺一个数，算不出', few: '人数太少，不显示', 'part-over-whole': '部分比总数还大，请核对' },
  computed: (part: string, whole: string) => `${part} ÷ ${whole}`,
  change: '改',
  changeOf: (name: string) => `改${name}`,
  history: '以前的',
  choose: '添哪一行',
  ownLine: '自己起一个名称',
  name: '名称',
  nameMissing: '请填写名称',
  unit: '单位（个、处、人……）',
  kind: '是什么内容',
  number: (unit: string) => (unit === '' ? '多少' : `多少${unit}`),
  fewNote: '现在存的是不足 10 的数，不再显示；要改就重新填。',
  numberWrong: '请填一个数，最多两位小数',
  day: '哪一天',
  text: '内容',
  textMissing: '请写几句',
  list: '一行一条',
  listMissing: '请至少写一条',
  listWrong: '最多 20 条，每条最多 40 个字',
  part: '哪个数',
  whole: '占哪个数的',
  percentMissing: '请选两个数；还没有数，先添数',
  asOfLabel: '截至哪一天',
  percentNote: '由两个数算出来，跟着它们变。',
  save: '存好',
  saving: '正在存…',
  withdraw: '不要这一行了',
  withdrawNote: '拿掉以后这里不再列出，以前的值还留着。',
  failedTitle: '没取到',
}
