import type { addUnit } from '#contract/units/add'
import type { moveUnit } from '#contract/units/move'
import type { renameUnit } from '#contract/units/rename'
import type { TreeUnit, unitTree } from '#contract/units/tree'
import type { UnitBrief } from '#contract/values'
import { monthNumber } from '../../../stores/calendar'
import type { Refusals } from '../../../stores/failure-words'
import { shiftMonth } from '../figures/months'

const gone = '没有找到这个单位，可能有人刚改过，更新一下再看'
const taken = '这里已经有同名的单位了，换一个名称'

export const treeRefusals: Refusals<typeof unitTree> = { 'unit-not-found': '没有找到这个单位，换一个单位看看' }
export const addRefusals: Refusals<typeof addUnit> = {
  'unit-not-found': gone,
  'level-does-not-fit': '这里不能再加下级了',
  'name-taken': taken,
  'record-id-taken': '这一条没记上，请再点一次',
  'too-many-units': '一个单位下面最多 300 个',
}
export const renameRefusals: Refusals<typeof renameUnit> = { 'unit-not-found': gone, 'name-taken': taken, 'changed-meanwhile': '有人刚改过这个名称，关上再看一眼' }
export const moveRefusals: Refusals<typeof moveUnit> = {
  'unit-not-found': gone,
  'only-grids-move': '只有网格能搬到别的社区',
  'month-has-begun': '这个月已经开始了，选下个月或以后',
  'name-taken': '那个社区已经有同名的网格，先给这个网格改名',
}

export const levelNames: Record<UnitBrief['level'], string> = { district: '区县', street: '街道', community: '社区', grid: '网格' }

export const words = {
  add: (level: UnitBrief['level']) => `加${levelNames[level]}`,
  adding: '正在加…',
  addTo: (level: UnitBrief['level'], parent: string) => `${parent}加${levelNames[level]}`,
  addNow: '加上',
  nameOf: (level: UnitBrief['level']) => `${levelNames[level]}名称`,
  nameMissing: '请填写名称',
  added: (name: string) => `${name}加上了`,
  rename: '改名',
  renameNote: '名称换了，数和记录都还在。',
  renameNow: '改好',
  renaming: '正在改…',
  renamed: (name: string) => `名称改成了${name}`,
  move: '搬到别的社区',
  moveTitle: (name: string) => `${name}搬到别的社区`,
  moveTo: '归哪个社区',
  moveFrom: '从哪个月的 1 日起',
  moveMissing: '请选好社区和月份',
  moveNow: '就这样定',
  moving: '正在定…',
  moved: (name: string, there: string, from: string) => `定了：${monthNumber(from)}月1日起，${name}归${there}`,
  moveElsewhere: '搬到别的社区，要由街道的管理员来定。',
  moveBack: '不搬了',
  stays: (name: string) => `${name}不搬了`,
  find: '找单位',
  notFound: '没有叫这个的单位',
  foundMore: '还有更多，多写几个字再找',
  import: '导入表格',
  change: '改动',
  roles: '谁能做什么',
  emptyTitle: (level: string) => `还没有${level}`,
  emptySentence: '一个一个加，或者用表格一次导入。',
  failedTitle: '单位没取到',
}

/** 12月1日起归柳桥社区. */
export function movesWords({ toName, from }: NonNullable<TreeUnit['moves']>): string {
  return `${monthNumber(from)}月1日起归${toName}`
}

/** What a move means, before it is decided. */
export function moveSentence(unit: string, here: string, there: string, from: string): string {
  return `${monthNumber(from)}月1日起，${unit}归${there}。以前的月份不变：${monthNumber(shiftMonth(from, -1))}月和以前的数还算在${here}。`
}

/** The months to come among which one chooses: 12月, 明年1月. */
export function monthsToCome(thisMonth: string, count = 3): { key: string; text: string }[] {
  return Array.from({ length: count }, (_, i) => shiftMonth(thisMonth, i + 1)).map((key) => ({ key, text: `${key.slice(0, 4) === thisMonth.slice(0, 4) ? '' : '明年'}${monthNumber(key)}月` }))
}

/** 3 个网格. */
export function belowWords(below: number, level: UnitBrief['level'] | null): string | null {
  return below === 0 || level === null ? null : `${below} 个${levelNames[level]}`
}
