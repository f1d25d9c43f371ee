/** 时段: a month (`2026-11`), a quarter (`2026-Q4`), a year (`2026`), or days, both included (`2026-11-03_2026-11-20`). Calendar of Asia/Shanghai. */
import * as v from 'valibot'
import { Day } from '../values'

/** So long may a time be that is chosen by its days: as long as a campaign. */
const mostDays = 401

export const Period = v.pipe(
  v.string('时段不对'),
  v.regex(/^(19|20)\d{2}(-(0[1-9]|1[0-2])|-Q[1-4])?$|^\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}$/, '时段不对'),
  v.check((period) => !period.includes('_') || isGoodRange(period), `时段要从早到晚，最长 ${mostDays - 1} 天`),
)

export interface Days { from: string; to: string }

/** First and last day. */
export function daysOf(period: string): Days {
  const year = Number(period.slice(0, 4))
  if (period.includes('_')) return { from: period.slice(0, 10), to: period.slice(11) }
  if (period.length === 4) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const last = period[5] === 'Q' ? Number(period[6]) * 3 : Number(period.slice(5))
  const first = period[5] === 'Q' ? last - 2 : last
  return { from: dayAt(year, first, 1), to: dayAt(year, last + 1, 0) }
}

/** The period of the same kind right before; of days as many before. */
export function periodBefore(period: string): string {
  const year = Number(period.slice(0, 4))
  if (period.length === 4) return String(year - 1)
  if (period.includes('_')) {
    const { from, to } = daysOf(period)
    const days = Math.round((Date.parse(to) - Date.parse(from)) / day) + 1
    return `${shifted(from, -days)}_${shifted(from, -1)}`
  }
  if (period[5] === 'Q') return period[6] === '1' ? `${year - 1}-Q4` : `${year}-Q${Number(period[6]) - 1}`
  return dayAt(year, Number(period.slice(5)) - 1, 1).slice(0, 7)
}

/** The same period of the year before. 29 February has none: its days then end on the 28th. */
export function periodYearBefore(period: string): string {
  const back = (text: string) => `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`.replace(/-02-29$/, '-02-28')
  return period.split('_').map(back).join('_')
}

/** The months that it touches, the earliest first. */
export function monthsIn(period: string): string[] {
  const { from, to } = daysOf(period)
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = dayAt(Number(month.slice(0, 4)), Number(month.slice(5)) + 1, 1).slice(0, 7)) months.push(month)
  return months
}

export const isMonth = (period: string) => period.length === 7 && period[5] !== 'Q'
/** Of whole months. */
export const isWhole = (period: string) => !period.includes('_')

const day = 86_400_000

function dayAt(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
}

function shifted(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00.000Z`) + days * day).toISOString().slice(0, 10)
}

function isGoodRange(period: string): boolean {
  const { from, to } = daysOf(period)
  return v.is(Day, from) && v.is(Day, to) && from <= to && (Date.parse(to) - Date.parse(from)) / day < mostDays
}
