/** 社区概况: the lines that most communities have, as data, in the order in which they stand. A community adds its own. */

export type LineKind = 'number' | 'percent' | 'date' | 'text' | 'list'

export interface StandardLine {
  readonly id: string
  readonly name: string
  readonly kind: LineKind
  /** Of a number. */
  readonly unit?: string
  /** Of a percent: computed from two numbers, never typed. */
  readonly of?: { readonly part: string; readonly whole: string }
}

export const standardLines: readonly StandardLine[] = [
  { id: 'intro', name: '简介', kind: 'text' },
  { id: 'founded_on', name: '成立日期', kind: 'date' },
  { id: 'area', name: '辖区面积', kind: 'number', unit: '平方公里' },
  { id: 'grids', name: '网格', kind: 'number', unit: '个' },
  { id: 'buildings', name: '楼栋', kind: 'number', unit: '栋' },
  { id: 'households', name: '户数', kind: 'number', unit: '户' },
  { id: 'people', name: '常住人口', kind: 'number', unit: '人' },
  { id: 'people_60', name: '60 岁及以上', kind: 'number', unit: '人' },
  { id: 'share_60', name: '60 岁及以上占比', kind: 'percent', of: { part: 'people_60', whole: 'people' } },
  { id: 'people_80', name: '80 岁及以上', kind: 'number', unit: '人' },
  { id: 'children', name: '14 岁及以下', kind: 'number', unit: '人' },
  { id: 'venues', name: '活动场所', kind: 'list' },
  { id: 'venue_area', name: '活动场所面积', kind: 'number', unit: '平方米' },
  { id: 'teams', name: '文艺队伍', kind: 'list' },
  { id: 'brands', name: '特色品牌', kind: 'list' },
]

/** Numbers of people and households: under 10 of them say something about somebody (product.md, Not surveillance). */
const peopleUnits: readonly string[] = ['人', '户', '名', '位', '口', '家', '人次', '户次']

export function countsPeople(unit: string): boolean {
  return peopleUnits.includes(unit)
}
