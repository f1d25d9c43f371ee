/** Months and moments as admins read them: in digits, Asia/Shanghai. */
import { clockOf, dayOf, monthNumber } from '../../../stores/calendar'

export function shiftMonth(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** `2017年9月`. */
export function monthTitle(month: string): string {
  return `${month.slice(0, 4)}年${monthNumber(month)}月`
}

/** `2017年9月1日至9月25日` */
export function daysTitle({ from, to }: { from: string; to: string }): string {
  const whole = (day: string) => `${monthTitle(day.slice(0, 7))}${Number(day.slice(8))}日`
  return from === to ? whole(from) : `${whole(from)}至${from.slice(0, 4) === to.slice(0, 4) ? dayWords(to) : whole(to)}`
}

/** The month itself and those before it, the newest first. */
export function monthsUntil(month: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => shiftMonth(month, -i))
}

/** The month that a summary is written about: until the 10th it is the month that has just ended. */
export function reportMonth(today: string): string {
  const month = today.slice(0, 7)
  return Number(today.slice(8)) <= 10 ? shiftMonth(month, -1) : month
}

/** 截至 今天 15:42, 截至 9月30日 22:30. */
export function asOfWords(asOf: string, today: string): string {
  const day = dayOf(asOf)
  return `截至 ${day === today ? '今天' : dayWords(day)} ${clockOf(asOf)}`
}

/** `9月30日` of a calendar day. */
export function dayWords(day: string): string {
  return `${monthNumber(day)}月${Number(day.slice(8))}日`
}

/** The instant at which a wall clock in Shanghai shows this day and time. */
export function instantAt(day: string, time: string): string {
  return new Date(`${day}T${time}:00.000+08:00`).toISOString()
}
