/** Time as one says it to a neighbour: 今天, 星期五, 晚上七点到八点半. Pure. Workers and admins read digits (calendar.ts). */
import { addDays, clockOf, dayNumber, dayOf, monthNumber, weekdayOf } from './calendar'

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const

/** 上午九点半, 下午两点, 中午十二点一刻. */
export function spokenHour(at: string): string {
  const { part, hour } = split(at)
  return part + hour
}

/** 上午九点半到十一点; the part of day is said twice only when it changes, another day only past midnight. */
export function spokenSpan(startsAt: string, endsAt: string): string {
  const from = split(startsAt)
  const to = split(endsAt)
  const nextDay = dayOf(startsAt) !== dayOf(endsAt)
  if (nextDay) return `${from.part}${from.hour}到第二天${to.part}${to.hour}`
  return `${from.part}${from.hour}到${from.part === to.part ? '' : to.part}${to.hour}`
}

/** 今天, 明天, 后天, otherwise null. */
export function nearDay(day: string, today: string): string | null {
  const near = ['今天', '明天', '后天'].findIndex((_, n) => addDays(today, n) === day)
  return ['今天', '明天', '后天'][near] ?? null
}

/** 今天, 明天, 后天, 星期五 within the coming week, otherwise 12月2日 星期三. */
export function spokenDay(day: string, today: string): string {
  const near = nearDay(day, today)
  if (near) return near
  if (day > today && day < addDays(today, 7)) return `星期${weekdayOf(day)}`
  return fullDay(day)
}

/** 12月2日 星期三. */
export function fullDay(day: string): string {
  return `${monthNumber(day)}月${dayNumber(day)}日 星期${weekdayOf(day)}`
}

/** 十一月. */
export function spokenMonth(day: string): string {
  return `${digits[monthNumber(day)]}月`
}

function split(at: string): { part: string; hour: string } {
  const [hour, minute] = clockOf(at).split(':').map(Number) as [number, number]
  return { part: partOfDay(hour), hour: hourWords(hour) + minuteWords(minute) }
}

function partOfDay(hour: number): string {
  if (hour < 5) return '凌晨'
  if (hour < 8) return '早上'
  if (hour < 12) return '上午'
  if (hour < 13) return '中午'
  return hour < 18 ? '下午' : '晚上'
}

function hourWords(hour: number): string {
  const twelve = hour > 12 ? hour - 12 : hour
  return `${twelve === 2 ? '两' : digits[twelve]}点`
}

function minuteWords(minute: number): string {
  if (minute === 0) return ''
  if (minute === 15) return '一刻'
  if (minute === 30) return '半'
  if (minute === 45) return '三刻'
  const tens = Math.floor(minute / 10)
  const ones = minute % 10
  const ten = tens === 0 ? '零' : tens === 1 ? '十' : `${digits[tens]}十`
  return `${ten}${ones === 0 ? '' : digits[ones]}分`
}
