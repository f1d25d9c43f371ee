import type { CorrectionWhy } from '#contract/reports/correction'

export const whyWords: Record<CorrectionWhy, string> = {
  late: '办结后补记', 'taken-back': '办结后撤销', changed: '办结后改正', withdrawn: '办结后作废', 'other-day': '日期改到别的月，或从别的月改来',
}

export const correctionWords = {
  title: (month: string) => `${month}办结后的更正`,
  note: '上面的数字是办结时的，不变；后来的变化单独列在这里。',
  noteNext: '上个月办结后的变化，不算在本月的数字里。',
  was: '原报',
  now: '现为',
  none: '无',
  uncounted: '未计数',
  notListed: (count: number) => `还有 ${count} 条没有列出`,
}
