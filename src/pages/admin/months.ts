/** Months, days and times as admins read them: in digits, Asia/Shanghai. */
const shanghai = 8 * 3_600_000

/** `2017-09-30` of an ISO instant. */
export function dayOf(at: string): string {
  return new Date(Date.parse(at) + shanghai).toISOString().slice(0, 10)
}

/** `22:30` of an ISO instant. */
export function timeOf(at: string): string {
  return new Date(Date.parse(at) + shanghai).toISOString().slice(11, 16)
}

export function monthOf(at: string): string {
  return dayOf(at).slice(0, 7)
}

export function shiftMonth(month: string, by: number): string {
  const [year, number] = numbers(month)
  const index = year * 12 + number - 1 + by
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** `2017年9月`. */
export function monthTitle(month: string): string {
  const [year, number] = numbers(month)
  return `${year}年${number}月`
}

export function monthNumber(month: string): number {
  return numbers(month)[1]
}

/** The last twelve months, the newest first. */
export function monthsBefore(month: string, count = 12): string[] {
  return Array.from({ length: count }, (_, i) => shiftMonth(month, -i))
}

/** The month that a summary is written about: until the 10th it is the month that has just ended. */
export function reportMonth(now: string): string {
  const day = dayOf(now)
  const month = day.slice(0, 7)
  return Number(day.slice(8)) <= 10 ? shiftMonth(month, -1) : month
}

/** 截至 今天 15:42, 截至 9月30日 22:30. */
export function asOfWords(asOf: string, now: string): string {
  const day = dayOf(asOf)
  return `截至 ${day === dayOf(now) ? '今天' : dayWords(day)} ${timeOf(asOf)}`
}

/** `9月30日` of a calendar day. */
export function dayWords(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

export function weekdayOf(day: string): string {
  return weekdays[new Date(`${day}T00:00:00.000Z`).getUTCDay()] ?? ''
}

export function dateOfDay(day: string): string {
  return String(Number(day.slice(8)))
}

/** The instant at which a wall clock in Shanghai shows this day and time. */
export function instantAt(day: string, time: string): string {
  return new Date(Date.parse(`${day}T${time}:00.000Z`) - shanghai).toISOString()
}

export function shiftDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + by * 86_400_000).toISOString().slice(0, 10)
}

function numbers(month: string): [number, number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
}
