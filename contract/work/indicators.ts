/**
 * Indicators that people enter (product.md). `act` is how a report says it, `zh` the bare name. Order is the order of reports and tables.
 * Quantities are whole numbers of `unit`; money is kept in 分 and printed in 元.
 */
import * as v from 'valibot'

export interface Indicator {
  readonly zh: string
  /** Verb and noun as a sentence says it: 张贴标语 12 条. */
  readonly act: string
  readonly unit: string
  readonly section: 'publicity' | 'work'
  /** Largest quantity a single entry takes; more is asked to be split. */
  readonly max: number
  /** A figure of this kind is never exact (覆盖 约…人次). */
  readonly alwaysSoft?: true
  /** Bare counts: no note, no photo (product.md, Not surveillance). */
  readonly bare?: true
  /** Kept in 分, typed and printed in 元. */
  readonly money?: true
  readonly aliases?: readonly string[]
}

export const indicators = {
  slogans_posted: { zh: '标语', act: '张贴标语', unit: '条', section: 'publicity', max: 100000 },
  banners_hung: { zh: '横幅', act: '悬挂横幅', unit: '幅', section: 'publicity', max: 100000 },
  leaflets_given: { zh: '资料', act: '发放资料', unit: '份', section: 'publicity', max: 1000000, aliases: ['宣传单', '学习资料'] },
  books_given: { zh: '书籍', act: '发放书籍', unit: '册', section: 'publicity', max: 100000 },
  boards_made: { zh: '展板板报', act: '制作展板板报', unit: '块', section: 'publicity', max: 10000, aliases: ['板报', '展板'] },
  columns_run: { zh: '专栏', act: '开设专栏', unit: '期', section: 'publicity', max: 10000 },
  articles_written: { zh: '稿件', act: '撰写稿件', unit: '篇', section: 'publicity', max: 10000 },
  articles_published: { zh: '被采用稿件', act: '稿件被采用', unit: '篇', section: 'publicity', max: 10000, aliases: ['刊发'] },
  broadcasts: { zh: '广播电视', act: '广播电视播出', unit: '期', section: 'publicity', max: 10000 },
  screens_used: { zh: '电子屏', act: '使用电子屏', unit: '处', section: 'publicity', max: 10000 },
  posts_online: { zh: '公众号短视频', act: '发布公众号短视频', unit: '条', section: 'publicity', max: 10000 },
  loudspeaker_vans: { zh: '宣传车', act: '出动宣传车', unit: '台次', section: 'publicity', max: 10000 },
  documents_issued: { zh: '方案通知', act: '印发方案通知', unit: '份', section: 'publicity', max: 10000 },
  people_reached: { zh: '覆盖', act: '宣传覆盖', unit: '人次', section: 'publicity', max: 10000000, alwaysSoft: true },
  visits_paid: { zh: '走访', act: '走访', unit: '人次', section: 'work', max: 100000, bare: true },
  households_visited: { zh: '入户走访', act: '入户走访', unit: '户次', section: 'work', max: 100000, bare: true },
  households_comforted: { zh: '慰问', act: '慰问', unit: '户次', section: 'work', max: 100000, bare: true },
  disputes_found: { zh: '矛盾纠纷排查', act: '排查矛盾纠纷', unit: '起', section: 'work', max: 10000, bare: true },
  disputes_settled: { zh: '矛盾纠纷调处', act: '调处矛盾纠纷', unit: '起', section: 'work', max: 10000, bare: true },
  inspections: { zh: '配合联合检查', act: '配合联合检查', unit: '次', section: 'work', max: 10000 },
  people_placed_in_work: { zh: '转移就业', act: '转移就业', unit: '人次', section: 'work', max: 100000 },
  volunteer_attendances: { zh: '志愿者', act: '志愿者参与', unit: '人次', section: 'work', max: 100000 },
  volunteer_hours: { zh: '志愿服务时长', act: '志愿服务', unit: '小时', section: 'work', max: 1000000 },
  money_donated: { zh: '捐款', act: '捐款', unit: '元', section: 'work', max: 10000000000, money: true },
  goods_donated: { zh: '捐物', act: '捐物', unit: '件', section: 'work', max: 1000000 },
  goods_value: { zh: '捐物折款', act: '捐物折款', unit: '元', section: 'work', max: 10000000000, money: true },
  books_donated: { zh: '捐书', act: '捐书', unit: '册', section: 'work', max: 1000000 },
  people_commended: { zh: '表彰个人', act: '表彰', unit: '名', section: 'work', max: 100000 },
  households_commended: { zh: '表彰家庭', act: '表彰家庭', unit: '户', section: 'work', max: 100000 },
  honours_won: { zh: '荣誉', act: '获得荣誉', unit: '项', section: 'work', max: 10000 },
} as const satisfies Record<string, Indicator>

export type IndicatorName = keyof typeof indicators
export const indicatorNames = Object.keys(indicators) as [IndicatorName, ...IndicatorName[]]
export const IndicatorName = v.picklist(indicatorNames, '请选做了什么')

/** The definition with its optional fields visible to the type checker. */
export function indicatorOf(name: IndicatorName): Indicator {
  return indicators[name]
}
