/** Periods of 引用数 as months, Asia/Shanghai. Pure. */

export interface Months { from: string; to: string }

/** `2026-Q4` is 2026-10 … 2026-12; a day is its month. */
export function monthsOf(period: string): Months {
  const year = period.slice(0, 4)
  if (period.length === 4) return { from: `${year}-01`, to: `${year}-12` }
  if (period[5] !== 'Q') return { from: period.slice(0, 7), to: period.slice(0, 7) }
  const last = Number(period[6]) * 3
  return { from: `${year}-${String(last - 2).padStart(2, '0')}`, to: `${year}-${String(last).padStart(2, '0')}` }
}

/** A day at a year's end. */
export function isDay(period: string): boolean {
  return period.length === 10
}

export function overlaps(one: Months, other: Months): boolean {
  return one.from <= other.to && other.from <= one.to
}
