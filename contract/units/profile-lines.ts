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

/** What no people are counted in. */
const thingUnits: ReadonlySet<string> = new Set([
  '个', '处', '栋', '幢', '座', '间', '套', '块', '片', '条', '根', '盏', '台', '部', '辆', '张', '件', '本', '册', '份', '期', '篇', '幅', '面', '支', '只', '棵', '株', '场', '场次', '次', '届', '项', '年', '天', '月', '小时',
  '米', '公里', '千米', '平方米', '平方公里', '平方千米', '亩', '公顷', '元', '万元', '吨', '公斤', '号', '层', '楼', '组', '节', '所', '道', '堂', '批', '平米', '㎡', 'm²', 'km²',
].map(plain))

/** 残疾人 3 个, 低保对象 5 个. */
const ofPeople = /(?:人|户|员|者|老|孤儿|儿童|婴儿|幼儿|孩子|小孩|妇女|女性|男性|居民|村民|学生|家庭|对象|青年|少年|军属|烈属|低保|五保|特困|失独|残疾|空巢|独居|病患)(?:总?数|人数)?$/

/**
 * Does a number of this line count people or households? Under 10 of them say something about somebody (product.md, Not surveillance), so whatever is not known
 * to count things does.
 */
export function countsPeople({ name, unit }: { name: string; unit: string }): boolean {
  return !thingUnits.has(plain(unit)) || ofPeople.test(plain(name).replace(/[（(][^）)]*[）)]/g, ''))
}

function plain(words: string): string {
  return words.normalize('NFKC').replace(/\s/g, '')
}
