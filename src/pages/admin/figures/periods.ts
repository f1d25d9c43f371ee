/** Times as admins choose and read them: a month, a quarter, a year, some days. */
import { daysOf, isMonth, isWhole, periodBefore } from '#contract/totals/period'
import { dayWords, monthTitle, shiftMonth } from './months'

export type PeriodKind = 'month' | 'quarter' | 'year' | 'days'

export function kindOf(period: string): PeriodKind {
  if (!isWhole(period)) return 'days'
  return isMonth(period) ? 'month' : period.length === 4 ? 'year' : 'quarter'
}

const quarters = ['一', '二', '三', '四'] as const

/** 2026年11月, 2026年第四季度, 2026年, 2026年11月3日至20日. */
export function periodTitle(period: string): string {
  const year = `${period.slice(0, 4)}年`
  const kind = kindOf(period)
  if (kind === 'month') return monthTitle(period)
  if (kind === 'year') return year
  if (kind === 'quarter') return `${year}第${quarters[Number(period[6]) - 1] ?? ''}季度`
  const { from, to } = daysOf(period)
  if (from === to) return `${year}${dayWords(from)}`
  const until = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : `${from.slice(0, 4) === to.slice(0, 4) ? '' : `${to.slice(0, 4)}年`}${dayWords(to)}`
  return `${year}${dayWords(from)}至${until}`
}

/** What stands above the column of the time before, and of the year before; null: the same as the one before. */
export function besideTitles(period: string): { previous: string; lastYear: string | null } {
  const kind = kindOf(period)
  if (kind === 'month') return { previous: '上月', lastYear: `去年${Number(period.slice(5))}月` }
  if (kind === 'quarter') return { previous: '上季度', lastYear: '去年同季' }
  return kind === 'year' ? { previous: '上一年', lastYear: null } : { previous: '前一段', lastYear: '去年同期' }
}

/** The leaf: the number that is looked for, and the word under it. */
export function leafOf(period: string): { figure: string; under: string } {
  const kind = kindOf(period)
  if (kind === 'month') return { figure: String(Number(period.slice(5))), under: '月' }
  if (kind === 'quarter') return { figure: period[6] ?? '', under: '季度' }
  return kind === 'year' ? { figure: period.slice(2), under: '年' } : { figure: String(Number(daysOf(period).from.slice(8))), under: '日起' }
}

/** The quarter or the year of a month. */
export const quarterOf = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`

/** Those to choose from, the newest first. */
export function choicesOf(kind: 'month' | 'quarter' | 'year', thisMonth: string): string[] {
  const newest = kind === 'month' ? thisMonth : kind === 'quarter' ? quarterOf(thisMonth) : thisMonth.slice(0, 4)
  const found = [newest]
  while (found.length < { month: 12, quarter: 8, year: 4 }[kind]) found.push(periodBefore(found.at(-1)!))
  return found
}

/** The same kind of time, one earlier. */
export function earlier(period: string): string {
  return isMonth(period) ? shiftMonth(period, -1) : periodBefore(period)
}
